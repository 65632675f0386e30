"""A scenario changes what it names from the day it names, checks its values, and knows whom it touches."""

from datetime import date

import pytest

from gongjiang.law.plan import Plan
from gongjiang.law.scenario import Scenario, read_scenario, reads
from gongjiang.law.words import Problem
from gongjiang.plans import plans

PLAN: Plan = plans()[0]
NUMBER = next(k for k, p in PLAN.known.items() if type(p.on(date(2026, 1, 1))) is int)
ASSUMED = next(held.key for held in PLAN.assumptions if held.on(date(2026, 1, 1)) in (True, False))
DAY = date(2026, 6, 30)


def read(**raw) -> Scenario:
    found = read_scenario(raw, PLAN)
    assert isinstance(found, Scenario)
    return found


def test_a_value_is_set_whatever_the_day():
    settings = read(set={NUMBER: 77}).settings(PLAN.settings())

    assert settings.value(NUMBER, DAY) == 77
    assert PLAN.settings().value(NUMBER, DAY) != 77


def test_a_change_holds_from_its_day_on():
    since = date(2026, 7, 1)
    settings = read(change=[{"key": NUMBER, "value": 77, "since": since}]).settings(PLAN.settings())

    assert (settings.value(NUMBER, since), settings.value(NUMBER, DAY)) == (77, PLAN.known[NUMBER].on(DAY))


def test_what_was_assumed_is_decided_in_a_scenario():
    assert read(set={ASSUMED: True}).settings(PLAN.settings()).signed(ASSUMED, DAY)


def test_an_assumption_may_be_left_open():
    assert read(set={ASSUMED: "undecided"}).settings(PLAN.settings()).value(ASSUMED, DAY) is None


def test_a_rule_may_be_dropped():
    scheme = PLAN.schemes[0]
    name = f"{scheme.slug}.{scheme.rules[0].name}"

    changed = read(drop=[name]).scheme(scheme)

    assert changed.rules == scheme.rules[1:]


def test_a_scheme_that_reads_nothing_of_it_is_not_touched():
    touched = {scheme.slug for scheme in PLAN.schemes if ASSUMED in reads(scheme)}

    assert {scheme.slug for scheme in PLAN.schemes if read(set={ASSUMED: True}).touches(scheme)} == touched
    assert not any(read().touches(scheme) for scheme in PLAN.schemes)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"set": {"no_such": 1}}, "计划没有参数 no_such"),
        ({"set": {NUMBER: "x"}}, "非负整数"),
        ({"set": {NUMBER: True}}, "非负整数"),
        ({"set": {NUMBER: -1}}, "非负整数"),
        ({"set": {NUMBER: 10**15}}, "非负整数"),
        ({"set": {ASSUMED: 1}}, "true 或 false"),
        ({"change": [{"key": NUMBER, "value": 1, "since": "soon"}]}, "since 应为日期"),
        ({"change": [{"key": NUMBER}]}, "非负整数"),
        ({"drop": ["nothing.here"]}, "没有条件 nothing.here"),
        ({"extra": 1}, "不认识：extra"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(raw, said):
    found = read_scenario(raw, PLAN)

    assert isinstance(found, Problem)
    assert said in found.said.zh
