"""One rule, two readings: the compiled one and the column agree on everybody."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.columns import narrowed, scan
from gongjiang.law.columns_lower import LOWERED, Lowering
from gongjiang.law.compiled import READERS
from gongjiang.law.expression import Expr, Misbuilt
from gongjiang.law.phrase import PHRASES
from gongjiang.law.settings import Settings, parameter
from tests.law.every import every_scheme
from tests.law.people import KEY, TODAY, as_register, people, rulings, signed
from tests.law.readings import TOY, column_reading, compiled_reading, sharing
from tests.law.toy import SETTINGS, STRICT, Worker, rule_of, scheme_of

WAYS = pytest.mark.parametrize("several", [False, True], ids=["a person", "one of several"])


def agree(scheme, rows, held, several, lazily):
    frame_of = pl.DataFrame.lazy if lazily else pl.DataFrame.clone
    rows_of = pl.LazyFrame.collect if lazily else pl.DataFrame.clone
    rows = sharing(rows) if several else rows

    columns = column_reading(scheme, rows, held, several, frame_of, rows_of)

    assert columns == compiled_reading(scheme, rows, held)


@every_scheme
@WAYS
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_both_readings_of_every_rule_agree_on_everybody(plan, scheme, several, data):
    rows, held = data.draw(people(scheme)), data.draw(rulings(plan.settings()))

    agree(scheme, rows, held, several, lazily=data.draw(st.booleans()))


@WAYS
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_both_readings_of_every_operator_agree_on_everybody(several, data):
    rows, held = data.draw(people(TOY)), data.draw(rulings(SETTINGS))

    agree(TOY, rows, held, several, lazily=data.draw(st.booleans()))


@every_scheme
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_leaving_out_the_refused_early_leaves_out_nobody_else(plan, scheme, data):
    held, rows = data.draw(rulings(plan.settings())), data.draw(people(scheme))
    register = as_register(scheme, rows)
    everybody = scan(scheme, register, TODAY, held, KEY)

    left = scan(scheme, register, TODAY, held, KEY, settle=pl.DataFrame.clone)

    standing = everybody.filter(pl.col("outcome") != "not_eligible")
    assert left.sort(KEY).equals(standing.sort(KEY))
    keys = narrowed(scheme, register, TODAY, held, KEY)
    assert keys is None or set(standing[KEY]) <= set(keys[KEY])


def test_every_operator_has_all_three_meanings_and_is_tried_here():
    tried = {part.op for rule in TOY.every_rule for part in rule.expr.parts()}

    assert set(READERS) == set(LOWERED) == set(PHRASES) == tried


def test_the_operators_stay_fewer_than_twenty():
    assert len(READERS) < 20


def test_a_register_keeps_its_engine():
    rows = [Worker.row({})]

    held = as_register(TOY, rows)

    assert type(scan(TOY, held, TODAY, SETTINGS)) is pl.DataFrame
    assert type(scan(TOY, {n: f.lazy() for n, f in held.items()}, TODAY, SETTINGS)) is pl.LazyFrame


def test_an_undecided_assumption_is_an_unknown_column():
    scheme = scheme_of(rule_of("strictly", lambda p: STRICT.now & p.front_line.present))
    held = Settings(SETTINGS.known, {"strict": signed("undecided")})

    found = scan(scheme, as_register(scheme, [Worker.row({"front_line": True})]), TODAY, held)

    assert found.rows() == [(0, None, False, 0, "needs_person")]


def test_the_key_may_have_another_name():
    scheme = scheme_of(rule_of("paid", lambda p: p.paid == 0))
    register = {"subject": pl.DataFrame({"person_id": ["甲"], "paid": [0]})}

    found = scan(scheme, register, TODAY, SETTINGS, key="person_id")

    assert found.rows(named=True) == [
        {"person_id": "甲", "paid": True, "priority": False, "amount_fen": 0, "outcome": "eligible"}
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
