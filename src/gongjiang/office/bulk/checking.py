"""Is this register what it should be? Every fault is said by table and column, in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from gongjiang.law.register import KEY, TABLES, Column, Table
from gongjiang.law.terms import Term
from gongjiang.law.words import Words
from gongjiang.office.bulk.again import again, slices
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.numbers import odd, spelt

EARLIEST = date(1900, 1, 1)
SHOWN, NUMBER = 3, "number"
DAMAGED = (OSError, ValueError, pl.exceptions.PolarsError, pl.exceptions.PanicException)
"""What polars says of a file that is none; of some it says so by ending a thread of its own."""
TYPES: dict[Any, tuple[Any, ...]] = {
    bool: (pl.Boolean,),
    int: (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32),
    date: (pl.Date,),
    str: (pl.String, pl.Categorical, pl.Enum),
}
SAID = {
    bool: Words("是否（boolean）", "boolean"),
    int: Words("整数", "a whole number"),
    date: Words("日期（date，不带时刻）", "a date without time"),
    str: Words("文字", "text"),
}


def faults(register: Register) -> list[Words]:
    """The form first; what is in the tables only where the form is right."""
    wrong = [fault for table in TABLES for fault in misshapen(table, register.files[table.name])]
    if wrong:
        return wrong
    kinds = {table.name: pl.read_parquet_schema(register.files[table.name][0])[KEY] for table in TABLES}
    if len({kind == pl.String for kind in kinds.values()}) > 1:
        return [Words(f"各表的 {KEY} 类型不一致", f"{KEY} is not of the same type in every table")]
    return [fault for table in TABLES for fault in unfilled(table, register.files[table.name])]


def misshapen(table: Table, paths: Sequence[Path]) -> Iterator[Words]:
    for path in paths:
        try:
            schema = pl.read_parquet_schema(path)
        except DAMAGED:
            yield Words(f"{path.name} 不是可读的 Parquet 文件", f"{path.name} is no readable Parquet file")
            continue
        for column in table.columns:
            found = schema.get(column.name)
            if found is None and column.needed:
                yield Words(f"{table.name} 缺少列 {column.name}（{column.said.zh}）",
                            f"{table.name} lacks the column {column.name} ({column.said.en})")  # fmt: skip
            elif found is not None and not fits(column, found):
                yield mistyped(table, column, found)


def fits(column: Column, found: pl.DataType) -> bool:
    if found == pl.Null and not column.full:
        return True
    kinds = TYPES[kind_of(column)] + (TYPES[int] + (pl.UInt64,) if column.name == KEY else ())
    return found.base_type() in kinds


def kind_of(column: Column) -> type:
    return str if issubclass(column.kind, Term) else column.kind


def mistyped(table: Table, column: Column, found: pl.DataType) -> Words:
    due = SAID[kind_of(column)]
    return Words(
        f"{table.name}.{column.name} 应为{due.zh}，实为 {found}",
        f"{table.name}.{column.name} must be {due.en}, not {found}",
    )


def unfilled(table: Table, paths: Sequence[Path]) -> list[Words]:
    """What is wrong with the cells; a file that is spoilt further on is found when they are read."""
    try:
        return [*misfilled(table, paths)]
    except DAMAGED:
        return [
            Words(f"{table.name} 的 Parquet 文件已损坏，读不完", f"{table.name}: a Parquet file is damaged")
        ]


def misfilled(table: Table, paths: Sequence[Path]) -> Iterator[Words]:
    there = pl.read_parquet_schema(paths[0])
    frame = pl.scan_parquet(list(paths), missing_columns="insert", extra_columns="ignore")
    asked = {
        column.name: test for column in table.columns if column.name in there for test in tests_of(column)
    }
    counts = pl.concat([counted(path, asked) for path in paths], how="diagonal").sum()
    for name, number in counts.row(0, named=True).items():
        if number:
            shown = frame.filter(asked[name]).select(name).head(SHOWN).collect()[name].to_list()
            yield miswritten(table, table.by_name[name], number, shown)
    yield from repeated(table, frame)


def counted(path: Path, asked: Mapping[str, pl.Expr]) -> pl.DataFrame:
    """How many cells of one file fail, column by column: file after file, so that none is read ahead."""
    frame = pl.scan_parquet(path)
    there = frame.collect_schema()
    return frame.select(**{name: test.sum() for name, test in asked.items() if name in there}).collect()


def tests_of(column: Column) -> Iterator[pl.Expr]:
    """One test a column: what no cell of it may be."""
    value = pl.col(column.name)
    wrong = value.is_null() if column.full else pl.lit(False)
    if issubclass(column.kind, Term):
        wrong = wrong | ~value.is_in([term.value for term in column.kind])
    elif column.kind is date:
        wrong = wrong | ~value.is_between(EARLIEST, date(date.max.year, 1, 1))
    elif column.full and column.name != KEY:
        wrong = wrong | (value == "")
    yield wrong.fill_null(False)


def miswritten(table: Table, column: Column, number: int, shown: list[Any]) -> Words:
    listed, where = ", ".join(str(value) for value in shown), f"{table.name}.{column.name}"
    if issubclass(column.kind, Term):
        words = ", ".join(term.value for term in column.kind)
        return Words(f"{where} 有 {number} 行不在下列值之中：{words}（如 {listed}）",
                     f"{where}: {number} rows hold none of: {words} (such as {listed})")  # fmt: skip
    if column.kind is date:
        return Words(f"{where} 有 {number} 行是不可能的日期（如 {listed}）",
                     f"{where}: {number} rows hold an impossible day (such as {listed})")  # fmt: skip
    return Words(f"{where} 有 {number} 行是空的", f"{where}: {number} rows are empty")


def repeated(table: Table, frame: pl.LazyFrame) -> Iterator[Words]:
    """Told by their hashes, so that ten million keys fit; named once something is found."""
    for name in table.unique:
        frame, value = plainly(frame, name), pl.col(name)
        found = again(slices(frame.select(value.hash())))
        if found.is_empty():
            continue
        same = frame.filter(value.hash().is_in(found.head(SHOWN * SHOWN).implode())).group_by(name).len()
        twice = same.filter(pl.col("len") > 1).head(SHOWN).collect()
        if twice.height:
            listed = ", ".join(str(value) for value in twice[name])
            yield Words(f"{table.name}.{name} 重复（如 {listed}）",
                        f"{table.name}.{name} is given more than once (such as {listed})")  # fmt: skip


def plainly(frame: pl.LazyFrame, name: str) -> pl.LazyFrame:
    """With its numbers of certificates in the one spelling: in two of them a number is one certificate's."""
    if name != NUMBER or not frame.select(odd(pl.col(name))).collect(engine="streaming").item():
        return frame
    held = nw.from_native(frame).with_columns(spelt(nw.col(name).cast(nw.String)).alias(name))
    return held.to_native()
