"""One rule, two readings: the compiled one and the column agree on everybody."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.columns import scan
from gongjiang.law.columns_lower import LOWERED, Lowering
from gongjiang.law.compiled import READERS, Asking
from gongjiang.law.expression import TODAY as THE_DAY
from gongjiang.law.expression import THIS_YEAR, UNSETTLED, Expr, Misbuilt, years_between
from gongjiang.law.phrase import PHRASES
from gongjiang.law.settings import Settings, parameter
from gongjiang.law.terms import Medal, SkillLevel
from tests.law.every import every_scheme
from tests.law.people import KEY, TODAY, as_register, people, rulings, signed
from tests.law.toy import SETTINGS, STRICT, YEARS, Result, Worker, rule_of, scheme_of

ASKED = {
    "equal": lambda p: p.name == "张三",
    "differ": lambda p: p.level != SkillLevel.TECHNICIAN,
    "rank_below": lambda p: p.level < SkillLevel.TECHNICIAN,
    "rank_at_most": lambda p: p.level <= SkillLevel.TECHNICIAN,
    "above": lambda p: p.paid > 1,
    "later": lambda p: p.since >= p.until,
    "between": lambda p: p.since.between(date(2010, 1, 1), THE_DAY),
    "one_of": lambda p: p.name.one_of("张三", "李四"),
    "all": lambda p: p.front_line & (p.paid == 0),
    "some": lambda p: p.front_line | (p.paid == 0),
    "not": lambda p: ~p.front_line,
    "unsettled": lambda p: p.front_line | UNSETTLED,
    "present": lambda p: p.since.present,
    "shifted": lambda p: p.since + 30 >= p.until,
    "shifted_by_parameter": lambda p: p.since - YEARS.now <= p.until,
    "shifted_by_fact": lambda p: p.until - p.paid > p.since + p.best,
    "today_shifted": lambda p: p.since >= THE_DAY - 365,
    "sum": lambda p: p.paid + p.best >= 2,
    "difference": lambda p: p.paid - p.best == 0,
    "twelve_months_later": lambda p: p.since.plus_months(12) >= p.until,
    "months_by_parameter": lambda p: p.since.plus_months(YEARS.now) < THE_DAY,
    "this_year": lambda p: p.paid < THIS_YEAR,
    "served": lambda p: years_between(p.since, THE_DAY) >= YEARS,
    "served_until": lambda p: years_between(p.since, p.until) >= 0,
    "assumed": lambda p: p.front_line | ~STRICT.now,
    "any": lambda p: p.results.any(lambda r: (r.medal == Medal.GOLD) & (r.rank < 3)),
    "any_beside_the_subject": lambda p: p.results.any(lambda r: (r.on > p.since) & (r.level >= p.level)),
    "count": lambda p: p.results.count(lambda r: r.rank == 1) >= 2,
    "count_of_all": lambda p: p.results.count(lambda r: True) == 1,
    "min": lambda p: p.results.min(Result.rank, lambda r: r.medal != Medal.NONE) <= 1,
    "max_of_ranked": lambda p: p.results.max(Result.level, lambda r: True) > p.level,
    "max_of_ranked_is": lambda p: p.results.max(Result.level, lambda r: True) == p.level,
    "first_of_days": lambda p: p.results.min(Result.on, lambda r: True) > p.since,
    "inner": lambda p: p.results.any(lambda r: r.rank == p.results.min(r.rank, lambda q: q.rank > 0)),
}  # fmt: skip
TOY = scheme_of(*[rule_of(name, ask) for name, ask in ASKED.items()])


def scanned_by(scheme, rows, held, lazily):
    register = as_register(scheme, rows)
    if lazily:
        register = {name: frame.lazy() for name, frame in register.items()}
    found = scan(scheme, register, TODAY, held, KEY)
    return (found.collect() if lazily else found).sort(KEY)


def compiled_reading(scheme, rows, held):
    read = {
        rule.name: [rule.reader(row, None, Asking(TODAY, held)) for row in rows] for rule in scheme.every_rule
    }
    assessed = [scheme.assess(row, TODAY, held) for row in rows]
    return read | {
        KEY: list(range(len(rows))),
        "priority": [one.priority for one in assessed],
        "outcome": [one.outcome.value for one in assessed],
    }


@every_scheme
@pytest.mark.parametrize("lazily", [False, True], ids=["eager", "lazy"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_both_readings_of_every_rule_agree_on_everybody(plan, scheme, lazily, data):
    rows = data.draw(people(scheme))
    held = data.draw(rulings(plan.settings()))

    scanned = scanned_by(scheme, rows, held, lazily)

    assert scanned.to_dict(as_series=False) == compiled_reading(scheme, rows, held)


@pytest.mark.parametrize("lazily", [False, True], ids=["eager", "lazy"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_both_readings_of_every_operator_agree_on_everybody(lazily, data):
    rows = data.draw(people(TOY))
    held = data.draw(rulings(SETTINGS))

    scanned = scanned_by(TOY, rows, held, lazily)

    assert scanned.to_dict(as_series=False) == compiled_reading(TOY, rows, held)


def test_every_operator_has_all_three_meanings_and_is_tried_here():
    tried = {part.op for rule in TOY.every_rule for part in rule.expr.parts()}

    assert set(READERS) == set(LOWERED) == set(PHRASES) == tried


def test_the_operators_stay_fewer_than_twenty():
    assert len(READERS) < 20


def test_a_register_keeps_its_engine():
    rows = [Worker.row({})]

    eager, lazy = scanned_by(TOY, rows, SETTINGS, False), as_register(TOY, rows)

    assert type(eager) is pl.DataFrame
    assert type(scan(TOY, {n: f.lazy() for n, f in lazy.items()}, TODAY, SETTINGS)) is pl.LazyFrame


def test_an_undecided_assumption_is_an_unknown_column():
    scheme = scheme_of(rule_of("strictly", lambda p: STRICT.now & p.front_line.present))
    held = Settings(SETTINGS.known, {"strict": signed("undecided")})

    found = scanned_by(scheme, [Worker.row({"front_line": True})], held, False)

    assert found.rows() == [(0, None, False, "needs_person")]


def test_the_key_may_have_another_name():
    scheme = scheme_of(rule_of("paid", lambda p: p.paid == 0))
    register = {"subject": pl.DataFrame({"person_id": ["甲"], "paid": [0]})}

    found = scan(scheme, register, TODAY, SETTINGS, key="person_id")

    assert found.rows(named=True) == [
        {"person_id": "甲", "paid": True, "priority": False, "outcome": "eligible"}
    ]


def test_no_column_holds_a_list():
    whole = Expr("value", ("spread",), list)
    spread = parameter("spread", "1.1", [18, 25], "幅度", "spread")

    with pytest.raises(Misbuilt, match="no column holds a list"):
        LOWERED["value"](whole, Lowering(TODAY, Settings({"spread": spread})))


def test_months_after_a_day_must_be_known_before_the_scan():
    moved = Worker.since.plus_months(Worker.paid)

    with pytest.raises(Misbuilt, match="constant or a setting"):
        LOWERED["months"](moved, Lowering(TODAY, SETTINGS))
