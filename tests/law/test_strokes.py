"""Public lists go by strokes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from gongjiang.law.strokes import stroke_key
from tests.law.vectors import DATA

PUBLISHED = json.loads((DATA / "stroke_order.json").read_text("utf-8"))["published_order"]


@given(st.permutations(PUBLISHED))
def test_the_published_order_comes_out_of_any_order(names):
    assert sorted(names, key=stroke_key) == PUBLISHED


def test_the_published_order_comes_out_of_its_reverse():
    backwards = PUBLISHED[::-1]

    assert sorted(backwards, key=stroke_key) == PUBLISHED


def test_a_shorter_name_goes_first():
    assert sorted(["王一一", "王一"], key=stroke_key) == ["王一", "王一一"]


def test_a_surname_stays_together_beside_another_with_as_many_strokes():
    names = ["李国", "杨一", "李一", "杨国"]

    assert sorted(names, key=stroke_key) == ["李一", "李国", "杨一", "杨国"]


def test_a_character_outside_the_table_goes_last_and_does_not_fail():
    assert sorted(["𠮷一", "龘一", "一一"], key=stroke_key) == ["一一", "龘一", "𠮷一"]


def test_the_dot_in_a_name_has_no_strokes():
    assert stroke_key("阿里·买买提") == stroke_key("阿里买买提")
