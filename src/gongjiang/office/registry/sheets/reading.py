"""A sheet as it was sent: its header is found, its columns are recognised,
its data rows keep their numbers.
"""

import csv
import io
import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from gongjiang.law.words import Problem, Words
from gongjiang.office.registry.sheets.formulas import formulas
from gongjiang.office.registry.sheets.swollen import swollen

SEARCHED, REMEMBERED = 30, 20_000
FOOTER = ("合计", "总计", "填表人", "审核人", "备注：", "说明：", "注：")
BIGGEST = 20 * 1024 * 1024

Cell = Any


@dataclass(frozen=True)
class Column:
    """A column that is looked for: our name for it, and what people head it with (the first is the usual)."""

    key: str
    headings: tuple[str, ...]
    required: bool = True


@dataclass(frozen=True)
class Sheet:
    """The data rows by their numbers in the file, and the heading of each recognised column as printed."""

    headings: Mapping[str, str]
    rows: Sequence[tuple[int, Mapping[str, Cell]]]
    raw: Sequence[Sequence[Cell]]
    header_row: int
    unknown: tuple[str, ...] = ()


class Rows(Sequence[tuple[int, Mapping[str, Cell]]]):
    """Rows by their numbers in the file, the cells by our names: named as they are read, never all."""

    def __init__(
        self, raw: Sequence[Sequence[Cell]], numbers: Sequence[int], places: Mapping[str, int]
    ) -> None:
        self.raw, self.numbers, self.places = raw, numbers, places

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: Any) -> Any:
        number = self.numbers[place]
        return number, named(self.raw[number - 1], self.places)


def named(row: Sequence[Cell], places: Mapping[str, int]) -> dict[str, Cell]:
    return {key: row[place] if place < len(row) else "" for key, place in places.items()}


@dataclass
class Found:
    row: int
    columns: dict[str, int] = field(default_factory=dict)


def plain(text: object) -> str:
    """A heading without spaces, brackets' kinds and line breaks."""
    smoothed = unicodedata.normalize("NFKC", str(text))
    return re.sub(r"[\s*:：]", "", smoothed)


def read_sheet(
    data: bytes, columns: Sequence[Column], renamed: Mapping[str, str] | None = None
) -> Sheet | Problem:
    """Read a workbook or CSV. `renamed` maps a heading of the file to one of ours."""
    if len(data) > BIGGEST:
        return Problem(Words("文件超过 20 MB", "The file is larger than 20 MB"))
    tables = _tables(data)
    if isinstance(tables, Problem):
        return tables
    best = max(
        ((_header(rows, columns, renamed or {}), rows) for rows in tables),
        key=lambda one: len(one[0].columns),
    )
    found, rows = best
    missing = [c.headings[0] for c in columns if c.required and c.key not in found.columns]
    if missing:
        return Problem(
            Words(
                f"没有找到这些列：{'、'.join(missing)}。请检查表头，或为列指定对应关系",
                f"Columns not found: {', '.join(missing)}. Check the header row or map the columns",
            )
        )
    return _sheet(found, rows)


def _tables(data: bytes) -> list[list[list[Cell]]] | Problem:
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        return _workbook(data)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return [[list(row) for row in csv.reader(io.StringIO(data.decode(encoding)))]]
        except (UnicodeDecodeError, csv.Error):
            continue
    return _unreadable()


def _workbook(data: bytes) -> list[list[list[Cell]]] | Problem:
    """Every sheet of a workbook; a cell that holds a formula counts as empty."""
    if data[:2] == b"PK" and swollen(data):
        return _unreadable()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        tables = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError):
        return _unreadable()
    for place, rows in enumerate(tables):
        for row, column in formulas(data, place):
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = ""
        kept_once(rows)
    return tables or _unreadable()


def kept_once(rows: list[list[Cell]]) -> None:
    """What stands in cell after cell is one text in memory: half of a large roster is."""
    seen: dict[str, str] = {}
    for row in rows:
        for place, cell in enumerate(row):
            if type(cell) is str:
                row[place] = seen.get(cell, cell) if len(seen) > REMEMBERED else seen.setdefault(cell, cell)


def _unreadable() -> Problem:
    return Problem(
        Words(
            "读不出表格：请上传 xlsx 或 csv 文件", "This is not a readable sheet: send an xlsx or a csv file"
        )
    )


def _header(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], renamed: Mapping[str, str]) -> Found:
    """The row that names the most of our columns."""
    ours = {plain(heading): column.key for column in columns for heading in column.headings}
    ours |= {plain(theirs): ours[plain(mine)] for theirs, mine in renamed.items() if plain(mine) in ours}
    best = Found(0)
    for number, row in enumerate(rows[:SEARCHED]):
        here: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = ours.get(plain(cell))
            if key:
                here.setdefault(key, place)
        if len(here) > len(best.columns):
            best = Found(number, here)
    return best


def _sheet(found: Found, rows: Sequence[Sequence[Cell]]) -> Sheet:
    header = rows[found.row]
    numbers = array("I")
    for number, row in enumerate(islice(rows, found.row + 1, None), start=found.row + 2):
        cells = named(row, found.columns)
        if not _empty(cells) and not _footer(row, cells):
            numbers.append(number)
    known = set(found.columns.values())
    unknown = tuple(
        str(cell) for place, cell in enumerate(header) if place not in known and str(cell).strip()
    )
    headings = {key: str(header[place]).strip() for key, place in found.columns.items()}
    return Sheet(headings, Rows(rows, numbers, found.columns), rows, found.row + 1, unknown)


def _empty(cells: Mapping[str, Cell]) -> bool:
    return not any(text(cell) for cell in cells.values())


def _footer(row: Sequence[Cell], cells: Mapping[str, Cell]) -> bool:
    """A total, or whatever else an office writes under its table."""
    first = next((text(cell) for cell in row if text(cell)), "")
    return first.startswith(FOOTER) and sum(bool(text(cell)) for cell in cells.values()) <= 3


def text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, days as ISO; without the null that no database holds."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).replace("\0", "").strip()
