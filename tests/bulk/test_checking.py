"""A register that is not what it should be is refused by table and column, in both languages."""

from datetime import date

import polars as pl

from gongjiang.law.words import Problem
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.handed_in import find_register
from gongjiang.office.bulk.making_up import tables
from gongjiang.plans import plans

PERSON = {"person": "1", "district": "江岸区", "employer": "甲厂", "employer_in_city": True}
CERTIFICATE = {"person": "1", "number": "S000042000000243000001", "level": "senior_worker",
               "occupation": "焊工", "issued_on": date(2024, 5, 6), "state": "verified"}  # fmt: skip


def said(folder):
    return [fault.zh for fault in faults(find_register(folder))]


def rewritten(folder, name, change):
    path = folder / f"{name}.parquet"
    change(pl.read_parquet(path)).write_parquet(path)
    return said(folder)


def test_what_is_declared_is_accepted(handed_in):
    assert said(handed_in(persons=[PERSON], certificates=[CERTIFICATE])) == []


def test_a_made_up_register_is_accepted(made_up):
    assert said(made_up) == []


def test_a_column_that_may_be_left_out_is_not_missed(handed_in):
    folder = handed_in(persons=[PERSON])

    assert rewritten(folder, "persons", lambda frame: frame.drop("birth", "account")) == []


def test_a_missing_table_is_named(handed_in):
    folder = handed_in()
    (folder / "results.parquet").unlink()

    found = find_register(folder)

    assert isinstance(found, Problem)
    assert found.said.zh == "目录中缺少：results.parquet"


def test_a_missing_column_is_named(handed_in):
    found = rewritten(handed_in(), "certificates", lambda frame: frame.drop("level"))

    assert found == ["certificates 缺少列 level（等级）"]


def test_a_wrong_type_is_named(handed_in):
    found = rewritten(
        handed_in(), "certificates", lambda frame: frame.with_columns(pl.col("issued_on").cast(pl.Datetime))
    )

    assert found == [
        "certificates.issued_on 应为日期（date，不带时刻），实为 Datetime(time_unit='us', time_zone=None)"
    ]


def test_a_word_outside_its_vocabulary_is_shown(handed_in):
    found = said(handed_in(persons=[PERSON], certificates=[{**CERTIFICATE, "state": "ok"}]))

    assert found == [
        "certificates.state 有 1 行不在下列值之中："
        "declared, verified, not_found, differs, revoked（如 ok）"
    ]  # fmt: skip


def test_a_key_given_twice_is_shown(handed_in):
    found = said(handed_in(persons=[PERSON], certificates=[CERTIFICATE, CERTIFICATE]))

    assert found == ["certificates.number 重复（如 S000042000000243000001）"]


def test_an_impossible_day_is_shown(handed_in):
    found = said(handed_in(persons=[{**PERSON, "birth": date(1066, 10, 14)}]))

    assert found == ["persons.birth 有 1 行是不可能的日期（如 1066-10-14）"]


def test_an_empty_key_is_counted(handed_in):
    found = said(handed_in(persons=[PERSON], certificates=[{**CERTIFICATE, "number": ""}]))

    assert found == ["certificates.number 有 1 行是空的"]


def test_a_file_that_is_no_parquet_is_named(handed_in):
    folder = handed_in()
    (folder / "honours.parquet").write_text("x")

    assert said(folder) == ["honours.parquet 不是可读的 Parquet 文件"]


def test_a_key_of_two_types_is_refused(handed_in):
    found = rewritten(
        handed_in(), "persons", lambda frame: frame.with_columns(pl.col("person").cast(pl.Int64))
    )

    assert found == ["各表的 person 类型不一致"]


def test_a_seed_makes_the_same_people_whatever_the_shard():
    plan = plans()[0]
    whole, other = tables(plan, 5, 0, 400, 400), tables(plan, 6, 0, 400, 400)
    parts = [tables(plan, 5, start, start + 200, 400) for start in (0, 200)]

    for name, frame in whole.items():
        kept = [column for column in frame.columns if column != "class_size"]
        assert frame.select(kept).equals(pl.concat([part[name] for part in parts]).select(kept)), name
        assert not frame.equals(other[name]), name


def test_a_file_of_a_cut_table_may_lack_what_may_be_left_out_and_is_counted_with_the_others(handed_in):
    folder = handed_in(persons=[PERSON, {**PERSON, "person": "2", "birth": date(1800, 1, 1)}])
    path = folder / "persons.parquet"
    (folder / "persons").mkdir()
    frame = pl.read_parquet(path)
    frame[1:].write_parquet(folder / "persons" / "0000.parquet")
    frame[:1].drop("birth").write_parquet(folder / "persons" / "0001.parquet")
    path.unlink()

    assert said(folder) == ["persons.birth 有 1 行是不可能的日期（如 1800-01-01）"]
