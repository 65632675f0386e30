"""Selection under crossing caps: the walk, the walk that looks ahead, the best total."""

import random
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.best_total import best_total
from gongjiang.law.candidates import Candidate, Room, display_ranks, ranked, total
from gongjiang.law.ranking import select
from gongjiang.law.words import Problem

CAPS = {"district": {"*": 2, "d0": 1}, "sector": {"*": 2}, "employer": {"*": 1}}


@st.composite
def nominees(draw, most=9):
    count = draw(st.integers(0, most))
    return [
        Candidate(
            f"N{n}",
            Decimal(draw(st.integers(700, 730))).scaleb(-1),
            (Decimal(draw(st.integers(0, 3))),),
            f"{n:03}",
            draw(st.sampled_from([None, None, None, "违纪"])),
            {name: f"{name[0]}{draw(st.integers(0, 3))}" for name in CAPS},
        )
        for n in range(count)
    ]


def fits(people):
    room = Room(CAPS)
    for one in people:
        if room.full(one):
            return False
        room.take(one)
    return True


def brute(people, seats):
    """Largest possible selections, best by rank first."""
    order = [one for one in ranked(people) if not one.veto]
    for size in range(seats, -1, -1):
        found = [chosen for chosen in combinations(order, size) if fits(chosen)]
        if found:
            return found
    return [()]


@settings(max_examples=150, deadline=None)
@given(nominees())
def test_the_lookahead_equals_the_exhaustive_search(people):
    chosen = select(people, 5, CAPS, fill="lookahead")

    assert chosen.winners == tuple(one.id for one in brute(people, 5)[0])
    assert chosen.proved


@settings(max_examples=150, deadline=None)
@given(nominees())
def test_the_best_total_equals_the_exhaustive_search(people):
    possible = brute(people, 5)

    best = best_total(people, 5, CAPS)

    expected = max(map(total, possible)) if len(possible[0]) == 5 else None
    assert (best and best.total) == expected
    assert best is None or best.proved


@settings(deadline=None)
@given(nominees(most=40), st.sampled_from(["walk", "lookahead"]))
def test_no_selection_breaks_a_cap_or_seats_the_vetoed(people, fill):
    chosen = select(people, 6, CAPS, fill=fill)

    winners = [one for one in people if one.id in chosen.winners]
    assert fits(winners)
    assert all(one.veto is None for one in winners)
    assert len(winners) == chosen.filled <= chosen.fillable <= 6


@given(nominees(most=20), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(people, rng):
    turned = rng.sample(people, len(people))

    assert select(turned, 5, CAPS, fill="walk") == select(people, 5, CAPS, fill="walk")


def test_the_fill_rule_has_no_default():
    with pytest.raises(TypeError, match="fill"):
        select([], 1, {})


def test_whom_the_lookahead_passes_over_is_logged():
    people = [
        Candidate("A", Decimal(90), attrs={"x": "1", "y": "1"}),
        Candidate("B", Decimal(80), attrs={"x": "1", "y": "2"}),
        Candidate("C", Decimal(70), attrs={"x": "2", "y": "1"}),
    ]
    caps = {"x": {"*": 1}, "y": {"*": 1}}

    walk, ahead = (select(people, 2, caps, fill=fill) for fill in ("walk", "lookahead"))

    assert walk.log == (("A", "selected"), ("B", "cap:x"), ("C", "cap:y"))
    assert ahead.log == (("A", "lookahead"), ("B", "selected"), ("C", "selected"))


def test_a_veto_speaks_before_the_line():
    people = [
        Candidate("A", Decimal(90)),
        Candidate("B", Decimal(80), veto="失信"),
        Candidate("C", Decimal(70)),
    ]

    chosen = select(people, 1, {}, fill="walk")

    assert chosen.log == (("A", "selected"), ("B", "veto:失信"), ("C", "below line"))


def test_two_tied_throughout_need_a_lot():
    tied = [Candidate("A", Decimal(90), ticket="1"), Candidate("B", Decimal(90), ticket="1")]

    assert isinstance(select(tied, 1, {}, fill="walk"), Problem)
    assert isinstance(best_total(tied, 1, {}), Problem)


def test_a_vetoed_nominee_between_two_tied_hides_nothing():
    tied = [
        Candidate(name, Decimal(90), veto=veto) for name, veto in (("A", None), ("B", "违纪"), ("C", None))
    ]

    assert isinstance(select(tied, 1, {}, fill="walk"), Problem)


def test_equal_scores_share_a_rank_and_the_next_is_third():
    people = [
        Candidate(name, Decimal(score), ticket=name) for name, score in (("A", 90), ("B", 90), ("C", 80))
    ]

    assert display_ranks([*people, Candidate("V", Decimal(99), veto="违纪")]) == {"A": 1, "B": 1, "C": 3}


@pytest.mark.parametrize("employers", [200, 40, 25])
def test_four_hundred_nominees_and_twenty_seats_are_decided_and_proved(employers):
    rng = random.Random(7)
    people = [
        Candidate(
            f"N{n:03}",
            Decimal(rng.randrange(7000, 9500)).scaleb(-2),
            ticket=f"{n:03}",
            attrs={
                "district": f"d{rng.randrange(10)}",
                "sector": f"s{rng.randrange(10)}",
                "employer": f"e{rng.randrange(employers)}",
            },
        )
        for n in range(400)
    ]
    caps = {"district": {"*": 2}, "sector": {"*": 2}, "employer": {"*": 1}}

    walk = select(people, 20, caps, fill="walk")
    ahead = select(people, 20, caps, fill="lookahead")
    best = best_total(people, 20, caps)

    assert (ahead.filled, ahead.proved, best.proved) == (20, True, True)
    assert walk.filled <= 20
    assert ahead.total <= best.total
