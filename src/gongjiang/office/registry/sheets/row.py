"""One row being read: every cell says what is wrong with it, not only the first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.dates import parse_day
from gongjiang.law.words import Problem, Words
from gongjiang.office.registry.sheets.reading import Cell, text

NOT_GIVEN = Words("未填写", "not given")
LONGEST, LONG = 60, {"employer": 120, "bank": 80}
"""Characters that the registers hold of a name or an occupation; of a unit, of a bank."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell, and in which column as the sheet heads it."""

    row: int
    column: str
    said: Words


class Row:
    """The cells by our names for their columns, and the faults found so far."""

    def __init__(self, number: int, cells: Mapping[str, Cell], headings: Mapping[str, str]) -> None:
        self.number, self.cells, self.headings = number, cells, headings
        self.faults: list[Fault] = []

    def fault(self, key: str, said: Words) -> None:
        self.faults.append(Fault(self.number, self.headings.get(key, key), said))

    def given(self, key: str) -> str:
        held = re.sub(r"\s+", "" if key == "name" else " ", text(self.cells.get(key)))
        longest = LONG.get(key, LONGEST)
        if not held:
            self.fault(key, NOT_GIVEN)
        if len(held) > longest:
            self.fault(key, Words(f"超过 {longest} 字", f"longer than {longest} characters"))
        return held[:longest]

    def asked(self, key: str, read: Any) -> Any:
        """A cell through its reader; an empty one is a fault too."""
        cell = self.cells.get(key)
        if not text(cell):
            return self.fault(key, NOT_GIVEN)
        found = read(cell if key == "id_number" else text(cell))
        return self.fault(key, found.said) if isinstance(found, Problem) else found

    def day(self, key: str, today: date) -> Any:
        cell = self.cells.get(key)
        if not text(cell):
            return self.fault(key, NOT_GIVEN)
        found = parse_day(cell if isinstance(cell, str | int | float | date) else str(cell))
        if isinstance(found, Problem):
            return self.fault(key, found.said)
        if found.day > today:
            return self.fault(key, Words("日期晚于今天", "the day is in the future"))
        return found.day


def unlost(cell: Cell) -> str:
    """A number stored as a number has lost its last digits: say so, never guess them."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{cell:.10g}"
    return str(cell)
