"""补贴花名册: what a careful clerk makes of each row. Pure: nothing is stored here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from gongjiang.law.certificate_number import agrees, certificate_number
from gongjiang.law.claim_terms import Channel
from gongjiang.law.credit_code import credit_code
from gongjiang.law.dated import month_end
from gongjiang.law.dates import ParsedDay
from gongjiang.law.identity import identity
from gongjiang.law.money import Fen
from gongjiang.law.occupations import occupation_name
from gongjiang.law.words import Words
from gongjiang.office.registry.sheets.claim_cells import account_of, claimant_of, sum_of
from gongjiang.office.registry.sheets.claim_standard import Standard
from gongjiang.office.registry.sheets.holding import Cell
from gongjiang.office.registry.sheets.levels import level_of
from gongjiang.office.registry.sheets.reading import text
from gongjiang.office.registry.sheets.row import Fault, Row, unlost


class Read(NamedTuple):
    """A row that can be taken: normalised. `amount` is fen."""

    row: int
    name: str
    id_number: str
    birth: date | None
    sex: str
    employer: str
    employer_code: str
    occupation: str
    level: str
    certificate_number: str
    issued_on: date | None
    issuer: str
    claimant: str
    bank: str
    account: str
    phone: str
    amount: Fen
    doubts: tuple[Fault, ...] = ()
    """What refuses nothing and yet is for a person to look at."""

    def doubted(self, doubt: Fault) -> "Read":
        return self._replace(doubts=(*self.doubts, doubt))

    def plain(self) -> dict[str, Any]:
        """As JSON: days in ISO, the sum in yuan; no account and no telephone."""
        hidden = ("account", "phone", "bank", "amount", "sex", "doubts")
        told = {name: getattr(self, name) for name in self._fields if name not in hidden}
        days = {name: value.isoformat() for name, value in told.items() if isinstance(value, date)}
        return told | days | {"amount_yuan": self.amount // 100}


@dataclass
class Checked:
    """A whole roster: good rows, faults in place, certificates that come again with the row they repeat."""

    rows: int = 0
    good: list[Read] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)
    title: str = "补贴花名册"

    @property
    def told(self) -> Mapping[int, str]:
        doubted = {one.row: f"须由人认定：{one.said.zh}" for one in self.doubts}
        return doubted | {row: f"与第 {of_row} 行的证书编号相同" for row, of_row in self.repeats}

    @property
    def doubts(self) -> list[Fault]:
        return [one for read in self.good for one in read.doubts]

    @property
    def total(self) -> Fen:
        return sum(read.amount for read in self.good)


def check_rows(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], headings: Mapping[str, str], standard: Standard
) -> Iterator[Read | list[Fault] | tuple[int, int]]:
    """Each row by itself: what was read of it, its faults, or which earlier row's certificate it repeats."""
    first: dict[str, int] = {}
    skills: dict[tuple[str, str, str], int] = {}
    for number, cells in rows:
        row = ClaimRow(number, cells, headings)
        read = row.read(standard)
        if read is None:
            yield row.faults
        elif (earlier := first.setdefault(read.certificate_number, number)) != number:
            yield number, earlier
        else:
            same = skills.setdefault((read.id_number, read.occupation, read.level), number)
            yield read if same == number else read.doubted(row.doubt_of(same))


def check_roster(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], headings: Mapping[str, str], standard: Standard
) -> Checked:
    checked = Checked()
    for found in check_rows(rows, headings, standard):
        checked.rows += 1
        if isinstance(found, Read):
            checked.good.append(found)
        elif isinstance(found, list):
            checked.faults += found
        else:
            checked.repeats.append(found)
    return checked


class ClaimRow(Row):
    """One line of the roster, and what in it is for a person to look at."""

    def __init__(self, number: int, cells: Mapping[str, Cell], headings: Mapping[str, str]) -> None:
        super().__init__(number, cells, headings)
        self.doubts: list[Fault] = []
        self.by_day = False

    def read(self, standard: Standard) -> Read | None:
        holder = self.asked("id_number", lambda cell: identity(unlost(cell), standard.day))
        number, code = self.asked("certificate", certificate_number), self.asked("employer_code", credit_code)
        level, issued = self.asked("level", level_of), self.parsed("issued", standard.day)
        told: dict[str, Any] = {
            "name": self.given("name"),
            "employer": self.given("employer"),
            "occupation": occupation_name(self.given("occupation")),
            "claimant": self.asked("claimant", claimant_of),
            "bank": self.given("bank"),
            "account": self.asked("account", account_of),
        }
        if self.faults or not (number and level and issued and holder and code):
            return None
        due = self.due(standard, number.number, level, issued, told)
        told |= {"claimant": told["claimant"].value, "birth": getattr(holder, "birth", None), "amount": due}
        told |= {"sex": getattr(holder, "sex", ""), "issued_on": None if self.by_day else issued.day}
        told |= {"issuer": text(self.cells.get("issuer")), "phone": text(self.cells.get("phone"))}
        told |= {"employer_code": code.code, "id_number": holder.number, "doubts": tuple(self.doubts)}
        held = Read(row=self.number, level=level.value, certificate_number=number.number, **told)
        return None if self.faults else held

    def due(
        self, standard: Standard, number: str, level: Any, issued: ParsedDay, told: Mapping[str, Any]
    ) -> Fen:
        """The sum the scheme gives, against the sums that the sheet states."""
        facts = {
            "certificate_number": number,
            "number_agrees": agrees(number, level.value, issued.day),
            "channel": Channel.PLAN,
            "level": level,
            "issued_on": issued.day,
            "occupation": told["occupation"],
        }
        last = min(month_end(issued.day), standard.day) if issued.precision == "month" else None
        for one in standard.judged(facts, last):
            if one.refuses:
                self.fault(one.column, one.said)
            else:
                self.doubts.append(Fault(self.number, self.headings.get(one.column, one.column), one.said))
            self.by_day = self.by_day or one.by_day
        due = standard.sum_of(facts)
        for key in ("standard", "amount") if due and not self.faults else ():
            self.stated(key, due)
        return due

    def doubt_of(self, earlier: int) -> Fault:
        said = Words(
            f"与第 {earlier} 行同一人、同一职业、同一等级，证书编号不同",
            f"the same person, occupation and level as row {earlier}, on another certificate",
        )
        return Fault(self.number, self.headings.get("certificate", "certificate"), said)

    def stated(self, key: str, due: Fen) -> None:
        """A sum as typed must be the sum that is due; a formula or an empty cell is none."""
        cell = self.cells.get(key)
        if not text(cell):
            if key in self.headings:
                self.absent(key)
        elif sum_of(cell) != due:
            self.fault(key, Words(f"应为 {due // 100} 元", f"should be {due // 100} yuan"))
