"""Close a month of a line for good: nothing may be dated in it again; what stood in it is kept."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Max, Min, Q, QuerySet

from gongjiang.law.dated import months_after
from gongjiang.office.journal.models import canonical, record
from gongjiang.office.ledger.folding import SIDES, folded
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import Chart, Line, chart
from gongjiang.office.ledger.models import Account, ClosedBalance, MonthClose, Transfer
from gongjiang.office.ledger.posting import lock
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn


@in_turn
def close_month(line: Line, month: date, hands: Hands) -> MonthClose:
    """Closes go in order, from the first month with money; only a month that is over, and by two people."""
    hands.must_differ()
    accounts = chart(line)
    lock(accounts.values())
    expected, until = next_month(line), last_day(month)
    if expected is None:
        refuse("该项目没有分录，无可月结", "this line has no movement: there is nothing to close")
    if month != expected:
        refuse(f"应先结{expected:%Y-%m}", f"the next month to close is {expected:%Y-%m}")
    if hands.on <= until:
        refuse("该月尚未结束，不能月结", "the month is not over yet")
    close = MonthClose(fund=line.fund, year=line.year, line=line.line, month=month, until=until,
                       maker=hands.maker, checker=hands.checker, on=hands.on, at=hands.at)  # fmt: skip
    balances = closed_balances(close, accounts)
    close.transfers = moves_of(line).filter(on__lte=until).count()
    close.sha256 = digest(balances)
    close.save()
    ClosedBalance.objects.bulk_create(balances)
    facts = {"maker": hands.maker.ref, "checker": hands.checker.ref, "sha256": close.sha256}
    record("month.close", str(close), {**facts, "transfers": close.transfers, "on": hands.on}, hands.at)
    return close


def closed_balances(close: MonthClose, accounts: Chart) -> list[ClosedBalance]:
    """Every account of the line folded from the transfers dated up to the last day of the month."""
    line = Line(close.fund, close.year, close.line)
    sums = folded(moves_of(line).filter(on__lte=close.until))
    return [
        ClosedBalance(close=close, account=account, **{side: sums[account.pk, side] for side in SIDES})
        for account in sorted(accounts.values(), key=lambda held: held.code)
    ]


def digest(balances: Iterable[ClosedBalance]) -> str:
    held = {one.account.code: [getattr(one, side) for side in SIDES] for one in balances}
    return hashlib.sha256(canonical(held).encode()).hexdigest()


def next_month(line: Line) -> date | None:
    """The first day of the month to close next, or None where no money ever moved."""
    last = MonthClose.objects.filter(fund=line.fund, year=line.year, line=line.line).last()
    if last:
        return last.until + timedelta(days=1)
    first = moves_of(line).order_by("on").values_list("on", flat=True).first()
    return first.replace(day=1) if first else None


def next_months(year: int) -> dict[Line, date]:
    """The same for every line of a year, in three queries however many they are."""
    found: dict[Line, date] = {}
    for side in ("debit", "credit"):
        of = [f"{side}__{name}" for name in ("fund", "year", "line")]
        moved = Transfer.objects.filter(**{f"{side}__year": year}).order_by().values_list(*of)
        for *told, first in moved.annotate(Min("on")):
            line = Line(*told)
            found[line] = min(first.replace(day=1), found.get(line, date.max))
    closes = MonthClose.objects.filter(year=year).order_by().values_list("fund", "year", "line")
    for *told, until in closes.annotate(Max("until")):
        found[Line(*told)] = until + timedelta(days=1)
    return found


def moves_of(line: Line) -> QuerySet[Transfer]:
    """Every transfer that touches an account of the line."""
    ids = list(
        Account.objects.filter(fund=line.fund, year=line.year, line=line.line).values_list("pk", flat=True)
    )
    return Transfer.objects.filter(Q(debit__in=ids) | Q(credit__in=ids))


def last_day(month: date) -> date:
    return months_after(month.replace(day=1), 1) - timedelta(days=1)
