"""A line of money: a fund, a budget year and a programme line, with the accounts it is kept in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from gongjiang.law.terms import Fund
from gongjiang.office.ledger.models import Account, FundUse, Kind
from gongjiang.office.ledger.refusal import refuse

BOTTOMLESS = -(10**16)
"""How far a source may go below zero: all that was ever appropriated comes from it."""

Chart = dict[str, Account]


@dataclass(frozen=True, order=True)
class Line:
    fund: str
    year: int
    line: str

    def __str__(self) -> str:
        return f"{Fund(self.fund).zh} {self.year} {self.line}"

    def code(self, kind: Kind) -> str:
        return f"{kind}:{self.fund}:{self.year}:{self.line}"


def line_of_account(account: Account) -> Line:
    return Line(account.fund, account.year, account.line)


def open_line(line: Line) -> Chart:
    """The accounts of the line, made where they are missing."""
    for kind in Kind:
        fields = {"kind": kind, "fund": line.fund, "year": line.year, "line": line.line}
        floor = BOTTOMLESS if kind is Kind.SOURCE else 0
        Account.objects.get_or_create(code=line.code(kind), defaults={**fields, "floor_fen": floor})
    return chart(line)


def charts(lines: Iterable[Line]) -> dict[Line, Chart]:
    """The accounts of each line by kind, in one query. A line nobody opened is refused."""
    wanted = set(lines)
    found: dict[Line, Chart] = {line: {} for line in wanted}
    codes = [line.code(kind) for line in wanted for kind in Kind]
    for account in Account.objects.filter(code__in=codes):
        found[Line(account.fund, account.year, account.line)][account.kind] = account
    for line, accounts in found.items():
        if not accounts:
            refuse(f"{line}没有下达指标", f"nothing was appropriated to {line.fund} {line.year} {line.line}")
    return found


def chart(line: Line) -> Chart:
    return charts([line])[line]


def must_be_allowed(lines: Iterable[Line], on: date) -> None:
    """A fund pays only for the lines its table of uses names on that day."""
    wanted = {(line.fund, line.line) for line in lines}
    in_force = FundUse.objects.filter(Q(until__isnull=True) | Q(until__gte=on), since__lte=on)
    for fund, line in sorted(wanted - set(in_force.values_list("fund", "line"))):
        refuse(f"{Fund(fund).zh}不得用于项目{line}", f"the fund {fund} may not pay for line {line}")
