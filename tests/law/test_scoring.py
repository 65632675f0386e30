"""Panel marks, totals, stages and ties."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.rubric import Section, Steps, Table, rubric_mark
from gongjiang.law.scoring import (
    Quorum,
    Stages,
    half_up,
    panel_mark,
    quorum,
    stages,
    tie_break,
    weighted_total,
)
from gongjiang.law.words import Problem

MARK = st.decimals(0, 100, places=2)
MARKS = st.lists(MARK, min_size=5, max_size=11)


@given(MARKS, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(marks, rng):
    assert panel_mark(rng.sample(marks, len(marks))) == panel_mark(marks)


@given(MARKS)
def test_a_panel_mark_lies_between_the_lowest_and_the_highest(marks):
    assert min(marks) <= panel_mark(marks) <= max(marks)


@given(MARKS)
def test_missing_marks_are_left_out_and_are_not_zero(marks):
    assert panel_mark([None, *marks, None]) == panel_mark(marks)


@given(MARKS)
def test_one_judge_cannot_move_a_trimmed_mark_beyond_the_others(marks):
    others = sorted(marks)

    assert panel_mark([*marks, Decimal(100_000)]) <= others[-1]


@given(st.fractions(-1000, 1000))
def test_half_up_is_the_nearest_hundredth_and_a_half_goes_away_from_zero(value):
    cents = abs(value) * 100
    expected = int(cents) + (cents - int(cents) >= Fraction(1, 2))

    assert abs(half_up(value)) == Decimal(expected).scaleb(-2)


def test_a_half_is_not_rounded_to_even():
    assert panel_mark(["0.01", "0.02"]) == Decimal("0.02")
    assert panel_mark(["89.12", "89.13"]) == Decimal("89.13")


def test_four_marks_are_no_quorum_and_are_not_trimmed():
    marks = ["92", "88", None, "95", "90"]

    assert quorum(marks) == Quorum(4, 5)
    assert not quorum(marks).met
    assert panel_mark(marks) == Decimal("91.25")


@pytest.mark.parametrize(
    ("marks", "trim"),
    [([], "auto"), ([None], "auto"), (["1", "2"], 1), (["x", "2"], 0), (["NaN"], 0), (["1"], -1)],
)
def test_marks_that_give_no_mean_are_a_problem(marks, trim):
    assert isinstance(panel_mark(marks, trim), Problem)


def test_a_float_is_a_broken_promise():
    with pytest.raises(TypeError, match="marks are decimals"):
        panel_mark([9.1])


def test_the_sum_of_rounded_products_is_not_the_rounded_sum():
    assert weighted_total([("0.05", "0.1")] * 3) == Decimal("0.03")


def test_without_a_site_inspection_there_is_no_total():
    found = stages({"a": "90"}, {"a": "1"}, None, ("0.6", "0.4"))

    assert found.said.en == "without a site inspection there is no total"


@pytest.mark.parametrize(
    ("criteria", "weights", "split"),
    [
        ({"a": None}, {"a": "1"}, ("0.6", "0.4")),
        ({"a": "90"}, {"b": "1"}, ("0.6", "0.4")),
        ({"a": "90"}, {"a": "0.9"}, ("0.6", "0.4")),
        ({"a": "90"}, {"a": "1"}, ("0.6", "0.3")),
        ({"a": "x"}, {"a": "1"}, ("0.6", "0.4")),
    ],
)
def test_stages_refuse_gaps_and_weights_that_are_not_whole(criteria, weights, split):
    assert isinstance(stages(criteria, weights, "80", split), Problem)


@given(MARK, MARK)
def test_equal_marks_everywhere_give_that_mark(mark, other):
    found = stages({"a": mark, "b": mark}, {"a": "0.5", "b": "0.5"}, other, ("1", "0"))

    assert abs(found.review - mark) <= Decimal("0.01")
    assert found == Stages(found.review, found.review)


def test_those_equal_in_every_key_stay_tied():
    assert tie_break([("B", ["1", "2"]), ("C", ["1", "2"]), ("A", ["1", "3"])], [0, 1]) == (
        ("A",),
        ("B", "C"),
    )


def test_a_tie_without_its_key_is_a_problem():
    assert isinstance(tie_break([("A", ["x"])], [0]), Problem)


RUBRIC = {
    "contest": Section({"contest": Table({"first": Decimal(20), "second": Decimal(15)}, best_only=True)}),
    "teaching": Section(
        {
            "apprentices": Steps("taught", Decimal(2), Decimal("0.5"), cap=Decimal(5)),
            "awards": Table({"city": Decimal(2), "district": Decimal(1)}, cap=Decimal(10)),
        },
        cap=Decimal(12),
    ),
}


def test_best_only_counts_the_best_and_caps_hold_for_item_and_section():
    evidence = {
        "contest": {"first": 1, "second": 2},
        "apprentices": {"taught": 20},
        "awards": {"city": 3, "district": 2},
    }

    marked = rubric_mark(RUBRIC, evidence)

    assert marked.items == {"contest": Decimal(20), "apprentices": Decimal(5), "awards": Decimal(8)}
    assert marked.sections == {"contest": Decimal(20), "teaching": Decimal(12)}
    assert marked.total == Decimal(32)


def test_no_evidence_earns_nothing():
    assert rubric_mark(RUBRIC, {}).total == Decimal(0)


@pytest.mark.parametrize(
    "evidence",
    [{"contest": {"third": 1}}, {"patents": {"any": 1}}, {"awards": {"city": -1}}, {"apprentices": {"x": 1}}],
)
def test_evidence_outside_the_table_is_a_problem_and_not_zero(evidence):
    assert isinstance(rubric_mark(RUBRIC, evidence), Problem)


@given(st.integers(0, 40), st.integers(0, 40))
def test_more_evidence_never_earns_less(some, more):
    fewer = rubric_mark(RUBRIC, {"apprentices": {"taught": some}})
    further = rubric_mark(RUBRIC, {"apprentices": {"taught": some + more}, "awards": {"city": more}})

    assert fewer.total <= further.total
