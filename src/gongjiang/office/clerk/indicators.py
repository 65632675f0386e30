"""指标: what a target can be measured by, each a query over the office's own rows, with the cases behind it.

A figure is never typed. Where a number is the part of another, both are told; over nothing no rate is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from gongjiang.law.duty import Figure
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, LogRow, Referral
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.matches import standing
from gongjiang.office.ledger.models import MatchDue, MatchState, Payable, PayableState
from gongjiang.plans import plans

PEOPLE, ITEMS, ROWS = Words("人", "people"), Words("件", "cases"), Words("条", "rows")
STUDIOS, RATE = Words("个", "studios"), Words("%", "%")
STUDIO = "studio"


@dataclass(frozen=True)
class Scope:
    """A clause of a plan from one day to another; of one body, or of one department's referrals."""

    plan: str
    clause: str
    since: date
    until: date
    body: int | None = None
    department: str = ""

    @property
    def schemes(self) -> list[str]:
        return [s.slug for p in plans() if p.slug == self.plan for s in p.schemes if s.clause == self.clause]

    @property
    def days(self) -> tuple[date, date]:
        return self.since, self.until

    def cases(self) -> "QuerySet[Case]":
        """Every case under the clause, of the body where the scope is one body's."""
        found = Case.objects.filter(scheme__in=self.schemes)
        return found.filter(body=self.body) if self.body else found


@dataclass(frozen=True)
class Indicator:
    """`count` reads it; `behind` are the cases that were counted."""

    key: str
    said: Words
    unit: Words
    count: Callable[[Scope], Figure]
    behind: Callable[[Scope], "QuerySet[Case]"]
    adds_up: bool = True
    """Whether the number of a year is the sum of its days'; a rate and a stock are not."""


def opened(scope: Scope) -> "QuerySet[Case]":
    return scope.cases().filter(opened_on__range=scope.days).exclude(state=State.DRAFT)


def titled(scope: Scope) -> "QuerySet[Honour]":
    held = Honour.objects.filter(conferred_on__range=scope.days, revoked_on=None)
    return held.filter(case__in=scope.cases())


def paid(scope: Scope) -> "QuerySet[Payable]":
    """Owed in those days and paid by now."""
    held = Payable.objects.filter(state=PayableState.PAID, opened_at__date__range=scope.days)
    return held.filter(case__in=scope.cases())


def running(scope: Scope) -> "QuerySet[Case]":
    studios = [s.slug for p in plans() for s in p.schemes if s.procedure.name == STUDIO]
    return scope.cases().filter(scheme__in=studios, state=State.RUNNING, opened_on__lte=scope.until)


def services(scope: Scope) -> "QuerySet[LogRow]":
    """Rows of the logs that another hand has confirmed and nobody has struck."""
    held = LogRow.objects.filter(case__in=scope.cases(), on__range=scope.days, struck_on=None)
    return held.filter(confirmed_on__isnull=False)


def matches(scope: Scope) -> "QuerySet[MatchDue]":
    return MatchDue.objects.filter(case__in=scope.cases(), decided_on__range=scope.days, exemption=None)


def matched(scope: Scope) -> Figure:
    met = standing(scope.until).filter(pk__in=matches(scope).values("pk"), state=MatchState.MET)
    return Figure(met.count(), matches(scope).count())


def referred(scope: Scope) -> "QuerySet[Referral]":
    """What was referred in those days; of a department, to that department."""
    held = Referral.objects.filter(case__in=scope.cases(), referred_on__range=scope.days)
    return held.filter(department=scope.department) if scope.department else held


def answered(scope: Scope) -> Figure:
    in_time = Q(answered_on__lte=F("due_on"))
    return Figure(referred(scope).filter(in_time).count(), referred(scope).count())


def of_cases(rows: Callable[[Scope], "QuerySet[Case]"]) -> Callable[[Scope], Figure]:
    return lambda scope: Figure(rows(scope).count())


def through(rows: Callable[[Scope], "QuerySet[Any]"]) -> Callable[[Scope], "QuerySet[Case]"]:
    return lambda scope: Case.objects.filter(pk__in=rows(scope).order_by().values("case"))


def heads(rows: Callable[[Scope], "QuerySet[Payable]"]) -> Callable[[Scope], Figure]:
    return lambda scope: Figure(rows(scope).order_by().values("person").distinct().count())


def titles(scope: Scope) -> Figure:
    return Figure(titled(scope).count())


def rows(scope: Scope) -> Figure:
    return Figure(services(scope).count())


ALL = (
    Indicator("opened", Words("期内受理的办件", "cases taken up"), ITEMS, of_cases(opened), opened),
    Indicator("titled", Words("期内获评并保有称号的人", "people titled"), PEOPLE, titles, through(titled)),
    Indicator("paid", Words("期内应付且已付到的人", "people paid"), PEOPLE, heads(paid), through(paid)),
    Indicator(
        "running", Words("运行中的工作室", "studios that run"), STUDIOS, of_cases(running), running, False
    ),
    Indicator(
        "services", Words("经核对的台账记录", "confirmed rows of the logs"), ROWS, rows, through(services)
    ),
    Indicator("matched", Words("单位配套到位率", "matches met"), RATE, matched, through(matches), False),
    Indicator(
        "answered", Words("转办按期答复率", "referrals in time"), RATE, answered, through(referred), False
    ),
)
INDICATORS = {one.key: one for one in ALL}
