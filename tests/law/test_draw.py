"""The hash-sort draw: order independence, fairness, strata, caps, substitutes."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.draw import LONGEST_CHAIN, chain, chain_step, ordered, tickets
from gongjiang.law.pool import Expert, Pool, pool_commitment
from gongjiang.law.rfc3797 import rfc3797
from gongjiang.law.stratified import stratified
from gongjiang.law.substitution import substitute
from gongjiang.law.words import Problem

LINKS = chain("a secret of the test", 4)
FIRST_CODE, SECOND_CODE = LINKS[-2], LINKS[-3]
LABELS = st.lists(
    st.text(st.characters(exclude_characters="|", codec="utf-8"), min_size=1), unique=True, max_size=12
)


def pool(**changes: object) -> Pool:
    experts = {f"E{n:02}": Expert("焊接" if n % 2 else "数控", f"O{n % 4}") for n in range(16)}
    made = Pool(experts, {"焊接": 3, "数控": 2}, commitment=LINKS[-1], context="2031|")
    return replace(made, **changes)


@given(LABELS, st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(labels, rng):
    shuffled = rng.sample(labels, len(labels))

    assert ordered(tickets("R", FIRST_CODE, shuffled)) == ordered(tickets("R", FIRST_CODE, labels))


@given(LABELS.filter(bool), st.data())
def test_removing_one_label_leaves_the_order_of_the_others(labels, data):
    gone = data.draw(st.sampled_from(labels))

    after = ordered(tickets("R", FIRST_CODE, [label for label in labels if label != gone]))

    assert after == tuple(label for label in ordered(tickets("R", FIRST_CODE, labels)) if label != gone)


def test_every_label_is_as_likely_to_be_first():
    labels, draws = [f"N{n}" for n in range(10)], 4_000
    first = [ordered(tickets(f"round {n}", FIRST_CODE, labels))[0] for n in range(draws)]

    chi_square = sum((first.count(label) - draws / 10) ** 2 / (draws / 10) for label in labels)

    # p between 0.001 and 0.999 on 9 degrees of freedom (tables of the chi-square distribution).
    assert 1.152 < chi_square < 27.877


def test_a_chain_has_the_links_asked_for_whatever_the_secret_is_written_in():
    assert [len(chain("secret", many)) for many in (1, 2, LONGEST_CHAIN)] == [1, 2, LONGEST_CHAIN]
    assert chain(b"secret", 3) == chain("secret", 3)


@pytest.mark.parametrize("many", [-1, 0, LONGEST_CHAIN + 1])
def test_a_chain_is_never_empty_nor_endless(many):
    with pytest.raises(ValueError, match="between 1 and 1000"):
        chain("secret", many)


def test_a_code_is_known_by_its_place_in_the_chain():
    assert [chain_step(code, LINKS[-1]) for code in (FIRST_CODE, SECOND_CODE)] == [1, 2]


@pytest.mark.parametrize("code", ["", "00", "zz" * 32, FIRST_CODE.upper(), LINKS[-1], FIRST_CODE + " "])
def test_anything_else_is_not_in_the_chain(code):
    assert chain_step(code, LINKS[-1]) is None


def test_the_commitment_is_the_last_link():
    link = b"a secret of the test"
    for _ in range(4):
        link = sha256(link).digest()

    assert LINKS[-1] == link.hex()


@pytest.mark.parametrize(
    "sources",
    [[], [[]], [["x"]], [[-1]], [["1", "2.5"]]],
)
def test_rfc3797_refuses_what_is_not_a_number(sources):
    assert isinstance(rfc3797(sources, 5, 2), Problem)


def test_rfc3797_keeps_the_order_of_fractions_and_strips_their_zeros():
    drawn = rfc3797([["12.50", "03.00"], ["007", 5]], 3, 1)

    assert drawn.key == "12.53./5.7./"


def test_rfc3797_refuses_a_pool_beyond_two_bytes():
    assert isinstance(rfc3797([[1]], 65_536, 1), Problem)


def test_a_short_stratum_is_a_problem_and_is_never_filled_from_another():
    recused = frozenset(f"E{n:02}" for n in range(1, 13, 2))

    found = stratified(pool(recused=recused), "R", FIRST_CODE)

    assert found.said.en == "stratum 焊接 needs 3 and has 2 after recusals and the organisation cap"


def test_no_organisation_has_more_panel_seats_than_its_cap():
    drawn = stratified(pool(seats={"焊接": 2, "数控": 2}, org_cap=1), "R", FIRST_CODE)

    orgs = [pool().experts[label].org for panel in drawn.panel.values() for label in panel]
    assert len(orgs) == len(set(orgs))


def test_who_is_passed_over_for_the_cap_is_logged():
    drawn = stratified(pool(seats={"焊接": 2}, org_cap=1, alternates=0), "R", FIRST_CODE)

    order = ordered(drawn.tickets["焊接"])
    passed = order[: order.index(drawn.panel["焊接"][-1])]
    assert drawn.skipped == tuple((label, "org_cap") for label in passed if label not in drawn.panel["焊接"])


def test_a_stratum_short_of_alternates_is_named():
    recused = frozenset(f"E{n:02}" for n in range(1, 9, 2))

    drawn = stratified(pool(recused=recused), "R", FIRST_CODE)

    assert drawn.short_of_alternates == ("焊接",)


@pytest.mark.parametrize(
    "changes",
    [
        {"seats": {}},
        {"alternates": -1},
        {"recused": frozenset({"X"})},
        {"experts": {"a|b": Expert("焊接", "O")}},
    ],
)
def test_a_pool_that_makes_no_sense_is_a_problem(changes):
    assert isinstance(stratified(pool(**changes), "R", FIRST_CODE), Problem)


def test_the_first_alternate_takes_the_seat_of_who_leaves():
    drawn = stratified(pool(), "R", FIRST_CODE)
    leaving, alternates = drawn.panel["焊接"][1], drawn.alternates["焊接"]

    done = substitute(pool(), drawn, leaving, frozenset(), "R")

    assert done.entering == alternates[0]
    assert done.draw.panel["焊接"] == (drawn.panel["焊接"][0], alternates[0], drawn.panel["焊接"][2])
    assert done.draw.alternates["焊接"] == alternates[1:]


def test_an_alternate_recused_for_the_new_set_is_passed_over():
    drawn = stratified(pool(), "R", FIRST_CODE)
    first, second = drawn.alternates["焊接"]

    done = substitute(pool(), drawn, drawn.panel["焊接"][0], frozenset({first}), "R")

    assert (done.entering, done.skipped) == (second, ((first, "recused"),))
    assert done.draw.alternates["焊接"] == (first,)


def test_when_alternates_are_exhausted_the_next_code_is_asked_for():
    drawn = stratified(pool(alternates=0), "R", FIRST_CODE)

    asked = substitute(pool(alternates=0), drawn, drawn.panel["焊接"][0], frozenset(), "R")

    assert asked.said.en == "no alternate is left: reveal the next one-time code"


def test_the_next_code_draws_from_those_not_used():
    bare = pool(alternates=0)
    drawn = stratified(bare, "R", FIRST_CODE)

    once = substitute(bare, drawn, drawn.panel["焊接"][0], frozenset(), "R", SECOND_CODE)
    twice = substitute(bare, once.draw, once.entering, frozenset(), "R", SECOND_CODE)

    fresh = ordered(tickets("R", SECOND_CODE, drawn.tickets["焊接"], "2031|焊接|"))
    unused = [label for label in fresh if label not in drawn.panel["焊接"]]
    assert [once.entering, twice.entering] == unused[:2]
    assert once.skipped == tuple((label, "used") for label in fresh[: fresh.index(once.entering)])


def test_the_next_code_is_refused_where_it_is_not_one():
    bare = pool(alternates=0)
    drawn = stratified(bare, "R", FIRST_CODE)

    said = substitute(bare, drawn, drawn.panel["焊接"][0], frozenset(), "R", SECOND_CODE.upper()).said

    assert said.en == "the one-time code must be 64 lower-case hex digits"


def test_where_everybody_was_used_the_next_code_draws_nobody():
    bare = pool(alternates=0, seats={"焊接": 8})
    drawn = stratified(bare, "R", FIRST_CODE)

    said = substitute(bare, drawn, drawn.panel["焊接"][0], frozenset(), "R", SECOND_CODE).said

    assert said.en == "stratum 焊接 needs 8 and has 7 after recusals and the organisation cap"


def test_the_pool_commitment_ignores_the_order_of_typing():
    turned = dict(reversed(pool().experts.items()))

    assert pool_commitment(pool(experts=turned)) == pool_commitment(pool())


@pytest.mark.parametrize(
    "changes",
    [
        {"seats": {"焊接": 3, "数控": 3}},
        {"org_cap": 1},
        {"alternates": 3},
        {"recused": frozenset({"E01"})},
        {"source": "lottery"},
        {"source_time": "2031-05-01T20:00+08:00"},
        {"commitment": LINKS[0]},
        {"context": "2031"},
        {"experts": {**pool().experts, "E00": Expert("数控", "O9")}},
    ],
)
def test_the_pool_commitment_covers_every_field(changes):
    assert pool_commitment(pool(**changes)) != pool_commitment(pool())
