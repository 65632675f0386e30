"""督办: a notice with its days, received and mended by its owner, closed by another; late, it goes up."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.duty import ORDER_MOVES, OrderAct, OrderState
from gongjiang.law.plan import Plan
from gongjiang.law.standing import Actor
from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.targets import Owner
from gongjiang.office.duty.models import Order, OrderEntry
from gongjiang.office.duty.visible import answers_for
from gongjiang.office.journal.models import record
from gongjiang.office.registry.official_calendar import calendar

A = OrderAct
BY = {A.RECEIVE: "duty.answer", A.MEND: "duty.answer", A.RETURN: "order.close", A.CLOSE: "order.close"}
LONGEST = 120


@dataclass(frozen=True)
class Matter:
    """What is to be mended, under which clause, in how many working days."""

    clause: str
    text: str
    days: int


@transaction.atomic
def issue(plan: Plan, owner: Owner, matter: Matter, actor: Actor, now: Moment) -> Order:
    by = must(actor, "order.issue")
    if (owner.body is None) == (not owner.department):
        raise refuse("请选择一个责任单位", "Choose one owner")
    if matter.clause not in plan.by_clause:
        raise refuse("没有这个条款", "There is no such clause")
    if not matter.text.strip():
        raise refuse("请写明督办事项", "Say what is to be mended")
    if not 1 <= matter.days <= LONGEST:
        raise refuse(f"期限应在 1 到 {LONGEST} 个工作日之间", f"From 1 to {LONGEST} working days")
    until = due(now.day, matter.days)
    made = Order.objects.create(
        plan=plan.slug, body=owner.body, department=owner.department, clause=matter.clause,
        matter=matter.text.strip()[:300], issued_on=now.day, days=matter.days, due_on=until,
        issued_by_id=by,
    )  # fmt: skip
    noted(made, A.ISSUE, made.matter, by, now)
    return made


def due(day: date, days: int) -> date:
    """The day of issue does not count."""
    try:
        return calendar().add_workdays(day, days, first_day_counts=False)
    except YearNotLoaded as unknown:
        year = unknown.year
        raise refuse(f"请先载入 {year} 年工作日历", f"Load the calendar of {year} first") from None


def noted(order: Order, act: OrderAct, text: str, by: int | None, now: Moment) -> OrderEntry:
    made = OrderEntry.objects.create(order=order, act=act, text=text, by_id=by, on=now.day, at=now.at)
    told = {"owner": order.owner, "clause": order.clause, "due": order.due_on, "text": text, "by": by}
    record(f"order.{act}", order.ref, told, now.at)
    return made


@transaction.atomic
def take(order: Order, act: OrderAct, text: str, actor: Actor, now: Moment) -> Order:
    """The owner receives and mends; another than who mended it closes it or sends it back."""
    if act not in BY:
        raise refuse("没有这个环节", "There is no such act")
    by = must(actor, BY[act])
    held = Order.objects.select_for_update(of=("self",)).select_related("body").get(pk=order.pk)
    if BY[act] == "duty.answer" and not answers_for(actor, held):
        raise refuse("只能办理本单位的督办单", "Only the owner answers for it")
    source, goal = ORDER_MOVES[act]
    if held.state != source:
        raise refuse(f"督办单不在“{source.zh}”状态", f"The notice is not: {source.en}")
    if act is not A.RECEIVE and not text.strip():
        raise refuse("请填写说明", "Give your reasons")
    if act in (A.CLOSE, A.RETURN):
        another_hand(held, actor)
    held.state, held.closed_on = goal, now.day if act is A.CLOSE else None
    held.save(update_fields=["state", "closed_on"])
    noted(held, act, text.strip()[:600], by, now)
    return held


def another_hand(order: Order, actor: Actor) -> None:
    mended = order.entries.filter(act=A.MEND, by__person=actor.person)
    if actor.person is None or mended.exists():
        raise refuse("整改与销号须由不同人员办理", "Another person must close it than the one who mended it")


def overdue(day: date) -> "QuerySet[Order]":
    """Open past its day, and not gone up yet."""
    return Order.objects.filter(due_on__lt=day, escalated_on=None).exclude(state=OrderState.CLOSED)


@transaction.atomic
def escalate_overdue(now: Moment) -> int:
    """Once a day is enough: each notice goes up once, by nobody's hand. How many did."""
    found = list(overdue(now.day).select_for_update(of=("self",)).select_related("body").order_by("pk"))
    for order in found:
        order.escalated_on = now.day
        order.save(update_fields=["escalated_on"])
        noted(order, A.ESCALATE, "", None, now)
    return len(found)
