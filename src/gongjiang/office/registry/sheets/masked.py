"""A sheet for who may see that a row is wrong and has no need of whose numbers are in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gongjiang.law.identity import mask_id
from gongjiang.office.registry.sheets.holding import Cell
from gongjiang.office.registry.sheets.reading import Sheet

NUMBERED = ("id_number", "account", "phone")
"""Columns whose every cell is masked, whatever is written there."""
LONG = re.compile(r"\d(?:[ -]?\d){10,}[Xx]?")
"""Eleven digits or more in whatever column they were put: a telephone, an account, an identity number."""


def masked(sheet: Sheet) -> Sheet:
    """The same rows and columns, with the headings as they stand."""
    head = sheet.raw[sheet.header_row - 1]
    printed = {sheet.headings[name] for name in NUMBERED if name in sheet.headings}
    hidden = {place for place, cell in enumerate(head) if str(cell) in printed}
    rows = (row if row is head else _masked(row, hidden if place >= sheet.header_row else set())
            for place, row in enumerate(sheet.raw))  # fmt: skip
    return replace(sheet, rows=(), raw=tuple(rows))


def masked_text(text: str) -> str:
    return LONG.sub(lambda found: mask_id(found[0]), text)


def _masked(row: Sequence[Cell], hidden: set[int]) -> tuple[Cell, ...]:
    return tuple(_cell(cell, place in hidden) for place, cell in enumerate(row))


def _cell(cell: Cell, whole: bool) -> Cell:
    if cell in ("", None) or isinstance(cell, bool | date):
        return cell
    text = f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)
    told = mask_id(text.strip()) if whole else masked_text(text)
    return cell if told == text else told
