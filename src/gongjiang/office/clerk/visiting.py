"""实地考察: planned with inspectors from elsewhere, checked item by item, signed by two,
concerns cleared by another hand.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case, Nomination
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.marking import read_mark
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import Posting, User
from gongjiang.office.review.models import Concern, Inspector, Visit

CHECKS = ("post", "skill", "apprentices", "unit", "ethics")
TEAM = 2


@in_turn
def plan_visit(case: Case, on: date, place: str, team: Sequence[User], actor: Actor, now: Moment) -> Visit:
    must(actor, "visit.plan")
    if case.state != State.INSPECTION:
        raise refuse("该办件不在考察阶段", "This case is not under inspection")
    if len(team) < TEAM:
        raise refuse("考察人员应为两人以上", "At least two inspectors are needed")
    if Visit.objects.filter(case=case).exists():
        raise refuse("已安排考察", "A visit has been planned already")
    for inspector in team:
        _must_be_apart(inspector, case, now)
    visit = Visit.objects.create(case=case, planned_on=on, place=place)
    Inspector.objects.bulk_create(Inspector(visit=visit, user=inspector) for inspector in team)
    record(
        "visit.plan",
        case.ref,
        {"on": on, "place": place, "team": [u.pk for u in team], "by": actor.user},
        now.at,
    )
    return visit


def _must_be_apart(inspector: User, case: Case, now: Moment) -> None:
    """An inspector never comes from a body that nominated the person, nor from the person's own unit."""
    posts = Posting.objects.filter(user=inspector)
    if not posts.filter(role=Role.INSPECTOR).exists():
        raise refuse(f"{inspector}不是考察人员", f"{inspector} is not an inspector")
    bodies = {case.body_id, *Nomination.objects.filter(case=case).values_list("body", flat=True)} - {None}
    if posts.filter(body__in=bodies).exists():
        raise refuse(
            f"{inspector}来自推荐单位，应回避",
            f"{inspector} belongs to a nominating body and must stand aside",
        )
    employer = inspector.person.employer_id if inspector.person else None
    if employer and employer == case.employer_id:
        raise refuse(f"{inspector}与被推荐人同单位，应回避", f"{inspector} works for the nominee's employer")


@transaction.atomic
def report_visit(
    visit: Visit,
    checks: Mapping[str, str],
    notes: Mapping[str, str],
    mark: str,
    concerns: Sequence[str],
    conclusion: str,
    actor: Actor,
    now: Moment,
) -> Visit:
    """Every item confirmed or denied, a mark, the concerns, the conclusion; open until two have signed."""
    visit = mine(visit, actor)
    missing = [item for item in CHECKS if checks.get(item) not in ("confirmed", "denied")]
    if missing:
        raise refuse(f"尚有 {len(missing)} 项未核查", f"{len(missing)} items are not checked")
    if conclusion not in Visit.Conclusion.values:
        raise refuse("请选择考察结论", "Choose a conclusion")
    visit.checks = {item: {"found": checks[item], "note": notes.get(item, "")} for item in CHECKS}
    visit.mark, visit.conclusion, visit.concluded_at = Decimal(read_mark(mark)), conclusion, now.at
    visit.save()
    Concern.objects.filter(visit=visit).delete()
    denied = [f"{item}" for item in CHECKS if checks[item] == "denied"]
    Concern.objects.bulk_create(
        [Concern(visit=visit, text=text) for text in concerns if text.strip()]
        + [Concern(visit=visit, text=notes.get(item) or item, contradicts=True) for item in denied]
    )
    unsigned_again(visit)
    told = {"checks": visit.checks, "mark": str(visit.mark), "conclusion": conclusion, "by": actor.user}
    found = list(visit.concerns.order_by("pk").values_list("text", flat=True))
    record("visit.report", visit.ref, {**told, "concerns": found}, now.at)
    return visit


@transaction.atomic
def sign_visit(visit: Visit, actor: Actor, now: Moment) -> Visit:
    visit = mine(visit, actor, signing=True)
    if not visit.conclusion:
        raise refuse("考察情况尚未填写", "The visit has not been reported yet")
    Inspector.objects.filter(visit=visit, user=actor.user, signed_at=None).update(signed_at=now.at)
    record("visit.sign", visit.ref, {"by": actor.user}, now.at)
    return visit


@transaction.atomic
def clear_concern(concern: Concern, how: str, actor: Actor, now: Moment) -> Concern:
    """销号: by another hand than the inspectors, with what was found."""
    must(actor, "visit.clear")
    if not how:
        raise refuse("请写明处理情况", "Say how the concern was cleared")
    if Inspector.objects.filter(visit=concern.visit, user__person=actor.person).exists():
        raise refuse("考察人员不能自行销号", "An inspector cannot clear a concern of the same visit")
    concern.how, concern.cleared_by_id, concern.cleared_on = how, actor.user, now.day
    concern.save()
    record("visit.clear", concern.visit.ref, {"concern": concern.text, "how": how, "by": actor.user}, now.at)
    return concern


def unsigned_again(visit: Visit) -> None:
    """Who has signed has signed something else."""
    Inspector.objects.filter(visit=visit).update(signed_at=None)


def mine(visit: Visit, actor: Actor, signing: bool = False) -> Visit:
    """The visit, locked, for one of its inspectors: open, and without two signatures unless one is given."""
    held = Visit.objects.select_for_update().select_related("case").get(pk=visit.pk)
    if not Inspector.objects.filter(visit=held, user=actor.user).exists():
        raise refuse("您不是该次考察的考察人员", "You are not an inspector of this visit")
    if held.case.state != State.INSPECTION:
        raise refuse("考察已结束", "The inspection is over")
    signed = Inspector.objects.filter(visit=held, signed_at__isnull=False).count()
    if not signing and signed >= TEAM:
        raise refuse("已有两人签字，不能再改", "Two have signed: it cannot be changed")
    return held
