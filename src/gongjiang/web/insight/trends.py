"""The last twelve months as bars: cases opened, money that became due; a table says the same in figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from gongjiang.law.dated import months_after
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.models import Payable, PayableState

MONTHS, HIGH = 12, 60


@dataclass(frozen=True)
class Bar:
    """A month, its number, and the bar that stands over its name, in the drawing's own units."""

    month: date
    number: int
    y: int
    height: int


@dataclass(frozen=True)
class Trend:
    said: Words
    bars: tuple[Bar, ...]
    money: bool
    total: int


def trends(today: date) -> list[Trend]:
    """Two queries, whatever there is."""
    first = months_after(today.replace(day=1), 1 - MONTHS)
    opened = Case.objects.filter(opened_on__gte=first).order_by()
    cases = opened.annotate(month=TruncMonth("opened_on")).values_list("month").annotate(Count("pk"))
    owed = Payable.objects.filter(opened_at__date__gte=first).exclude(state=PayableState.STOPPED).order_by()
    money = owed.annotate(month=TruncMonth("opened_at")).values_list("month").annotate(Sum("amount"))
    return [
        trend(Words("每月新开办件", "cases opened each month"), numbers(cases), first, money=False),
        trend(Words("每月列应付金额", "money that became due each month"), numbers(money), first, money=True),
    ]


def numbers(rows: Any) -> Mapping[tuple[int, int], int]:
    return {(month.year, month.month): int(number or 0) for month, number in rows}


def trend(said: Words, held: Mapping[tuple[int, int], int], first: date, money: bool) -> Trend:
    months = [months_after(first, place) for place in range(MONTHS)]
    values = [held.get((month.year, month.month), 0) for month in months]
    most = max(values) or 1
    bars = (
        Bar(month, value, HIGH - round(HIGH * value / most), round(HIGH * value / most))
        for month, value in zip(months, values, strict=True)
    )
    return Trend(said, tuple(bars), money, sum(values))
