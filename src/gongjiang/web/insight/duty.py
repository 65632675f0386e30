"""The plan's clauses and the departments that answer for them, with what stands behind each."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.duty import OrderState
from gongjiang.law.plan import Plan
from gongjiang.law.policy import may
from gongjiang.law.terms import Department
from gongjiang.office.duty.models import Order
from gongjiang.office.ledger.budget import LineSummary, summaries
from gongjiang.plans import plans
from gongjiang.web.insight.board import Card, card, counted, departments
from gongjiang.web.visitor import actor, allowed, today


@dataclass(frozen=True)
class Cell:
    """One department's part in one clause."""

    department: Department
    named: bool
    leads: bool


@dataclass(frozen=True)
class Row:
    card: Card
    cells: tuple[Cell, ...]
    cases: int
    late: int
    orders: int
    overdue: int


@require_GET
@allowed("insight.see")
def matrix(request: HttpRequest) -> HttpResponse:
    works, lines, orders = counted(), summaries(), open_orders()
    sheets = [(plan, answering(plan), rows(plan, works, lines, orders)) for plan in plans()]
    return render(request, "insight/duty.html", {
        "face": "insight", "sheets": sheets, "departments": departments(), "day": today(),
        "sees_money": may(actor(request), "money.see"),
    })  # fmt: skip


def answering(plan: Plan) -> list[Department]:
    """The departments that the plan names, in the order of the vocabulary."""
    named = {department for clause in plan.clauses for department in clause.departments}
    return [department for department in Department if department in named]


def open_orders() -> dict[str, tuple[int, int]]:
    """Open supervision notices by clause, and how many of them are late."""
    late = Count("pk", filter=Q(due_on__lt=today()))
    held = Order.objects.exclude(state=OrderState.CLOSED).order_by().values_list("clause")
    return {clause: (n, behind) for clause, n, behind in held.annotate(n=Count("pk"), late=late)}


def rows(
    plan: Plan, works: dict[str, dict[str, int]], lines: list[LineSummary], orders: dict[str, tuple[int, int]]
) -> list[Row]:
    found = []
    for clause in plan.clauses:
        held = card(plan, clause, works, lines)
        cells = tuple(Cell(one, one in clause.departments, one == clause.lead) for one in answering(plan))
        cases, late = (sum(getattr(work, name) for work in held.works) for name in ("cases", "late"))
        found.append(Row(held, cells, cases, late, *orders.get(clause.id, (0, 0))))
    return found
