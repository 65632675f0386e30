"""The sheet given back with its errors in a column, so that the office can mend it and send it again."""

import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

import xlsxwriter

from gongjiang.office.registry.sheets.reading import Sheet
from gongjiang.office.registry.sheets.row import Fault

HEADING = "错误说明"
MARKED = {"bg_color": "#fde2dd", "text_wrap": True}
SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "default_date_format": "yyyy-mm-dd",
}


class Marked(Protocol):
    """What was found in a sheet: the faults, and for a row that repeats another the words for it."""

    @property
    def title(self) -> str: ...

    @property
    def faults(self) -> Sequence[Fault]: ...

    @property
    def told(self) -> Mapping[int, str]: ...


def with_errors(sheet: Sheet, found: Marked) -> bytes:
    """An xlsx of the same rows and columns; text stays text, a formula in a cell stays text too."""
    told = _told(found.faults, found.told)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, SAFE)
    page, bad = book.add_worksheet(found.title), book.add_format(MARKED)
    bad_day = book.add_format({**MARKED, "num_format": SAFE["default_date_format"]})
    width = max((len(row) for row in sheet.raw), default=0)
    for place, row in enumerate(sheet.raw):
        number = place + 1
        for column, cell in enumerate(row):
            marked = bad_day if isinstance(cell, date) else bad
            _put(page, place, column, cell, marked if number in told else None)
        if number == sheet.header_row:
            page.write_string(place, width, HEADING)
        elif number in told:
            page.write_string(place, width, told[number], bad)
    page.set_column(width, width, 48)
    book.close()
    return buffer.getvalue()


def _put(page: "xlsxwriter.worksheet.Worksheet", row: int, column: int, cell: object, style: object) -> None:
    if isinstance(cell, datetime | date):
        page.write_datetime(row, column, cell, style)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        page.write_number(row, column, cell, style)
    elif cell not in ("", None):
        page.write_string(row, column, str(cell), style)
    elif style:
        page.write_blank(row, column, None, style)


def _told(faults: Sequence[Fault], repeats: Mapping[int, str]) -> dict[int, str]:
    held: dict[int, list[str]] = defaultdict(list)
    for fault in faults:
        held[fault.row].append(f"{fault.column}：{fault.said.zh}")
    for row, said in repeats.items():
        held[row].append(said)
    return {row: "；".join(said) for row, said in held.items()}
