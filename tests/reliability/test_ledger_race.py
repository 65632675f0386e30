"""Many processes want the same money, and a budget for twenty pays exactly twenty.

Run as a module, this file is one competitor: it reports how often it won and how often it was refused.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

import pytest

ENOUGH_FOR = 20
PACE = 0.01


def competition(ground, processes, attempts, how="compete"):
    """What every competitor reports, all of them let go at once."""
    me, gate = "tests.reliability.test_ledger_race", ground.home / "go"
    assert ground.run(me, "prepare", str(processes * attempts)) == (0, "")
    if how == "naive":
        assert ground.run(me, "unguard") == (0, "")
    running = [ground.start(me, how, str(n), str(attempts), str(gate)) for n in range(processes)]
    while len(list(ground.home.glob("ready-*"))) < processes:
        time.sleep(PACE)
    gate.touch()
    told = [process.communicate(timeout=300)[0] for process in running]
    code, said = ground.run(me, "audit" if how == "compete" else "count")
    assert (code, [process.returncode for process in running]) == (0, [0] * processes)
    reports = [json.loads(report) for report in told]
    return (
        sum(report["won"] for report in reports),
        sum(report["refused"] for report in reports),
        json.loads(said),
    )


@pytest.mark.both
def test_a_budget_for_twenty_pays_twenty(tmp_path):
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        outcome = competition(place, processes=4, attempts=10)

    assert outcome == (20, 20, {"available": 0, "reserves": 20})


@pytest.mark.both
@pytest.mark.long
def test_sixteen_processes_with_fifty_attempts_each_win_twenty_times(tmp_path):
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        outcome = competition(place, processes=16, attempts=50)

    assert outcome == (20, 780, {"available": 0, "reserves": 20})


@pytest.mark.both
def test_sixteen_writers_that_read_and_then_write_overspend_without_the_guard(tmp_path):
    """The control: the same race, with the guards lifted and the sum read before it is written."""
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        won, _, counted = competition(place, processes=16, attempts=4, how="naive")

    assert won == counted["reserves"]
    assert won > ENOUGH_FOR


@pytest.mark.both
def test_acts_of_every_kind_at_once_neither_wait_in_a_circle_nor_lose_a_fen(tmp_path):
    from tests.ledger_ground import ground

    me = "tests.reliability.test_ledger_race"
    with ground(tmp_path / "home") as place:
        assert place.run(me, "prepare", "12") == (0, "")
        running = [place.start(me, "jostle", str(n), "40") for n in range(4)]
        said = [process.communicate(timeout=300)[0] for process in running]
        audited = place.run(me, "audit")[0]

    assert ([process.returncode for process in running], audited) == ([0] * 4, 0)
    reports = [json.loads(report) for report in said]
    for act in ("reserve", "owe", "send", "answer", "reopen"):
        assert sum(report[act] for report in reports) > 0, act


def prepare(cases):
    from tests.treasury import REWARD, Treasury

    treasury = Treasury()
    treasury.fund(REWARD * ENOUGH_FOR)
    for number in range(int(cases)):
        treasury.case(f"王工{number}")


def compete(number, attempts, gate):
    from django.conf import settings

    from gongjiang.office.cases.models import Case
    from gongjiang.office.ledger.refusal import LedgerRefused
    from gongjiang.office.ledger.reserves import reserve
    from tests.treasury import CLAUSE, LINE, REWARD, Treasury

    hands, first = Treasury().hands(), int(number) * int(attempts)
    cases = list(Case.objects.order_by("pk")[first : first + int(attempts)])
    (settings.HOME / f"ready-{number}").touch()
    while not Path(gate).exists():
        time.sleep(PACE)
    won = refused = 0
    for case in cases:
        try:
            reserve(case, LINE, REWARD, CLAUSE, hands)
            won += 1
        except LedgerRefused:
            refused += 1
    print(json.dumps({"won": won, "refused": refused}))


def unguard():
    """The database without its triggers, for good."""
    from tests import append_only

    append_only._drop() if not os.environ["GONGJIANG_DATABASE"] else append_only._disable()


def naive(number, attempts, gate):
    """Look how much is left, think, then take it."""
    from django.conf import settings
    from django.db.models import Sum

    from gongjiang.office.ledger.lines import chart
    from gongjiang.office.ledger.models import Kind, Transfer
    from tests.treasury import LINE, NOW, REWARD, TODAY, Treasury

    hands, accounts = Treasury().hands(), chart(LINE)
    (settings.HOME / f"ready-{number}").touch()
    while not Path(gate).exists():
        time.sleep(PACE)
    won = 0
    for turn in range(int(attempts)):
        taken = Transfer.objects.filter(kind="reserve").aggregate(sum=Sum("amount"))["sum"] or 0
        time.sleep(PACE * 10)
        if taken + REWARD <= REWARD * ENOUGH_FOR:
            Transfer.objects.create(
                key=f"{number}:{turn}", kind="reserve", amount=REWARD, debit=accounts[Kind.BUDGET],
                credit=accounts[Kind.ENCUMBRANCE], maker=hands.maker, checker=hands.checker, on=TODAY, at=NOW,
            )  # fmt: skip
            won += 1
    print(json.dumps({"won": won, "refused": int(attempts) - won}))


def count():
    from gongjiang.office.ledger.models import Move, Transfer

    print(json.dumps({"reserves": Transfer.objects.filter(kind=Move.RESERVE).count()}))


def jostle(seed, rounds):
    """Any act on any case, at random. A refusal is an answer; anything else ends the process."""
    from gongjiang.office.ledger.refusal import LedgerRefused
    from tests.jostling import ACTS, Desk

    choose, desk = random.Random(int(seed)), Desk(random.Random(int(seed)))
    done = dict.fromkeys(ACTS, 0)
    for _ in range(int(rounds)):
        name = choose.choice(list(ACTS))
        try:
            done[name] += bool(ACTS[name](desk))
        except LedgerRefused:
            continue
    print(json.dumps(done))


def audit():
    from gongjiang.office.ledger.budget import available
    from gongjiang.office.ledger.check import assert_balanced
    from gongjiang.office.ledger.models import Move, Transfer
    from tests.treasury import LINE

    assert_balanced()
    reserves = Transfer.objects.filter(kind=Move.RESERVE).count()
    print(json.dumps({"available": available(LINE), "reserves": reserves}))


if __name__ == "__main__":
    import django

    django.setup()
    acts = (prepare, compete, unguard, naive, count, jostle, audit)
    {act.__name__: act for act in acts}[sys.argv[1]](*sys.argv[2:])
