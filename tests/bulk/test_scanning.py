"""A scan finds everyone entitled, and answers each as the compiled rules would have answered them alone."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.certificate_number import agrees, certificate_spelling
from gongjiang.law.register import KEY
from gongjiang.law.terms import SkillLevel
from gongjiang.office.bulk.adapting import ground, per_certificate
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.listing_out import list_entitled
from gongjiang.office.bulk.numbers import agreement, odd, spelt
from gongjiang.office.bulk.parts import Part
from gongjiang.office.bulk.scanning import Question, Tally, answerable, answered, opened
from gongjiang.plans import plans
from tests.bulk.conftest import DAY
from tests.bulk.one_by_one import one_by_one

PLAN = plans()[0]
ASKED = Question(PLAN, answerable(PLAN), DAY, PLAN.settings(), rules=True)
IN_PROCESS = [name for name in ENGINES if name != "spark"]


@pytest.mark.parametrize("name", IN_PROCESS)
@pytest.mark.parametrize("scheme", ASKED.schemes, ids=lambda scheme: scheme.slug)
def test_a_scan_answers_as_the_compiled_rules_do(made_up, name, scheme):
    engine, register = ENGINES[name](), find_register(made_up)
    asked = Question(PLAN, (scheme,), DAY, PLAN.settings(), rules=True)

    found = answered(engine, opened(engine, Part(register.files)), asked, Tally())

    held = ground(scheme, opened(ENGINES["polars"](), Part(register.files)), PLAN.registers)
    assert found.sort(KEY, "subject").rows() == one_by_one(scheme, held, asked)


def test_a_register_cut_by_person_gives_the_same_answer(made_up, tmp_path):
    cut = tmp_path / "cut"
    for path in made_up.glob("*.parquet"):
        frame = pl.read_parquet(path)
        (cut / path.stem).mkdir(parents=True)
        middle = 10_001_500
        frame.filter(pl.col(KEY) < middle).write_parquet(cut / path.stem / "0000.parquet")
        frame.filter(pl.col(KEY) >= middle).write_parquet(cut / path.stem / "0001.parquet")

    whole, parts = (
        list_entitled(
            ENGINES["polars"](), find_register(folder), [ASKED], tmp_path / f"{folder.name}.parquet"
        )
        for folder in (made_up, cut)
    )

    assert find_register(cut).cut
    assert whole == parts
    rows = [pl.read_parquet(tmp_path / f"{folder.name}.parquet").sort(pl.all()) for folder in (made_up, cut)]
    assert rows[0].equals(rows[1])


def test_the_signs_of_risk_are_put_beside_the_rows(handed_in, tmp_path):
    person = {"district": "江岸区", "employer": "甲厂", "birth": date(1980, 1, 1), "phone": "t"}
    certificate = {"level": "senior_worker", "occupation": "焊工", "issued_on": date(2026, 5, 6),
                   "state": "verified", "number_agrees": True, "obtained_by": "assessment"}  # fmt: skip
    junior = {**certificate, "class": "k", "level": "junior_worker"}
    folder = handed_in(
        persons=[
            {**person, "person": "1", "account": "a", "address": "d"},
            {**person, "person": "2", "account": "a", "address": "e"},
            {**person, "person": "3", "account": "b", "address": "d", "birth": date(2015, 1, 1)},
        ],
        certificates=[
            {**certificate, "person": n, "number": n * 22, "class": "k", "class_size": 10} for n in "123"
        ]
        + [{**junior, "person": "9", "number": str(n)} for n in range(7)],
    )  # fmt: skip

    claims = replace(ASKED, schemes=tuple(scheme for scheme in ASKED.schemes if per_certificate(scheme)))

    list_entitled(ENGINES["polars"](), find_register(folder), [claims], tmp_path / "out.parquet")

    found = pl.read_parquet(tmp_path / "out.parquet").sort("person")
    signs = ["shared_account", "shared_contact", "perfect_class", "impossible_dates"]
    assert found.select("person", *signs).rows() == [
        ("1", True, True, True, False),
        ("2", True, False, True, False),
        ("3", False, True, True, True),
    ]


TWO = st.integers(0, 99).map("{:02}".format)
NUMBERS = (
    st.builds("{}123442{}3456{}{}654321".format, st.sampled_from("YSX"), TWO, TWO, st.integers(0, 9))
    | st.builds("Y1234{}123456241654321".format, TWO)
    | st.builds("{}A{}B{}".format, TWO, st.just("123456789"), st.sampled_from(["123456789", "12345678"]))
    | st.builds("{}{}123456789012".format, TWO, TWO)
    | st.sampled_from(["", "Y", "X" * 22])
)
DAYS = st.none() | st.dates(date(1998, 1, 1), date(2030, 1, 1))


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(NUMBERS, st.none() | st.sampled_from(SkillLevel), DAYS), min_size=8))
def test_a_column_of_numbers_is_read_as_one_number_is(rows):
    import narwhals as nw

    columns = {"number": pl.String, "level": pl.String, "issued_on": pl.Date}
    frame = nw.from_native(pl.DataFrame(rows, schema=columns, orient="row"))

    found = frame.select(a=agreement(nw.col("number"), nw.col("level"), nw.col("issued_on")))["a"].to_list()

    assert found == [agrees(number, level, issued) for number, level, issued in rows]


SIGNS = "YS019abzＹｙ０９　 -‐–\ufeff\u00a0'’"


@settings(max_examples=60, deadline=None)
@given(numbers=st.lists(st.text(SIGNS, max_size=24), min_size=8))
@pytest.mark.parametrize("name", IN_PROCESS)
def test_a_column_of_numbers_is_spelt_as_one_number_is(name, numbers):
    import narwhals as nw

    engine, places = ENGINES[name](), list(range(len(numbers)))
    held = nw.from_native(engine.held(pl.DataFrame({"place": places, "number": numbers})))
    (found,) = engine.rows([nw.to_native(held.select("place", number=spelt(nw.col("number"))))])

    plain = [certificate_spelling(number) for number in numbers]
    assert found.sort("place")["number"].to_list() == plain
    assert pl.DataFrame({"n": plain}).select(odd(pl.col("n"))).item() is False


@pytest.mark.parametrize("name", IN_PROCESS)
@pytest.mark.parametrize("table", ["certificates", "payments"])
def test_a_paid_certificate_is_not_given_back_because_it_is_spelt_otherwise(handed_in, name, table):
    number = "Y000142000006263000006"
    odd_one = " y0001-42000006263 ０00006"
    scheme = PLAN["skill-upgrade-subsidy"]
    certificate = {"person": "1", "number": odd_one if table == "certificates" else number,
                   "level": "senior_worker", "occupation": "焊工", "issued_on": date(2026, 4, 26),
                   "state": "verified"}  # fmt: skip
    paid = {"person": "1", "scheme": scheme.slug, "kind": "plan", "paid_on": date(2026, 5, 1),
            "certificate": odd_one if table == "payments" else number}  # fmt: skip
    person = {"person": "1", "district": "江岸区", "employer": "甲厂"}

    def registered(**payments: list[dict]) -> Part:
        folder = handed_in(persons=[person], certificates=[certificate], **payments)
        held = pl.read_parquet(folder / "certificates.parquet").drop("number_agrees")
        held.write_parquet(folder / "certificates.parquet")
        return Part(find_register(folder).files)

    asked = Question(PLAN, (scheme,), DAY, PLAN.settings())

    tally, unpaid = Tally(), Tally()
    engine = ENGINES[name]()
    answered(engine, opened(engine, registered(payments=[paid])), asked, tally)
    found = answered(engine, opened(engine, registered()), asked, unpaid)

    assert (tally.of(scheme).eligible, tally.of(scheme).not_eligible) == (0, 1)
    assert unpaid.of(scheme).eligible == 1
    assert found["subject"].to_list() == [certificate["number"]]


def test_one_number_in_two_spellings_is_given_twice(handed_in):
    held = {"level": "senior_worker", "occupation": "焊工", "state": "verified"}
    numbers = ("Y000142000006263000006", "y000142-000006263000006")
    folder = handed_in(
        persons=[{"person": "1", "district": "江岸区", "employer": "甲厂"}],
        certificates=[{**held, "person": "1", "number": number} for number in numbers],
    )

    (fault,) = faults(find_register(folder))

    assert "certificates.number 重复" in fault.zh
