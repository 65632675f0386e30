"""docs/registers.md, drawn from the declaration: what a register handed in for a scan must hold."""

from collections.abc import Iterable
from datetime import date

from gongjiang.law.register import Column, Table

CELLS = "| 列 column | 类型 type | 要求 needed | 说明 | meaning |\n|---|---|---|---|---|"
INTRODUCTION = """\
`gongjiang scan` 和 `gongjiang simulate` 读取一个目录：每张表是一个 Parquet 文件 `<表名>.parquet`，
或一个目录 `<表名>/`，内有按人员切分的多个文件，同一人员的各表数据在同名文件中，按人员编号排序。
词语一律存英文值（见 glossary.md）。可缺的列视为整列为空。日期用 date 类型，金额为整数分。
不要写入姓名、证件号码、电话和账号原文，用摘要即可。

`gongjiang scan` and `gongjiang simulate` read a folder: every table is a Parquet file `<table>.parquet`,
or a folder `<table>/` of files cut by person, where the rows of one person lie in files of the same name
in every table, sorted by person. Closed words are stored as their English values (glossary.md). A column
that is left out counts as empty. Days are of type date, sums are whole fen. Keep names and the numbers of
identities, telephones and accounts out of it: a digest will do."""
PLAIN = {str: "text", int: "int", bool: "boolean", date: "date"}


def registers_page(tables: Iterable[Table], note: str) -> str:
    sections = "\n\n".join(_table(table) for table in tables)
    return f"{note}\n\n# 登记数据 Registers\n\n{INTRODUCTION}\n\n{sections}\n"


def _table(table: Table) -> str:
    rows = "\n".join(_column(column) for column in table.columns)
    unique = f"\n\n不得重复 unique: `{', '.join(table.unique)}`" if table.unique else ""
    return f"## {table.said.zh} {table.said.en} (`{table.name}`)\n\n{CELLS}\n{rows}{unique}"


def _column(column: Column) -> str:
    """A closed word is stored as its value: the glossary lists them."""
    kind = PLAIN.get(column.kind) or f"text, `{column.kind.__name__}`"
    there = "必有此列 the column" if column.needed else "可缺 may be left out"
    needed = "每行必填 in every row" if column.full else there
    return f"| `{column.name}` | {kind} | {needed} | {column.said.zh} | {column.said.en} |"
