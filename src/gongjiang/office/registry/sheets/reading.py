"""A sheet as it was sent: its header is found, its columns are recognised,
its data rows keep their numbers.
"""

import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from gongjiang.law.words import Problem, Words
from gongjiang.office.registry.sheets.holding import SEARCHED, Cell, Lines, grids

FOOTER = ("合计", "总计", "填表人", "审核人", "备注：", "说明：", "注：")
BIGGEST = 20 * 1024 * 1024


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
    """Read a workbook or a text. `renamed` maps a heading of the file to one of ours."""
    if len(data) > BIGGEST:
        return Problem(Words("文件超过 20 MB", "The file is larger than 20 MB"))

    def header(rows: Lines) -> Found:
        return _header(rows, columns, renamed or {})

    held = grids(data, lambda rows: len(header(rows).columns))
    if isinstance(held, Problem):
        return held
    found = [(header(grid.rows), grid) for grid in held]
    needed = {column.key for column in columns if column.required}
    whole = [(head, grid) for head, grid in found if needed <= head.columns.keys()]
    if not whole:
        return _lacking(max((head for head, _ in found), key=lambda head: len(head.columns)), columns)
    return _only([(grid.name, _sheet(head, grid.rows)) for head, grid in whole])


def _lacking(best: Found, columns: Sequence[Column]) -> Problem:
    missing = [c.headings[0] for c in columns if c.required and c.key not in best.columns]
    return Problem(
        Words(
            f"没有找到这些列：{'、'.join(missing)}。请检查表头，或为列指定对应关系",
            f"Columns not found: {', '.join(missing)}. Check the header row or map the columns",
        )
    )


def _only(sheets: Sequence[tuple[str, Sheet]]) -> Sheet | Problem:
    """The sheet that has the headings, and rows under them: a file has one."""
    filled = [(name, sheet) for name, sheet in sheets if len(sheet.rows)]
    if len(filled) < 2:
        return (filled or sheets)[0][1]
    names = [name for name, _ in filled]
    return Problem(
        Words(
            f"有 {len(names)} 张工作表都有这些表头（{'、'.join(names)}），一个文件只能有一张：请分开报送",
            f"{len(names)} sheets have these headings ({', '.join(names)}) and a file may have one: "
            "send them apart",
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
