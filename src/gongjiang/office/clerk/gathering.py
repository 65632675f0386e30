"""Keeping a case's logs: a row is added by who fills it, confirmed by another hand, struck with a reason."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Sum

from gongjiang.law.facts import value_of
from gongjiang.law.log import Log
from gongjiang.law.money import shown
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named, find_or_make
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.registry.models import Mentorship
from gongjiang.plans import plan_of


def log_of(case: Case, name: str) -> Log | None:
    """The log of this name that the case's scheme keeps."""
    return next((log for log in plan_of(case.scheme)[case.scheme].logs if log.name == name), None)


def worn(case: Case, actor: Actor) -> frozenset[Role]:
    """In which roles this actor meets the case's logs: their own, their unit's, the office's."""
    own = {Role.NOMINEE} if actor.person is not None and actor.person == case.person_id else set()
    departments = set(case.referrals.values_list("department", flat=True))
    return frozenset(own | {post.role for post in actor.posts if _meets(post, case, departments)})


def _meets(post: Any, case: Case, departments: set[str]) -> bool:
    if post.role is Role.EMPLOYER:
        return bool(post.organisation == case.employer_id)
    return post.role is not Role.DEPARTMENT or post.department in departments


def may_add(case: Case, log: Log, actor: Actor) -> bool:
    return case.state in log.states and not worn(case, actor).isdisjoint(log.by)


def may_confirm(case: Case, log: Log, actor: Actor) -> bool:
    return log.confirmed_by is not None and log.confirmed_by in worn(case, actor)


def may_see(case: Case, log: Log, actor: Actor) -> bool:
    """A private log is seen by those who fill it and by the office that handles it."""
    if not log.private:
        return True
    return not worn(case, actor).isdisjoint({*log.by, Role.OFFICER, Role.REVIEWER, Role.AUDITOR})


@transaction.atomic
def add_rows(
    case: Case, log: Log, rows: Sequence[tuple[Mapping[str, Any], Named | None]], actor: Actor, now: Moment
) -> list[LogRow]:
    """All or none. Rows by a hand of the office wait for another, like everybody's."""
    held = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
    if not may_add(held, log, actor):
        raise refuse("现在不能登记该台账", "Rows cannot be entered in this log now")
    made = [
        LogRow(case=held, log=log.name, told=stated(log, told), by_id=account(actor), on=now.day,
               person=find_or_make(named, now) if named else None)
        for told, named in rows
    ]  # fmt: skip
    must_not_overspend(held, log, made)
    LogRow.objects.bulk_create(made)
    for row in made:
        leaf = {"log": log.name, "row": row.ref, "told": row.told, "by": account(actor)}
        record("log.add", held.ref, leaf, now.at)
    return made


def stated(log: Log, told: Mapping[str, Any]) -> dict[str, Any]:
    """The values by their declared types, as JSON keeps them."""
    kept: dict[str, Any] = {}
    for name, fact in log.fields.items():
        value = value_of(fact, told.get(name))
        if isinstance(value, Problem):
            raise Refused(value.said)
        if value is None and fact.needed:
            raise refuse(f"请填写{fact.said.zh}", f"Please give: {fact.said.en}")
        if isinstance(value, int) and value < 0:
            raise refuse(f"{fact.said.zh}不能是负数", f"{fact.said.en} cannot be negative")
        if value is not None:
            kept[name] = value.isoformat() if isinstance(value, date) else value
    return kept


def must_not_overspend(case: Case, log: Log, made: Sequence[LogRow]) -> None:
    """What is entered as spent never exceeds what the case was paid."""
    if not log.spends:
        return
    standing = LogRow.objects.filter(case=case, log=log.name, struck_on=None)
    spent = sum(int(told.get(log.spends) or 0) for told in standing.values_list("told", flat=True))
    spent += sum(int(row.told.get(log.spends) or 0) for row in made)
    paid = Payable.objects.filter(case=case, state=PayableState.PAID).aggregate(sum=Sum("amount"))["sum"] or 0
    if spent > paid:
        raise refuse(f"支出合计 {shown(spent)}，超过已拨付的 {shown(paid)}",
                     f"Spending comes to {shown(spent)}: only {shown(paid)} was paid")  # fmt: skip


@transaction.atomic
def confirm_row(row: LogRow, actor: Actor, now: Moment) -> LogRow:
    """By another hand than the one that entered it, counted by person."""
    held, log = _held(row)
    if not may_confirm(held.case, log, actor):
        raise refuse("您不能核对该台账", "You may not confirm rows of this log")
    if held.struck_on or held.confirmed_on:
        raise refuse("该行已核对或已划去", "This row was confirmed or struck already")
    if held.by_id == actor.user or actor.person in (None, held.by.person_id):
        raise refuse("登记与核对须由不同人员完成", "Another person than who entered it must confirm it")
    held.confirmed_by_id, held.confirmed_on = account(actor), now.day
    held.save(update_fields=["confirmed_by", "confirmed_on"])
    if log.pairs and held.person_id and held.person_id != held.case.person_id:
        Mentorship.objects.get_or_create(
            master_id=held.case.person_id, apprentice_id=held.person_id, defaults={"since": held.on}
        )
    record("log.confirm", held.case.ref, {"row": held.ref, "by": account(actor)}, now.at)
    return held


@transaction.atomic
def strike_row(row: LogRow, reason: str, actor: Actor, now: Moment) -> LogRow:
    """Whoever may fill the log may strike what is not confirmed yet; what is, the office alone."""
    held, log = _held(row)
    roles = worn(held.case, actor)
    allowed = {Role.OFFICER} if held.confirmed_on else {*log.by, Role.OFFICER}
    if roles.isdisjoint(allowed) or held.struck_on:
        raise refuse("您不能划去该行", "You may not strike this row")
    if not reason.strip():
        raise refuse("请填写划去理由", "Give the reason for striking it")
    held.struck_by_id, held.struck_on, held.reason = account(actor), now.day, reason.strip()[:300]
    held.save(update_fields=["struck_by", "struck_on", "reason"])
    record(
        "log.strike", held.case.ref, {"row": held.ref, "reason": held.reason, "by": account(actor)}, now.at
    )
    return held


def _held(row: LogRow) -> tuple[LogRow, Log]:
    rows = LogRow.objects.select_for_update(of=("self",)).select_related("case", "by")
    held = rows.get(pk=row.pk)
    log = log_of(held.case, held.log)
    assert log is not None
    return held, log
