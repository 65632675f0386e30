"""补贴花名册: what a careful clerk makes of each row. Pure: nothing is stored here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from gongjiang.law.certificate_number import agrees, certificate_number
from gongjiang.law.claim_terms import Channel, Claimant
from gongjiang.law.compiled import Asking
from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import identity
from gongjiang.law.money import Fen, yuan
from gongjiang.law.occupations import occupation_name
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.words import Problem, Words, problem
from gongjiang.office.registry.sheets.levels import level_of
from gongjiang.office.registry.sheets.reading import Cell, text
from gongjiang.office.registry.sheets.row import Fault, Row, unlost

CLAIMANTS = {"单位": Claimant.UNIT, "培养单位": Claimant.UNIT, "企业": Claimant.UNIT,
             "个人": Claimant.WORKER, "职工": Claimant.WORKER, "本人": Claimant.WORKER}  # fmt: skip
SHORTEST, LONGEST = 8, 32


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
    issued_on: date
    issuer: str
    claimant: str
    bank: str
    account: str
    phone: str
    amount: Fen

    def plain(self) -> dict[str, Any]:
        """As JSON: days in ISO, the sum in yuan; no account and no telephone."""
        hidden = ("account", "phone", "bank", "amount", "sex")
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
        return {row: f"与第 {of_row} 行的证书编号相同" for row, of_row in self.repeats}

    @property
    def total(self) -> Fen:
        return sum(read.amount for read in self.good)


@dataclass(frozen=True)
class Standard:
    """What a roster is checked by: the scheme's own rules and sums, on one day."""

    scheme: Scheme
    settings: Settings
    day: date

    def faults(self, told: Mapping[str, Any]) -> Iterator[tuple[str, Words]]:
        """The rules that the sheet alone can answer, where they are not met."""
        if self.scheme.roster is None:
            return
        row, asking = self.scheme.subject.row(told), Asking(self.day, self.settings)
        for rule in self.scheme.every_rule:
            column = self.scheme.roster.columns.get(rule.name)
            if column and rule.reader(row, None, asking) is not True:
                yield column, Words(f"不符合：{rule.said.zh}", f"not met: {rule.said.en}")

    def sum_of(self, told: Mapping[str, Any]) -> Fen:
        granted = self.scheme.granted(self.scheme.subject.row(told), Asking(self.day, self.settings))
        return sum(getattr(grant, "amount", 0) for grant in granted)


def check_rows(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], headings: Mapping[str, str], standard: Standard
) -> Iterator[Read | list[Fault] | tuple[int, int]]:
    """Each row by itself: what was read of it, its faults, or which earlier row's certificate it repeats."""
    first: dict[str, int] = {}
    for number, cells in rows:
        row = ClaimRow(number, cells, headings)
        read = row.read(standard)
        if read is None:
            yield row.faults
        elif (earlier := first.setdefault(read.certificate_number, number)) != number:
            yield number, earlier
        else:
            yield read


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
    """One line of the roster."""

    def read(self, standard: Standard) -> Read | None:
        holder = self.asked("id_number", lambda cell: identity(unlost(cell), standard.day))
        number, code = self.asked("certificate", certificate_number), self.asked("employer_code", credit_code)
        level, issued = self.asked("level", level_of), self.day("issued", standard.day)
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
        told |= {"sex": getattr(holder, "sex", "")}
        told |= {"issuer": text(self.cells.get("issuer")), "phone": text(self.cells.get("phone"))}
        told |= {"employer_code": code.code, "id_number": holder.number, "issued_on": issued}
        held = Read(row=self.number, level=level.value, certificate_number=number.number, **told)
        return None if self.faults else held

    def due(self, standard: Standard, number: str, level: Any, issued: date, told: Mapping[str, Any]) -> Fen:
        """The sum the scheme gives, against the sums that the sheet states."""
        facts = {
            "certificate_number": number,
            "number_agrees": agrees(number, level.value, issued),
            "channel": Channel.PLAN,
            "level": level,
            "issued_on": issued,
            "occupation": told["occupation"],
        }
        for column, said in standard.faults(facts):
            self.fault(column, said)
        due = standard.sum_of(facts)
        for key in ("standard", "amount") if due and not self.faults else ():
            self.stated(key, due)
        return due

    def stated(self, key: str, due: Fen) -> None:
        """A sum as typed must be the sum that is due; a formula or an empty cell is none."""
        cell = self.cells.get(key)
        if not text(cell):
            if key in self.headings:
                self.fault(key, Words("未填写，或为公式", "not given, or a formula"))
        elif sum_of(cell) != due:
            self.fault(key, Words(f"应为 {due // 100} 元", f"should be {due // 100} yuan"))


def claimant_of(printed: str) -> Claimant | Problem:
    plain = re.sub(r"\s", "", printed)
    return CLAIMANTS.get(plain) or problem(f"“{printed}”不是单位或个人", f"“{printed}” is no unit or worker")


def account_of(printed: str) -> str | Problem:
    """Digits only; a number that a sheet took for a quantity has lost its last digits."""
    plain = re.sub(r"[\s-]", "", printed)
    if plain.isascii() and plain.isdigit() and SHORTEST <= len(plain) <= LONGEST:
        return plain
    return problem("账号应为 8 至 32 位数字，并以文本保存", "an account has 8 to 32 digits, kept as text")


def sum_of(cell: Cell) -> Fen | None:
    """Fen in a cell that holds yuan, or None where it holds no sum in whole fen."""
    plain = re.sub(r"[\s,，￥¥元]", "", text(cell))
    found = re.fullmatch(r"(\d{1,12})(?:\.(\d{1,2}))?", plain, re.ASCII)
    return yuan(int(found[1])) + int((found[2] or "0").ljust(2, "0")) if found else None
