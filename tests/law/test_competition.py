"""Contests as properties: what no choice of points can break."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.competition_judgement import judged
from gongjiang.law.competition_medals import medals, ranks
from gongjiang.law.competition_scale import MIDDLE, median, scaled
from gongjiang.law.terms import Medal
from gongjiang.law.words import Problem

MARKS = st.lists(st.integers(0, 10_000).map(lambda cents: Fraction(cents, 100)), min_size=1, max_size=25)
POINTS = st.lists(st.integers(690, 720), max_size=12)
RANK = {Medal.GOLD: 4, Medal.SILVER: 3, Medal.BRONZE: 2, Medal.EXCELLENCE: 1, Medal.NONE: 0}


@given(MARKS)
def test_whoever_stands_at_the_median_gets_700(raw):
    points = scaled(raw)

    assert {point for mark, point in zip(raw, points, strict=True) if mark == median(raw)} <= {MIDDLE}


@given(MARKS)
def test_a_better_mark_never_gets_fewer_points(raw):
    points = scaled(sorted(raw))

    assert list(points) == sorted(points)


@given(MARKS, st.integers(-50, 50), st.fractions(Fraction(1, 9), 9))
def test_the_scale_knows_neither_origin_nor_unit(raw, shift, unit):
    assert scaled([mark * unit + shift for mark in raw]) == scaled(raw)


class SlowTable:
    """The rule read again, one competitor at a time."""

    def __init__(self, points: list[int], tie: int) -> None:
        self.points, self.tie = points, tie
        self.medals: list[Medal | None] = [None] * len(points)

    @property
    def left(self) -> list[int]:
        return [p for p, medal in zip(self.points, self.medals, strict=True) if medal is None]

    def give(self, medal: Medal, mark: int) -> list[int]:
        taken = [p for p in self.left if mark - p <= self.tie]
        for place, number in enumerate(self.points):
            if self.medals[place] is None and mark - number <= self.tie:
                self.medals[place] = medal
        return taken


def slow_medals(points: list[int], tie: int, line: int) -> list[Medal]:
    table = SlowTable(points, tie)
    golds = table.give(Medal.GOLD, max(points)) if points else []
    silvers = table.give(Medal.SILVER, max(table.left)) if len(golds) == 1 and table.left else []
    last = min(golds) if len(golds) > 2 else min(silvers) if len(silvers) > 1 else max(table.left, default=0)
    table.give(Medal.BRONZE, last)
    rest = [Medal.EXCELLENCE if p >= line else Medal.NONE for p in points]
    return [medal or other for medal, other in zip(table.medals, rest, strict=True)]


@given(POINTS, st.integers(0, 4))
def test_medals_agree_with_a_slow_reading_of_the_rule(points, tie):
    assert list(medals(points, tie, 700)) == slow_medals(points, tie, 700)


@given(POINTS, st.integers(0, 4), st.randoms())
def test_the_order_of_the_list_gives_nobody_another_medal(points, tie, dice):
    mixed = list(points)
    dice.shuffle(mixed)

    assert dict(zip(mixed, medals(mixed, tie), strict=True)) == dict(
        zip(points, medals(points, tie), strict=True)
    )


@given(POINTS, st.integers(0, 4))
def test_more_points_never_win_a_lesser_medal(points, tie):
    best_first = sorted(points, reverse=True)

    won = [RANK[medal] for medal in medals(best_first, tie)]

    assert won == sorted(won, reverse=True)


@given(POINTS)
def test_equal_points_share_a_rank_and_the_next_is_skipped(points):
    assert sorted(ranks(points)) == [sorted(points, reverse=True).index(p) + 1 for p in sorted(points)[::-1]]


@pytest.mark.parametrize("scores", [[3, 3], [3, 3, 4], [-1, 0, 0], [1, 1, True]])
def test_marks_that_are_not_three_of_0_to_3_are_refused(scores):
    assert isinstance(judged(scores, 1), Problem)
