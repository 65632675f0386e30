"""Rings of experts among honest panels: how many are found, how many honest panels are accused."""

from dataclasses import dataclass
from random import Random

import pytest

from gongjiang.law.marking_signs import Fitted, of_experts, signs

EXPERTS = [f"E{n}" for n in range(7)]
BODIES = 6
ADDED = 15.0


@dataclass(frozen=True)
class Ring:
    """Two of seven who add points to the nominees of a body, or to so many of any."""

    nominees: int
    of_body: bool = True


def round_of(dice: Random, noise: float, ring: Ring | None = None, nominees: int = 24):
    """Marks as people give them: quality with a spread of 8, leniency of 4, chance of `noise`."""
    names = [f"N{n:02}" for n in range(nominees)]
    bodies = {name: f"B{n % BODIES}" for n, name in enumerate(names)}
    good = {name: dice.gauss(75, 8) for name in names}
    lenient = {expert: dice.gauss(0, 4) for expert in EXPERTS}
    pair = tuple(sorted(dice.sample(EXPERTS, 2)))
    held = [name for name in names if bodies[name] == "B0"] if ring and ring.of_body else names
    backed = set(dice.sample(held, ring.nominees)) if ring else set()
    marks = {}
    for name in names:
        for expert in EXPERTS:
            if dice.random() < 0.03:
                continue
            more = ADDED if name in backed and expert in pair else 0.0
            given = good[name] + lenient[expert] + dice.gauss(0, noise) + more
            marks[name, expert] = round(min(100.0, max(0.0, given)) * 2) / 2
    return marks, bodies, pair


def accused(dice: Random, noise: float, ring: Ring | None = None) -> tuple[bool, bool]:
    """Whether a sign is told at all, and whether it names both of the ring and nobody else first."""
    marks, bodies, pair = round_of(dice, noise, ring)
    found = signs(Fitted(marks), bodies)
    return bool(found), bool(found) and set(found[0].experts) <= set(pair)


def shares(many: int, noise: float, ring: Ring | None) -> tuple[float, float]:
    found = [accused(Random(f"{many} {noise} {ring} {n}"), noise, ring) for n in range(many)]
    return sum(any_ for any_, _ in found) / many, sum(right for _, right in found) / many


WHOLE_BODY = Ring(4)
"""All whom one body nominated: 4 of 24."""


def test_honest_panels_are_hardly_ever_accused():
    assert shares(20, 5.0, None)[0] <= 0.15


def test_a_ring_that_backs_the_nominees_of_a_body_is_found_and_named():
    told, right = shares(10, 3.0, WHOLE_BODY)

    assert (told, right) == (1.0, 1.0)


@pytest.mark.long
@pytest.mark.parametrize("noise", [3.0, 5.0, 8.0])
def test_of_a_thousand_honest_panels_about_one_in_twenty_is_accused(noise):
    assert shares(1000, noise, None)[0] <= 0.07


@pytest.mark.long
@pytest.mark.parametrize(("noise", "least"), [(3.0, 0.99), (5.0, 0.9), (8.0, 0.2)])
def test_of_a_thousand_rings_so_many_are_found(noise, least):
    """Where chance alone moves a mark by 8 points, a ring that adds 15 is mostly not seen."""
    told, right = shares(1000, noise, WHOLE_BODY)

    assert right >= least
    assert told - right <= 0.1


def test_what_is_left_of_a_mark_and_its_spread_are_those_of_the_model():
    """Three by three by hand: 1 − h is 4/9, and there are 4 degrees of freedom."""
    marks = {(n, e): float(10 * i + j) for i, n in enumerate("abc") for j, e in enumerate("xyz")}
    marks["a", "x"] += 9
    fitted = Fitted(marks)

    assert fitted.left["a", "x"] == pytest.approx(4)
    assert fitted.s == pytest.approx(3)
    assert fitted.excess([("a", "x")]) == pytest.approx(2)
    assert fitted.severity == pytest.approx({"x": 1, "y": -1, "z": 0})


def test_the_lenient_and_the_severe_are_told_and_are_no_sign():
    marks, bodies, _ = round_of(Random("lenient"), 3.0)
    harsh = {cell: mark - 12 * (cell[1] == "E0") for cell, mark in marks.items()}
    told = [one.severity for one in of_experts(Fitted(harsh))]

    assert told.index(min(told)) == EXPERTS.index("E0")
    assert len(signs(Fitted(harsh), bodies)) == len(signs(Fitted(marks), bodies))


def test_two_who_give_the_very_same_are_told():
    marks, bodies, _ = round_of(Random("same"), 3.0)
    both = {
        cell: marks.get((cell[0], "E0"), mark) if cell[1] == "E1" else mark for cell, mark in marks.items()
    }
    held = {cell: mark for cell, mark in both.items() if (cell[0], "E0") in marks}

    assert ("same", ("E0", "E1")) in {(one.kind, one.experts) for one in signs(Fitted(held), bodies)}


def test_a_panel_without_chance_tells_nothing_but_that_all_are_the_same():
    marks = {(n, e): 80.0 for n in "abc" for e in "xyz"}

    assert signs(Fitted(marks), {}) == []
