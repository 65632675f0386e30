"""推荐汇总表: what a careful clerk makes of each row. Pure: nothing is stored here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongjiang.law.certificate_number import certificate_number, disagreements, strange_place
from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import Passport, identity
from gongjiang.law.words import Words
from gongjiang.office.registry.sheets.holding import Cell
from gongjiang.office.registry.sheets.levels import level_of
from gongjiang.office.registry.sheets.reading import Sheet, text
from gongjiang.office.registry.sheets.row import Fault, Row, unlost

SEPARATORS = re.compile(r"[;；、,，\n\r/／|]+")

STRANGE = Words("证书编号中的地区不是省份代码", "the number names a place that is no province")


@dataclass(frozen=True)
class Vocabulary:
    """What the registers call things: every alias of a body, and of an honour, to its own name."""

    bodies: Mapping[str, str]
    honours: Mapping[str, str]


@dataclass(frozen=True)
class Read:
    """A row that can be taken: normalised, with what should be looked at though it refuses nothing."""

    row: int
    name: str
    id_number: str
    birth: date | None
    nominating_area: str
    employer: str
    employer_code: str
    occupation: str
    skill_level: str
    certificate_number: str
    issued_on: date
    front_line_since: date
    honours: tuple[str, ...]
    position: str = ""
    phone: str = ""
    contests: str = ""
    doubts: tuple[Fault, ...] = ()

    def plain(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "name": self.name,
            "id_number": self.id_number,
            "birth": self.birth.isoformat() if self.birth else None,
            "nominating_area": self.nominating_area,
            "employer_code": self.employer_code,
            "occupation": self.occupation,
            "skill_level": self.skill_level,
            "certificate_number": self.certificate_number,
            "issued_on": self.issued_on.isoformat(),
            "front_line_since": self.front_line_since.isoformat(),
            "honours": list(self.honours),
        }


@dataclass
class Checked:
    """The whole sheet: good rows, faults in place, and repeated people with the row they repeat."""

    rows: int = 0
    good: list[Read] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)
    title: str = "推荐汇总"

    @property
    def doubts(self) -> list[Fault]:
        """What refuses nothing and yet is for a person to look at."""
        return [one for read in self.good for one in read.doubts]

    @property
    def told(self) -> Mapping[int, str]:
        doubted = {one.row: f"须由人认定：{one.said.zh}" for one in self.doubts}
        return doubted | {
            row: f"与第 {of_row} 行为同一人，将并入，不另占名额" for row, of_row in self.repeats
        }


def check_sheet(sheet: Sheet, words: Vocabulary, today: date) -> Checked:
    checked = Checked(rows=len(sheet.rows))
    first: dict[str, int] = {}
    for number, cells in sheet.rows:
        row = Nominee(number, cells, sheet.headings)
        read = row.read(words, today)
        if read is None:
            checked.faults += row.faults
        elif read.id_number in first:
            checked.repeats.append((number, first[read.id_number]))
        else:
            first[read.id_number] = number
            checked.good.append(read)
    return checked


class Nominee(Row):
    """One row of the summary sheet."""

    def read(self, words: Vocabulary, today: date) -> Read | None:
        holder = self.asked("id_number", lambda cell: identity(unlost(cell), today))
        number, code = self.asked("certificate", certificate_number), self.asked("employer_code", credit_code)
        level, issued = self.asked("level", level_of), self.day("issued", today)
        told: dict[str, Any] = {
            "name": self.given("name"),
            "occupation": self.given("occupation"),
            "employer": self.given("employer"),
            "nominating_area": self.area(words),
            "front_line_since": self.day("since", today),
        }
        if number and level and issued:
            for fault in disagreements(number, level.value, issued.year):
                self.fault("certificate", fault.said)
        if self.faults:
            return None
        told |= {"birth": None if isinstance(holder, Passport) else holder.birth, "issued_on": issued}
        told |= {"id_number": holder.number, "employer_code": code.code, "certificate_number": number.number}
        told |= {key: text(self.cells.get(key)) for key in ("position", "phone", "contests")}
        if strange_place(number):
            heading = self.headings.get("certificate", "certificate")
            told["doubts"] = (Fault(self.number, heading, STRANGE),)
        named = honours(self.cells.get("honours"), words)
        return Read(row=self.number, skill_level=level.value, honours=named, **told)

    def area(self, words: Vocabulary) -> str:
        """The area by whatever name people use; failing that, the body that sent the sheet."""
        for key in ("area", "body"):
            said = re.sub(r"\s", "", text(self.cells.get(key)))
            if said in words.bodies:
                return words.bodies[said]
            inside = [name for name in words.bodies if said and said.startswith(name)]
            if inside:
                return words.bodies[max(inside, key=len)]
        key = "area" if "area" in self.headings else "body"
        self.fault(
            key,
            Words("不是已登记的区、开发区或推荐单位", "not a registered district, zone or nominating body"),
        )
        return ""


def honours(cell: Cell, words: Vocabulary) -> tuple[str, ...]:
    """Split as people separate them; a known name by its own name, an unknown one as printed."""
    printed = [part.strip() for part in SEPARATORS.split(text(cell))]
    return tuple(dict.fromkeys(words.honours.get(part, part) for part in printed if part and part != "无"))
