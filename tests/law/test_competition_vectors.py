"""Every public vector of contests: the scale, medals, judges' marks, delegations."""

from decimal import Decimal
from typing import Any

import pytest

from gongjiang.law.competition_judgement import judged
from gongjiang.law.competition_medals import medals
from gongjiang.law.competition_member import member_standing
from gongjiang.law.competition_scale import scaled
from gongjiang.law.terms import Medal
from tests.law.vectors import vectors

Vector = dict[str, Any]
PRINTED = {
    "Gold": Medal.GOLD,
    "Silver": Medal.SILVER,
    "Bronze": Medal.BRONZE,
    "Medallion for Excellence": Medal.EXCELLENCE,
    "": Medal.NONE,
}


def of(topic: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("vector", [pytest.param(v, id=v["id"]) for v in vectors(topic)])


@of("competition.scale700")
def test_points_on_the_scale_are_as_published(vector: Vector) -> None:
    given = vector["input"]

    assert list(scaled(given["raw"], given["c"], given["clamp"])) == vector["expected"]["points"]


@of("competition.medals")
def test_medals_are_as_published(vector: Vector) -> None:
    given = vector["input"]

    won = medals(given["points"], given["tie"], given["excellence"], given.get("min_field"))

    assert list(won) == [PRINTED[name] for name in vector["expected"]["awards"]]


@of("competition.judgement")
def test_judges_make_the_published_mark_or_must_mark_again(vector: Vector) -> None:
    mark = vector["expected"]["mark"]

    assert judged(**vector["input"]) == (None if mark is None else Decimal(mark))


@of("competition.member")
def test_a_delegation_has_the_published_totals(vector: Vector) -> None:
    given, expected = vector["input"], vector["expected"]

    found = member_standing([PRINTED[name] for name in given["medals"]], given["points"])

    assert {name: float(getattr(found, name)) for name in expected} == pytest.approx(
        expected, abs=vector["tolerance"]
    )
