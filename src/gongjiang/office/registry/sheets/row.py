"""One row being read: every cell says what is wrong with it, not only the first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.dates import parse_day
from gongjiang.law.words import Problem, Words
from gongjiang.office.registry.sheets.holding import Blank, Cell
from gongjiang.office.registry.sheets.reading import text

NOT_GIVEN = Words("未填写", "not given")
CUT = Words(
    "超过 15 位的号码存成了数字，尾数已丢失：请以文本重填",
    "a number of more than 15 digits was kept as a quantity and has lost its last ones: keep it as text",
)
CUT_FROM, QUANTITIES = 10**15, (float, int)
"""A sheet keeps 15 digits of a quantity; what is longer is another number by now."""
SERIAL = re.compile(r"[0-9]{5}")
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
        self.cut = {k for k, cell in cells.items() if type(cell) in QUANTITIES and cell >= CUT_FROM}
        self.faults = [Fault(number, headings.get(key, key), CUT) for key in sorted(self.cut)]

    def fault(self, key: str, said: Words) -> None:
        self.faults.append(Fault(self.number, self.headings.get(key, key), said))

    def absent(self, key: str) -> None:
        """An empty cell: nothing was given, or what is there is nobody's statement."""
        cell = self.cells.get(key)
        self.fault(key, cell.said if isinstance(cell, Blank) else NOT_GIVEN)

    def given(self, key: str) -> str:
        held = re.sub(r"\s+", "" if key == "name" else " ", text(self.cells.get(key)))
        longest = LONG.get(key, LONGEST)
        if not held:
            self.absent(key)
        if len(held) > longest:
            self.fault(key, Words(f"超过 {longest} 字", f"longer than {longest} characters"))
        return held[:longest]

    def asked(self, key: str, read: Any) -> Any:
        """A cell through its reader; an empty one is a fault too."""
        cell = self.cells.get(key)
        if key in self.cut:
            return None
        if not text(cell):
            return self.absent(key)
        found = read(cell if key == "id_number" else text(cell))
        return self.fault(key, found.said) if isinstance(found, Problem) else found

    def day(self, key: str, today: date) -> Any:
        found = self.parsed(key, today)
        return found.day if found else None

    def parsed(self, key: str, today: date) -> Any:
        """A day, or a month whose first day stands for it; a serial number of a day may be kept as text."""
        cell = self.cells.get(key)
        if key in self.cut:
            return None
        if not text(cell):
            return self.absent(key)
        value = cell if isinstance(cell, str | int | float | date) else str(cell)
        if type(value) is str and SERIAL.fullmatch(value.strip()):
            value = int(value)
        found = parse_day(value)
        if isinstance(found, Problem):
            return self.fault(key, found.said)
        if found.day > today:
            return self.fault(key, Words("日期晚于今天", "the day is in the future"))
        return found


def unlost(cell: Cell) -> str:
    """A number stored as a number has lost its last digits: say so, never guess them."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{cell:.10g}"
    return str(cell)
