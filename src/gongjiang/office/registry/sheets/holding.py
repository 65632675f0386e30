"""What a file holds: the sheets of a workbook that somebody can see, or the lines of a text."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gongjiang.law.words import Problem, Words
from gongjiang.office.registry.sheets.formulas import formulas
from gongjiang.office.registry.sheets.swollen import swollen

SEARCHED, REMEMBERED, MERGED_CELLS = 30, 20_000, 200_000
SEPARATORS = (",", "\t", ";")
MARKED_16 = (b"\xff\xfe", b"\xfe\xff")

Cell = Any
Lines = Sequence[Sequence[Cell]]


class Blank(str):
    """A cell that holds nothing of its own, and the words for why: it counts as empty everywhere."""

    __slots__ = ("said",)
    said: Words

    def __new__(cls, zh: str, en: str) -> "Blank":
        made = super().__new__(cls, "")
        made.said = Words(zh, en)
        return made


FORMULA = Blank("是公式：请填写数值或文字", "a formula: give the value itself")
MERGED = Blank("是合并单元格：请取消合并，逐格填写", "part of a merged cell: give every cell its own value")


@dataclass(frozen=True)
class Grid:
    """One sheet by its name, which a text has none of."""

    name: str
    rows: list[list[Cell]]


def grids(data: bytes, named: Callable[[Lines], int]) -> list[Grid] | Problem:
    """`named` says how many of our columns some lines name: it tells what separates the cells of a text."""
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        return _workbook(data)
    for encoding in ("utf-16",) if data[:2] in MARKED_16 else ("utf-8-sig", "gb18030"):
        try:
            return [Grid("", _lines(data.decode(encoding), named))]
        except (UnicodeError, csv.Error):
            continue
    return unreadable()


def _lines(text: str, named: Callable[[Lines], int]) -> list[list[Cell]]:
    def read(mark: str) -> Iterator[list[Cell]]:
        return csv.reader(io.StringIO(text), delimiter=mark)

    heads = {mark: named(list(islice(read(mark), SEARCHED))) for mark in SEPARATORS}
    return [list(row) for row in read(max(SEPARATORS, key=heads.__getitem__))]


def _workbook(data: bytes) -> list[Grid] | Problem:
    """Every sheet that is shown; a cell that holds a formula, or lies in a merged one, counts as empty."""
    if data[:2] == b"PK" and swollen(data):
        return unreadable()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            (place, book.get_sheet_by_name(one.name))
            for place, one in enumerate(book.sheets_metadata)
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        held = [(place, sheet, sheet.to_python(skip_empty_area=False)) for place, sheet in shown]
    except (CalamineError, OSError, ValueError):
        return unreadable()
    for place, sheet, rows in held:
        _emptied(rows, sheet, formulas(data, place))
        kept_once(rows)
    return [Grid(sheet.name, rows) for _, sheet, rows in held] or unreadable()


def _emptied(rows: list[list[Cell]], sheet: CalamineSheet, made: set[tuple[int, int]]) -> None:
    for row, column in made:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = FORMULA
    for row, column in islice(_merged(sheet, len(rows)), MERGED_CELLS):
        if column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = MERGED


def _merged(sheet: CalamineSheet, height: int) -> Iterator[tuple[int, int]]:
    """The cells under a merged one, but for the first, which holds what is written there."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, height)):
            yield from ((row, column) for column in range(left, right + 1) if (row, column) != (top, left))


def kept_once(rows: list[list[Cell]]) -> None:
    """What stands in cell after cell is one text in memory: half of a large roster is."""
    seen: dict[str, str] = {}
    for row in rows:
        for place, cell in enumerate(row):
            if type(cell) is str:
                row[place] = seen.get(cell, cell) if len(seen) > REMEMBERED else seen.setdefault(cell, cell)


def unreadable() -> Problem:
    return Problem(
        Words(
            "读不出表格：请上传 xlsx 或 csv 文件", "This is not a readable sheet: send an xlsx or a csv file"
        )
    )
