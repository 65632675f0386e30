"""Kill a payout with -9 in the middle of its work, start it again, and compare with one that was left alone.

Run as a module, this file is the payout: every step finds what was done before and does the rest. It dies
at the statement, the flush or the rename it is told to, inside a transaction more often than between two.
"""

import hashlib
import json
import os
import signal
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

ME = "tests.reliability.test_ledger_kill"
CHUNK, PART = 100, 3_000


def rest(place, kill_at="0"):
    """Run the payout from where it stands: how it ended, and every line it printed."""
    code, said = place.run(ME, "pay", kill_at)
    return code, [json.loads(line) for line in said.splitlines()]


def undisturbed(origin, folder):
    """What a payout comes to that is left alone, and how much there is to do at each stage."""
    from tests.ledger_ground import copied

    with copied(origin, folder) as place:
        code, said = rest(place)
    assert code == 0
    return said[-1]


def points(counted, turn, turns):
    """Where one payout dies: so often in each stage, a little later in every further payout.

    What was done is done, so each start gets further into a stage of many transactions. A stage that ends
    before the point dies at its end.
    """
    for stage, often in OFTEN.items():
        step = counted[stage] / (often + 1)
        for time in range(often if turns > 1 else 1):
            depth = step if stage in LONG else step * (time + 1)
            yield f"{stage}:{max(1, round(depth * (1 + turn) / turns))}"


def drill(tmp_path, rows, payouts):
    """Each payout is killed in every stage and started again; how many kills there were."""
    from tests.ledger_ground import copied, ground

    kills = 0
    with ground(tmp_path / "home") as origin:
        assert origin.run(ME, "prepare", str(rows)) == (0, "")
        expected = undisturbed(origin, tmp_path / "undisturbed")
        for number in range(payouts):
            fatal = list(points(expected["counted"], number, payouts))
            with copied(origin, tmp_path / f"payout-{number}") as place:
                acknowledged, outcome = story(place, fatal)
            assert {line["file"] for line in acknowledged} == {outcome["sha256"]}, fatal
            assert (outcome["books"], outcome["content"]) == (expected["books"], expected["content"]), fatal
            kills += len(fatal)
    return kills


def story(place, fatal):
    """Killed at each of these points in turn, then run to its end: what it acknowledged, what it came to."""
    told = []
    for point in fatal:
        code, said = rest(place, point)
        assert code == -signal.SIGKILL, point
        told += said
    code, said = rest(place)
    assert code == 0
    told += said
    return [line for line in told if "file" in line], told[-1]


@pytest.mark.both
def test_a_payout_killed_in_every_stage_loses_and_doubles_nothing(tmp_path):
    assert drill(tmp_path, rows=60, payouts=1) == len(STAGES)


@pytest.mark.both
@pytest.mark.long
def test_ten_thousand_rows_killed_at_sixty_points_lose_and_double_nothing(tmp_path):
    assert drill(tmp_path, rows=10_000, payouts=3) == 60


@pytest.mark.both
def test_a_payout_that_does_not_look_at_what_was_done_pays_twice(tmp_path):
    """The control: the same kill, and a payout without the guard."""
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        assert place.run(ME, "prepare", "20") == (0, "")
        assert place.run(ME, "naive", "5")[0] == -signal.SIGKILL
        assert place.run(ME, "naive", "0")[0] == 0
        lines = (place.home / "naive.txt").read_text().splitlines()

    assert (len(lines), len(set(lines))) == (21, 20)


def prepare(rows):
    """So many cases with an account each, and a budget for them all, appropriated in parts."""
    from tests.treasury import REWARD, Treasury

    treasury, many = Treasury(), int(rows)
    for part in range(0, many, PART):
        treasury.fund(REWARD * min(PART, many - part), f"测试〔2026〕{part}号")
    treasury.crowd(many)


def pay(fatal):
    from django.db import connection

    stage, _, number = fatal.partition(":")
    seen = Seen(stage, int(number or 0))
    with connection.execute_wrapper(seen.statement), seen.files():
        batch = None
        for name, act in STAGES.items():
            seen.stage = name
            batch = act(batch) or batch
            seen.ends()
        seen.stage = ""
    print(json.dumps(_outcome(batch, dict(seen.counted))), flush=True)


class Seen:
    """Counts what each stage does, on the database and on the disk, and ends this process at one of them."""

    def __init__(self, stage, fatal):
        self.stage, self.where, self.fatal = "", stage, fatal
        self.counted = Counter()

    def happens(self):
        self.counted[self.stage] += 1
        if self.stage == self.where and self.counted[self.stage] == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def ends(self):
        """The stage is over, and there was less to do than was left to live."""
        if self.stage == self.where:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(self, execute, sql, params, many, context):
        self.happens()
        return execute(sql, params, many, context)

    @contextmanager
    def files(self):
        """Before and after every flush and every rename."""
        kept = {name: getattr(os, name) for name in ("fsync", "replace")}

        def watched(act):
            def run(*arguments):
                self.happens()
                done = act(*arguments)
                self.happens()
                return done

            return run

        for name, act in kept.items():
            setattr(os, name, watched(act))
        yield
        for name, act in kept.items():
            setattr(os, name, act)


def naive(fatal):
    """A payout as a script would do it: a line to the bank, then the mark that it was paid."""
    from django.conf import settings
    from django.db import connection

    from gongjiang.office.cases.models import Case

    seen = Seen("mark", int(fatal))
    with open(settings.HOME / "naive.txt", "a") as file, connection.execute_wrapper(seen.statement):
        for case in list(Case.objects.filter(state="draft").order_by("pk")):
            print(case.number, file=file, flush=True)
            seen.stage = "mark"
            Case.objects.filter(pk=case.pk).update(state="owed")


def _owe(_):
    from gongjiang.office.cases.models import Case
    from gongjiang.office.ledger.models import Payable
    from gongjiang.office.ledger.owing import owe_many
    from tests.treasury import Treasury

    found = Case.objects.select_related("person").prefetch_related("person__accounts").order_by("pk")
    # What was owed is owed; the last of it is asked for once more, as by somebody who heard no answer.
    done = max(Payable.objects.count() - CHUNK, 0)
    treasury, cases = Treasury(), list(found[done:])
    for start in range(0, len(cases), CHUNK):
        chunk = cases[start : start + CHUNK]
        claims = [treasury.claim(case, account=case.person.accounts.all()[0]) for case in chunk]
        owe_many(claims, treasury.hands())


def _batch(_):
    from gongjiang.office.ledger.batches import gather, lock_batch, open_batch
    from gongjiang.office.ledger.models import Batch, BatchState, Payable, PayableState
    from tests.treasury import LINE, Treasury

    by = Treasury().hand("经办甲")
    batch = Batch.objects.order_by("pk").first() or open_batch(LINE, by)
    waiting = (
        list(Payable.objects.filter(state=PayableState.OWED).order_by("pk")) if batch.state == "open" else []
    )
    for start in range(0, len(waiting), CHUNK):
        gather(batch, waiting[start : start + CHUNK], by)
    return lock_batch(batch, by) if batch.state == BatchState.OPEN else batch


def _sign(batch):
    from gongjiang.office.ledger.freezing import approve, check, freeze
    from tests.treasury import Treasury

    treasury = Treasury()
    if batch.state == "locked":
        batch = freeze(batch, "fixed", treasury.hand("经办甲"))
    _acknowledge(batch.sha256)
    if batch.state == "frozen":
        batch = check(batch, batch.sha256, treasury.hand("复核乙"))
    if batch.state == "checked":
        approve(batch, batch.sha256, treasury.hand("审批丙"))


def _send(batch):
    from django.conf import settings

    from gongjiang.office.ledger.bankfiles.writing import put
    from gongjiang.office.ledger.freezing import export
    from tests.treasury import Treasury

    put(Path(settings.HOME) / "bank.txt", export(batch, Treasury().hand("经办甲")))
    _acknowledge(hashlib.sha256((Path(settings.HOME) / "bank.txt").read_bytes()).hexdigest())


def _settle(batch):
    """Every tenth comes back, of many rows every hundredth; the reply arrives in two files that overlap."""
    from gongjiang.office.ledger.replies import settle_reply
    from gongjiang.office.ledger.reply_file import read_reply
    from tests.treasury import Treasury

    every = 10 if batch.rows.count() <= CHUNK else 100
    said = [
        f"{row.reference},{row.tail},{row.amount // 100}.00,{'R01' if row.seq % every == 0 else '00'},"
        for row in batch.rows.order_by("seq")
    ]
    for part in (said[: len(said) * 2 // 3], said[len(said) // 3 :]):
        settle_reply(batch, read_reply("\n".join(part).encode()), Treasury().hands())


def _again(batch):
    """What came back is owed again, to the account found right."""
    from gongjiang.office.ledger.models import Payable, PayableState
    from gongjiang.office.ledger.returns import reopen
    from tests.treasury import Treasury

    for payable in Payable.objects.filter(state=PayableState.RETURNED).order_by("pk"):
        reopen(payable, payable.account, "核实无误", Treasury().hands())


def _outcome(batch, counted):
    from dataclasses import astuple

    from gongjiang.office.journal.verifying import first_fault
    from gongjiang.office.ledger.budget import summaries
    from gongjiang.office.ledger.check import assert_balanced
    from gongjiang.office.ledger.freezing import file_of
    from gongjiang.office.ledger.models import BatchRow, ReplyRow, Transfer

    assert_balanced()
    batch.refresh_from_db()
    books = {
        "lines": [astuple(line)[1:] for line in summaries()],
        "transfers": Transfer.objects.count(),
        "rows": BatchRow.objects.count(),
        "answers": ReplyRow.objects.filter(effective=True).count(),
        "journal": first_fault(),
        "batch": [batch.state, batch.count, batch.total],
    }
    # A sequence may leave a gap where a transaction died: the batch's own number is not compared.
    content = hashlib.sha256(file_of(batch).replace(batch.number.encode(), b"")).hexdigest()
    return {"books": books, "content": content, "sha256": batch.sha256, "counted": counted}


def _acknowledge(sha256):
    print(json.dumps({"file": sha256}), flush=True)


OFTEN = {"assign": 4, "gather": 4, "sign": 3, "send": 3, "settle": 3, "again": 3}
LONG = ("assign", "gather", "again")
"""Stages of many transactions: what one start did is not done again."""
STAGES = {
    "assign": _owe,
    "gather": _batch,
    "sign": _sign,
    "send": _send,
    "settle": _settle,
    "again": _again,
}


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "pay": pay, "naive": naive}[sys.argv[1]](*sys.argv[2:])
