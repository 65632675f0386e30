"""One row of another register: a certificate, a month of insurance, another fund's payment. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.certificate_number import certificate_number, certificate_spelling
from gongjiang.law.claim_terms import ClaimKind, WorkStatus
from gongjiang.law.dates import parse_day
from gongjiang.law.identity import identity
from gongjiang.law.words import Problem, Words, problem
from gongjiang.office.registry.sheets.claim_cells import sum_of
from gongjiang.office.registry.sheets.levels import level_of
from gongjiang.office.registry.sheets.reading import text
from gongjiang.office.registry.sheets.row import Row, unlost

REVOKED = ("注销", "撤销", "作废", "无效")
STATUSES = {status.zh: status for status in WorkStatus} | {"职工": WorkStatus.ENTERPRISE_WORKER}
BY_INSURANCE = ("失业保险", "参保职工")
DIGITS = re.compile("[0-9]{1,9}")
MOST_MONTHS, FIRST_YEAR, LAST_YEAR = 720, 2000, 2099


@dataclass(frozen=True)
class Delivered:
    """What a row says, by the names of the columns; `of` is what tells it from every other."""

    row: int
    told: Mapping[str, Any]


class DeliveryRow(Row):
    """A row read by its kind; None where something in it is wrong."""

    def read(self, kind: str, today: date) -> Delivered | None:
        told = READ[kind](self, today)
        return None if self.faults else Delivered(self.number, told)

    def person(self, today: date) -> str:
        found = self.asked("id_number", lambda cell: identity(unlost(cell), today))
        return found.number if found else ""

    def whole(self, key: str, low: int, high: int) -> int:
        printed = text(self.cells.get(key))
        if DIGITS.fullmatch(printed) and low <= int(printed) <= high:
            return int(printed)
        self.fault(key, Words(f"应为 {low} 至 {high} 的整数", f"a whole number from {low} to {high}"))
        return 0


def _certificate(row: DeliveryRow, today: date) -> dict[str, Any]:
    number, level = row.asked("certificate", certificate_number), row.asked("level", level_of)
    return {
        "number": number.number if number else "",
        "level": level.value if level else "",
        "occupation": row.given("occupation"),
        "issued_on": row.day("issued", today),
        "revoked": any(word in text(row.cells.get("state")) for word in REVOKED),
    }


def _insurance(row: DeliveryRow, today: date) -> dict[str, Any]:
    month, status = row.asked("month", month_of), row.asked("status", status_of)
    return {
        "id_number": row.person(today),
        "month": month,
        "months": row.whole("months", 0, MOST_MONTHS),
        "status": status.value if status else "",
    }


def _payment(row: DeliveryRow, today: date) -> dict[str, Any]:
    level = row.asked("level", level_of) if text(row.cells.get("level")) else None
    kind = row.given("kind")
    return {
        "id_number": row.person(today),
        "kind": ClaimKind.UI.value if kind.startswith(BY_INSURANCE) else kind[:40],
        "occupation": row.given("occupation"),
        "level": level.value if level else "",
        "certificate_number": certificate_spelling(text(row.cells.get("certificate")))[:30],
        "year": row.whole("year", FIRST_YEAR, LAST_YEAR),
        "amount": sum_of(row.cells.get("amount")) or 0,
    }


READ: Mapping[str, Callable[[DeliveryRow, date], dict[str, Any]]] = {
    "certificates": _certificate,
    "insurance": _insurance,
    "payments": _payment,
}


def month_of(printed: str) -> date | Problem:
    found = parse_day(f"{printed}01" if printed.isdigit() and len(printed) == len("202605") else printed)
    return found if isinstance(found, Problem) else found.day.replace(day=1)


def status_of(printed: str) -> WorkStatus | Problem:
    return STATUSES.get(printed) or problem(f"“{printed}”不是已知的身份", f"{printed}: no known status")
