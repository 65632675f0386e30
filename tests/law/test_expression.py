"""A rule that makes no sense is refused when it is built; unknown joins as in Kleene's tables."""

from datetime import date
from typing import Any

import pytest

from gongjiang.law.compiled import Asking, compiled
from gongjiang.law.expression import TODAY, Expr, Misbuilt, lift, years_between
from gongjiang.law.terms import Medal, SkillLevel
from tests.law.toy import SETTINGS, STRICT, YEARS, Result, Worker

DAY = date(2024, 2, 29)


def value(expr: Expr, **facts: Any) -> Any:
    return compiled(expr)(Worker.row(facts), None, Asking(DAY, SETTINGS))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: bool(Worker.front_line), "write &, | and ~ in a rule, not and, or, not"),
        (lambda: Worker.front_line and Worker.front_line, "write &, | and ~ in a rule, not and, or, not"),
        (lambda: 1 < Worker.paid < 3, "write &, | and ~ in a rule, not and, or, not"),
        (lambda: Worker.paid == "1", "int == str"),
        (lambda: Worker.paid == True, "int == bool"),  # noqa: E712
        (lambda: Worker.level == Medal.GOLD, "SkillLevel == Medal"),
        (lambda: Worker.level >= "technician", "SkillLevel >= str"),
        (lambda: Worker.since >= 2014, "date >= int"),
        (lambda: Worker.name < "张三", "str has no order"),
        (lambda: Result.medal < Medal.GOLD, "Medal has no order"),
        (lambda: Worker.front_line > lift(True), "bool has no order"),
        (lambda: Worker.front_line & Worker.paid, "bool & int: both must be truths"),
        (lambda: Worker.paid | Worker.front_line, "int | bool: both must be truths"),
        (lambda: ~Worker.paid, "~ needs a truth, not int"),
        (lambda: Worker.name + 1, "str + int"),
        (lambda: Worker.since - Worker.until, "date - date"),
        (lambda: Worker.since + YEARS.said, "date + Words"),
        (lambda: years_between(Worker.paid, TODAY), "years lie between two days"),
        (lambda: Worker.results.any(lambda held: held.rank), "results.any needs a truth"),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_refused_when_it_is_built(wrong, said):
    with pytest.raises(Misbuilt) as raised:
        wrong()

    assert str(raised.value) == said


def test_a_parameter_stands_for_its_value():
    assert value(Worker.paid >= YEARS, paid=8) is True


TRUTHS = {True: lift(True), False: lift(False), None: Expr("lit", (None,), bool)}
AND = {(True, True): True, (True, None): None, (None, None): None} | {(False, b): False for b in TRUTHS}
OR = {(False, False): False, (False, None): None, (None, None): None} | {(True, b): True for b in TRUTHS}


def both_ways(table):
    return [(pair, result) for (a, b), result in table.items() for pair in {(a, b), (b, a)}]


@pytest.mark.parametrize(("pair", "result"), both_ways(AND))
def test_and_joins_as_in_kleenes_table(pair, result):
    left, right = pair

    assert value(TRUTHS[left] & TRUTHS[right]) is result


@pytest.mark.parametrize(("pair", "result"), both_ways(OR))
def test_or_joins_as_in_kleenes_table(pair, result):
    left, right = pair

    assert value(TRUTHS[left] | TRUTHS[right]) is result


@pytest.mark.parametrize(("inner", "result"), [(True, False), (False, True), (None, None)])
def test_not_keeps_the_unknown(inner, result):
    assert value(~TRUTHS[inner]) is result


@pytest.mark.parametrize(
    "ask", [lambda p: p.paid == 0, lambda p: p.paid != 0, lambda p: p.paid < 1, lambda p: p.paid + 1 > 0]
)
def test_a_comparison_with_an_unknown_fact_is_unknown(ask):
    assert value(ask(Worker)) is None


@pytest.mark.parametrize(("facts", "result"), [({"paid": 0}, True), ({"paid": None}, True), ({}, False)])
def test_presence_is_never_unknown_and_a_stated_null_is_what_absence_means(facts, result):
    assert value(Worker.paid.present, **facts) is result


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        (date(2014, 2, 28), date(2024, 2, 28), 10),
        (date(2014, 3, 1), date(2024, 2, 29), 9),
        (date(2014, 12, 31), date(2024, 1, 1), 9),
        (date(2020, 2, 29), date(2024, 2, 28), 3),
        (date(2024, 3, 1), date(2024, 2, 29), -1),
    ],
)
def test_years_are_anniversaries_and_not_calendar_years(since, until, years):
    assert value(years_between(Worker.since, Worker.until), since=since, until=until) == years


def test_levels_are_compared_by_rank_and_never_by_spelling():
    assert value(Worker.level >= SkillLevel.SENIOR_TECHNICIAN, level=SkillLevel.CHIEF_TECHNICIAN) is True
    assert value(Worker.level >= SkillLevel.SENIOR_TECHNICIAN, level=SkillLevel.TECHNICIAN) is False


def test_a_day_moves_by_days():
    assert value(Worker.since + 1, since=DAY) == date(2024, 3, 1)
    assert value(TODAY - 366) == date(2023, 2, 28)


GOLD, SILVER, UNKNOWN = {"medal": Medal.GOLD, "rank": 1}, {"medal": Medal.SILVER, "rank": 2}, {"rank": 3}


@pytest.mark.parametrize(
    ("results", "truth"),
    [([], False), ([SILVER], False), ([SILVER, UNKNOWN], None), ([UNKNOWN, GOLD], True)],
)
def test_any_is_true_by_one_record_and_unknown_only_when_none_is(results, truth):
    assert value(Worker.results.any(lambda r: r.medal == Medal.GOLD), results=results) is truth


def test_folds_take_only_the_records_that_surely_count():
    best = Worker.results.min(Result.rank, lambda r: r.medal.one_of(Medal.GOLD, Medal.SILVER))
    number = Worker.results.count(lambda r: r.medal == Medal.GOLD)

    assert value(best, results=[SILVER, UNKNOWN]) == 2
    assert value(best, results=[UNKNOWN]) is None
    assert value(number, results=[GOLD, UNKNOWN, GOLD]) == 2


def test_an_assumption_taken_as_shipped_is_its_default():
    assert value(STRICT.now) is True
