"""Kill a payout with -9 in the middle of its work, start it again, and compare with one that was left alone.

Run as a module, this file is the payout: every step finds what was done before and does the rest. It dies
at the statement it is told to, which falls inside a transaction more often than between two.
"""

import hashlib
import json
import os
import signal
import sys
from pathlib import Path

import pytest

ME = "tests.reliability.test_ledger_kill"
CHUNK = 100


def story(place, kill_at):
    """Run the payout, killed at that statement, then to its end: what it acknowledged, what it came to."""
    code, before = place.run(ME, "pay", str(kill_at))
    assert code == -signal.SIGKILL
    code, after = place.run(ME, "pay", "0")
    assert code == 0
    lines = [json.loads(line) for line in (before + after).splitlines()]
    return [line for line in lines if "file" in line], lines[-1]


def drill(tmp_path, rows, kills):
    from tests.ledger_ground import copied, ground

    with ground(tmp_path / "home") as origin:
        assert origin.run(ME, "prepare", str(rows)) == (0, "")
        with copied(origin, tmp_path / "undisturbed") as place:
            code, said = place.run(ME, "pay", "0")
            assert code == 0
        expected = json.loads(said.splitlines()[-1])
        for number in range(kills):
            point = expected["statements"] * (2 * number + 1) // (2 * kills)
            with copied(origin, tmp_path / f"kill-{number}") as place:
                acknowledged, outcome = story(place, point)
            assert {line["file"] for line in acknowledged} == {outcome["sha256"]}, point
            assert (outcome["books"], outcome["content"]) == (expected["books"], expected["content"]), point


@pytest.mark.both
def test_a_payout_killed_three_times_loses_and_doubles_nothing(tmp_path):
    drill(tmp_path, rows=60, kills=3)


@pytest.mark.both
@pytest.mark.long
def test_a_payout_of_a_thousand_killed_at_twenty_points_loses_and_doubles_nothing(tmp_path):
    drill(tmp_path, rows=1000, kills=20)


def prepare(rows):
    from tests.treasury import REWARD, Treasury

    treasury = Treasury()
    treasury.fund(REWARD * int(rows))
    for number in range(1, int(rows) + 1):
        treasury.account(treasury.case(f"王工{number}").person.name, f"6222{number:012d}")


def pay(kill_at):
    from django.db import connection

    seen = Seen(int(kill_at))
    with connection.execute_wrapper(seen):
        _owe()
        batch = _batch()
        _sign(batch)
        _send(batch)
        _settle(batch)
        _again(batch)
    print(json.dumps(_outcome(batch, seen.count)), flush=True)


class Seen:
    """Counts statements, and ends this process at the one it was given."""

    def __init__(self, fatal):
        self.count, self.fatal = 0, fatal

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if self.count == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def _owe():
    from gongjiang.office.cases.models import Case
    from gongjiang.office.ledger.owing import owe_many
    from tests.treasury import Treasury

    treasury, cases = Treasury(), list(Case.objects.select_related("person").order_by("pk"))
    for start in range(0, len(cases), CHUNK):
        chunk = cases[start : start + CHUNK]
        owe_many(
            [treasury.claim(case, account=case.person.accounts.get()) for case in chunk], treasury.hands()
        )


def _batch():
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
    """Every tenth comes back; the reply arrives in two files that overlap."""
    from gongjiang.office.ledger.replies import settle_reply
    from gongjiang.office.ledger.reply_file import read_reply
    from tests.treasury import Treasury

    said = [
        f"{row.reference},{row.tail},{row.amount // 100}.00,{'R01' if row.seq % 10 == 0 else '00'},"
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


def _outcome(batch, statements):
    from dataclasses import astuple

    from gongjiang.office.journal.models import first_fault
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
    return {"books": books, "content": content, "sha256": batch.sha256, "statements": statements}


def _acknowledge(sha256):
    print(json.dumps({"file": sha256}), flush=True)


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "pay": pay}[sys.argv[1]](*sys.argv[2:])
