"""A change is priced beside today: what it touches moves, the sums agree with the scan, nobody is named."""

import json
from dataclasses import replace

import pytest

from gongjiang.law.scenario import Change, Scenario
from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.scanning import Question, Tally, answerable, scanned
from gongjiang.office.bulk.simulating import DIMENSIONS, OTHERS, SHOWN, simulate, told
from gongjiang.plans import plans
from tests.bulk.conftest import DAY

PLAN = plans()[0]
ASKED = Question(PLAN, answerable(PLAN), DAY, PLAN.settings())
CLAIM = next(scheme for scheme in ASKED.schemes if per_certificate(scheme))
SUM = CLAIM.grants[-1].amount
DEARER = Scenario("dearer", (Change(SUM.key, SUM.on(DAY) * 2),))


@pytest.fixture
def found(made_up):
    return told(simulate(ENGINES["polars"](), find_register(made_up), ASKED, DEARER), ASKED)


def test_the_sums_of_today_are_those_of_the_scan(found, made_up, tmp_path):
    tally = Tally()
    scanned(ENGINES["polars"](), find_register(made_up), ASKED, tally, tmp_path)

    assert {row["scheme"]: (row["today"]["eligible"], row["today"]["fen"]) for row in found["schemes"]} == {
        slug: (count.eligible, count.amount_fen) for slug, count in tally.counts.items()
    }


def test_only_what_the_change_touches_moves(found):
    moved = [row["scheme"] for row in found["schemes"] if row["today"] != row["changed"]]

    assert moved == [CLAIM.slug]


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("side", ["today", "changed"])
def test_every_dimension_adds_up_to_the_whole(found, dimension, side):
    people, fen = (sum(row[side][what] for row in found["schemes"]) for what in ("people", "fen"))
    rows = [row[side] for row in found["by"][dimension]]

    assert sum(row["fen"] for row in rows) == fen
    assert sum(row["people"] for row in rows) >= people, "a person may hold certificates of two levels"


def test_employers_beyond_the_first_are_added_up(found):
    values = [row["value"] for row in found["by"]["employer"]]

    assert (len(values), values[-1]) == (SHOWN + 1, OTHERS)


def test_a_dropped_rule_lets_more_people_in(made_up):
    dropped = Scenario("", (), (f"{CLAIM.slug}.found",))
    found = told(simulate(ENGINES["polars"](), find_register(made_up), ASKED, dropped), ASKED)

    row = next(row for row in found["schemes"] if row["scheme"] == CLAIM.slug)

    assert row["changed"]["eligible"] > row["today"]["eligible"]


def test_nothing_personal_is_in_the_answer(found, made_up):
    text = json.dumps(found)

    assert not any(f"{10_000_000 + n}" in text for n in range(3_000))
    assert "number" not in text


def test_nothing_changes_where_nothing_is_changed(made_up):
    asked = replace(ASKED, schemes=(CLAIM,))

    found = told(simulate(ENGINES["polars"](), find_register(made_up), asked, Scenario()), asked)

    assert all(row["today"] == row["changed"] for rows in found["by"].values() for row in rows)
