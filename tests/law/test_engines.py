"""Conformance, engine by engine: every operator and every rule of every scheme answers as compiled.

Absent rows, unknown facts, days at the edges of months, and sums beyond 32 bits. Spark is slow to start and
to ask: it is run by `make test-long`, which installs it; Java it finds, or these tests are left out.
"""

import os
from importlib.util import find_spec
from shutil import which

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongjiang.law.columns import scan
from gongjiang.office.bulk.engines import ENGINES
from tests.law.every import every_scheme
from tests.law.people import KEY, TODAY, people, rulings
from tests.law.readings import TOY, column_reading, compiled_reading, sharing
from tests.law.toy import SETTINGS, rule_of, scheme_of

SPARK = pytest.param("spark", marks=pytest.mark.long)
LARGEST = 2**31 - 1


@pytest.fixture(scope="module", params=["polars", "duckdb", SPARK])
def engine(request):
    if request.param == "spark" and (find_spec("pyspark") is None or which("java") is None):
        if os.environ.get("CI"):
            pytest.fail("there is no Spark to ask: it needs the extra spark, and Java")
        pytest.skip("no Spark on this machine: it needs the extra spark, and Java")
    return ENGINES[request.param]()


def few(engine, examples):
    """Spark takes seconds where the others take milliseconds."""
    number = 1 if type(engine).__name__ == "Spark" else examples
    return settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck))


def agree(engine, scheme, rows, held, several):
    rows = sharing(rows) if several else rows

    columns = column_reading(scheme, rows, held, several, engine.held, lambda frame: engine.rows([frame])[0])

    assert columns == compiled_reading(scheme, rows, held)


@pytest.mark.parametrize("several", [False, True], ids=["a person", "one of several"])
def test_every_operator_conforms(engine, several):
    @few(engine, 6)
    @given(rows=people(TOY, least=8), held=rulings(SETTINGS))
    def conforms(rows, held):
        agree(engine, TOY, rows, held, several)

    conforms()


@every_scheme
def test_every_rule_conforms(engine, plan, scheme):
    @few(engine, 3)
    @given(rows=people(scheme, least=8), held=rulings(plan.settings()), several=st.booleans())
    def conforms(rows, held, several):
        agree(engine, scheme, rows, held, several)

    conforms()


def test_sums_beyond_thirty_two_bits_do_not_wrap(engine):
    scheme = scheme_of(
        rule_of("sum", lambda p: p.paid + p.best > LARGEST), rule_of("count", lambda p: p.paid - p.best < 0)
    )
    narrow = {KEY: pl.Int32, "paid": pl.Int32, "best": pl.Int32}
    register = {
        "subject": pl.DataFrame({KEY: [1, 2], "paid": [LARGEST, -LARGEST], "best": [1, LARGEST]}, narrow)
    }

    found = scan(scheme, {name: engine.held(frame) for name, frame in register.items()}, TODAY, SETTINGS)

    rows = engine.rows([found])[0].sort(KEY)
    assert rows.select("sum", "count").rows() == [(True, False), (False, True)]


def test_a_settled_frame_can_be_asked_again_and_again(engine):
    frame = engine.settled(engine.held(pl.DataFrame({KEY: [1, 2, 3]})))

    found = [
        engine.rows([frame])[0].sort(KEY)[KEY].to_list(),
        engine.rows([engine.held(pl.DataFrame({KEY: [7]}))]),
    ]

    assert found[0] == [1, 2, 3]
    assert found[1][0][KEY].to_list() == [7]
