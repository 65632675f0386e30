"""Every public vector of the draw, the scores and the selection."""

from decimal import Decimal
from typing import Any

import pytest

from gongjiang.law.beacon import beacon_randomness, beacon_round
from gongjiang.law.best_total import best_total
from gongjiang.law.draw import chain, ordered, tickets
from gongjiang.law.ranking import select
from gongjiang.law.rfc3797 import entropy_bits, rfc3797
from gongjiang.law.rubric import rubric_mark
from gongjiang.law.scoring import Stages, panel_mark, stages, tie_break, weighted_total
from gongjiang.law.stratified import stratified
from tests.law.vectors import candidates_from, pool_from, rubric_from, vectors, yuecheng_evidence

Vector = dict[str, Any]


def of(*topics: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("vector", [pytest.param(v, id=v["id"]) for v in vectors(*topics)])


@of("draw.rfc3797")
def test_rfc3797_draws_as_published(vector: Vector) -> None:
    drawn = rfc3797(**vector["input"])

    found = {
        "key": drawn.key,
        "selected": list(drawn.selected),
        "md5": list(drawn.md5),
        "first_md5": drawn.md5[0],
        "divisors": list(drawn.divisors),
    }
    assert {name: found[name] for name in vector["expected"]} == vector["expected"]


@of("draw.entropy_bits")
def test_entropy_is_the_logarithm_of_the_number_of_selections(vector: Vector) -> None:
    bits = entropy_bits(**vector["input"])

    assert bits == pytest.approx(vector["expected"]["bits"], abs=vector["tolerance"])


@of("draw.commit_chain")
def test_the_chain_has_the_published_links(vector: Vector) -> None:
    links = chain(**vector["input"])

    assert {name: links[int(name[1:]) - 1] for name in vector["expected"]} == vector["expected"]


@of("draw.hash_sort")
def test_tickets_and_order_are_as_published(vector: Vector) -> None:
    drawn = tickets(**vector["input"])

    assert drawn == vector["expected"]["tickets"]
    assert list(ordered(drawn)) == vector["expected"]["order"]


@of("draw.beacon")
def test_a_beacon_value_is_the_hash_of_its_signature(vector: Vector) -> None:
    value = beacon_randomness(vector["input"]["signature"])

    assert value == vector["expected"]["randomness"]


@of("draw.beacon_round")
def test_a_moment_has_its_beacon_round(vector: Vector) -> None:
    assert beacon_round(**vector["input"]) == vector["expected"]["round"]


@of("draw.stratified")
def test_a_stratified_draw_gives_panel_alternates_and_skips(vector: Vector) -> None:
    given, expected = vector["input"], vector["expected"]

    drawn = stratified(pool_from(given), given["randomness"], given["one_time_code"])

    assert {s: list(labels) for s, labels in drawn.panel.items()} == expected["panel"]
    assert {s: list(labels) for s, labels in drawn.alternates.items()} == expected["alternates"]
    assert [list(skip) for skip in drawn.skipped] == expected["skipped"]


@of("score.panel_mean")
def test_a_panel_mark_is_as_published(vector: Vector) -> None:
    assert panel_mark(**vector["input"]) == Decimal(vector["expected"]["mean"])


@of("score.weighted_total")
def test_each_product_is_rounded_before_adding(vector: Vector) -> None:
    assert str(weighted_total(vector["input"]["parts"])) == vector["expected"]["total"]


@of("score.tie_break")
def test_ties_are_broken_by_the_announced_key(vector: Vector) -> None:
    for case, order in zip(vector["input"]["cases"], vector["expected"]["order"], strict=True):
        key = 1 if "component" in case["rule"] else 0
        tied = [(name, marks) for name, *marks in case["tied"]]

        assert tie_break(tied, [key]) == tuple((name,) for name in order)


@of("score.rubric")
def test_a_point_table_gives_its_points(vector: Vector) -> None:
    marked = rubric_mark(rubric_from("yuecheng_rubric.json"), yuecheng_evidence(vector["input"]))

    found = {**marked.sections, "subtotal": marked.total}
    assert found == {name: Decimal(points) for name, points in vector["expected"].items()}


@of("score.stages")
def test_review_and_site_make_the_final_total(vector: Vector) -> None:
    expected = vector["expected"]

    found = stages(**vector["input"])

    assert found == Stages(Decimal(expected["review"]), Decimal(expected["final"]))


@of("select.capped")
def test_walk_lookahead_and_best_total_are_three_policies(vector: Vector) -> None:
    given, expected = vector["input"], vector["expected"]
    people = candidates_from(given["candidates"])

    walk = select(people, given["seats"], given["caps"], fill="walk")
    ahead = select(people, given["seats"], given["caps"], fill="lookahead")
    best = best_total(people, given["seats"], given["caps"])

    assert [list(line) for line in walk.log] == expected["log"]
    assert list(walk.winners) == expected["winners"]
    assert (walk.filled, walk.fillable) == (expected["filled"], expected["fillable"])
    assert str(walk.total) == expected["sequential_total"]
    assert list(ahead.winners) == expected["lookahead_winners"]
    assert (str(best.total), sorted(best.winners)) == (expected["optimal_total"], expected["optimal_set"])


@of("select.ties")
def test_the_tie_chain_ends_with_the_lot(vector: Vector) -> None:
    given = vector["input"]

    chosen = select(candidates_from(given["candidates"]), given["seats"], given["caps"], fill="walk")

    assert list(chosen.winners) == vector["expected"]["winners"]
