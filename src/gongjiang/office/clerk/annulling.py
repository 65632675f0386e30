"""取消和恢复成绩: prepared by one, decided by another. What the result fed waits, or goes on again."""

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case, Suspension
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.feeding import live_cases, resting
from gongjiang.office.clerk.happened import happens
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Result, ResultRuling
from gongjiang.office.registry.standing_results import published

Kind = ResultRuling.Kind


@transaction.atomic
def prepare(result: Result, kind: str, reason: str, document: str, actor: Actor, now: Moment) -> ResultRuling:
    """Nothing changes yet: another person decides."""
    must(actor, "result.annul")
    result = Result.objects.select_for_update().get(pk=result.pk)
    if kind not in Kind.values or not reason.strip() or not document.strip():
        raise refuse("请填写理由和文号", "Give the reason and the number of the document")
    if result.published_on is None:
        raise refuse("成绩尚未发布", "The result has not been published")
    if (kind == Kind.ANNUL) == bool(result.annulled_on):
        raise refuse("成绩已是该状态", "The result stands so already")
    if result.rulings.filter(decided_by=None).exists():
        raise refuse("已有待审定的申请", "A ruling waits for its decision already")
    made = ResultRuling.objects.create(
        result=result, kind=kind, reason=reason.strip()[:300], document=document.strip()[:80],
        prepared_by_id=account(actor), prepared_at=now.at,
    )  # fmt: skip
    told = {"kind": kind, "reason": made.reason, "document": made.document, "by": actor.user}
    record("result.prepare", result.ref, told, now.at)
    return made


@transaction.atomic
def decide(ruling: ResultRuling, granted: bool, actor: Actor, now: Moment) -> Result:
    """Another hand grants or declines; only then does anything follow."""
    must(actor, "result.decide")
    result = Result.objects.select_for_update(of=("self",)).get(pk=ruling.result_id)
    ruling = ResultRuling.objects.select_related("prepared_by").get(pk=ruling.pk)
    if ruling.decided_by_id:
        raise refuse("该申请已审定", "This ruling has been decided")
    if actor.person is None or actor.person == ruling.prepared_by.person_id:
        raise refuse("经办与审定须由不同人员完成", "Another person must decide than the one who prepared it")
    ruling.decided_by_id, ruling.decided_on, ruling.granted = account(actor), now.day, granted
    ruling.save(update_fields=["decided_by", "decided_on", "granted"])
    told = {"kind": ruling.kind, "granted": granted, "document": ruling.document, "by": actor.user}
    record("result.decide", result.ref, told, now.at)
    if granted:
        (_annulled if ruling.kind == Kind.ANNUL else _reinstated)(result, ruling, actor, now)
    return result


def _annulled(result: Result, ruling: ResultRuling, actor: Actor, now: Moment) -> None:
    """Priority falls away by itself, because only standing results are read; open direct cases wait."""
    result.annulled_on = now.day
    result.save(update_fields=["annulled_on"])
    rows = published().filter(entry=result.entry_id)
    for case in live_cases(resting(rows, now.day)):
        Suspension.objects.create(case=case, result=result, document=ruling.document, since=now.day)
        _waits(case, "suspend", f"竞赛成绩取消（{ruling.document}），暂停办理", actor, now)


def _reinstated(result: Result, ruling: ResultRuling, actor: Actor, now: Moment) -> None:
    result.annulled_on = None
    result.save(update_fields=["annulled_on"])
    for row in Suspension.objects.filter(result=result, lifted_on=None).select_related("case").order_by("pk"):
        row.lifted_on = now.day
        row.save(update_fields=["lifted_on"])
        _waits(row.case, "resume", f"竞赛成绩恢复（{ruling.document}），继续办理", actor, now)


def _waits(case: Case, act: str, note: str, actor: Actor, now: Moment) -> None:
    """The case keeps its state; its history and the record say why it waits or goes on."""
    happens(case, act, case.state, note, actor, now)
