"""Setting the year's targets: for whom, what, how much and how heavy; one body may take over from another."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from gongjiang.law.duty import Figure, Measure, TargetAct, TargetState, parted
from gongjiang.law.plan import Plan
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.indicators import INDICATORS, Scope
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.duty.models import Target, TargetEntry, YearScore
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import NominatingBody

OWNERS = (NominatingBody.Kind.DISTRICT, NominatingBody.Kind.ZONE, NominatingBody.Kind.INDUSTRY)
MOST = 10**9


@dataclass(frozen=True)
class Owner:
    """A nominating body, or a department."""

    body: NominatingBody | None = None
    department: str = ""


@dataclass(frozen=True)
class Wanted:
    """What a target asks: an indicator of the dictionary, or in words what its owner will file."""

    clause: str
    measure: str
    indicator: str
    wording: str
    planned: int
    weight: int


def scope_of(target: Target) -> Scope:
    days = target.starts_on, target.closes_on
    return Scope(target.plan, target.clause, *days, target.body_id, target.department)


def read_figure(target: Target) -> Figure | None:
    """As the rows say now; None where the owner files it."""
    if target.measure == Measure.FILED:
        return None
    return INDICATORS[target.indicator].count(scope_of(target))


def owned(plan: Plan, owner: Owner, clause: str) -> None:
    """A department answers for the clauses that name it; what is a department is not set as a body."""
    if (owner.body is None) == (not owner.department):
        raise refuse("请选择一个责任单位", "Choose one owner")
    if clause not in plan.by_clause:
        raise refuse("没有这个条款", "There is no such clause")
    if owner.body and owner.body.kind not in OWNERS:
        raise refuse("市直部门请按部门下达", "A department of the city is set its targets as a department")
    if owner.department and owner.department not in plan.by_clause[clause].departments:
        raise refuse("该部门不是本条款的责任单位", "The clause does not name this department")


def asked(wanted: Wanted) -> None:
    known = wanted.indicator in INDICATORS and not wanted.wording
    filed = bool(wanted.wording.strip()) and not wanted.indicator
    if not (known if wanted.measure == Measure.AUTO else filed and wanted.measure == Measure.FILED):
        raise refuse("请选择系统指标，或写明填报指标", "Choose an indicator, or word what will be filed")
    if not 0 < wanted.planned <= MOST:
        raise refuse("目标值应大于零", "The planned number is more than zero")
    if not 1 <= wanted.weight <= 100:
        raise refuse("权重应在 1 到 100 之间", "A weight is from 1 to 100")


def open_year(owner: Owner, plan: str, year: int) -> None:
    if YearScore.objects.filter(plan=plan, year=year, body=owner.body, department=owner.department).exists():
        raise refuse("该单位本年度已定稿", "This owner's year is final")


@transaction.atomic
def set_target(plan: Plan, owner: Owner, year: int, wanted: Wanted, actor: Actor, now: Moment) -> Target:
    """下达. For this year or the next: what is over cannot be asked for any more."""
    by = must(actor, "target.set")
    owned(plan, owner, wanted.clause)
    asked(wanted)
    if not now.day.year <= year <= now.day.year + 1:
        raise refuse("只能下达本年度或下年度目标", "Targets are set for this year or the next")
    open_year(owner, plan.slug, year)
    made = Target.objects.create(
        plan=plan.slug, year=year, body=owner.body, department=owner.department, clause=wanted.clause,
        measure=wanted.measure, indicator=wanted.indicator, wording=wanted.wording.strip(),
        planned=wanted.planned, weight=wanted.weight, starts_on=date(year, 1, 1),
        closes_on=date(year, 12, 31), set_by_id=by, set_on=now.day,
    )  # fmt: skip
    noted(made, TargetAct.SET, "", by, now)
    return made


def noted(target: Target, act: TargetAct, text: str, by: int, now: Moment, figure: Figure | None = None,
          score: int | None = None) -> TargetEntry:  # fmt: skip
    """One act, as a row and as a leaf."""
    number, of = (figure.number, figure.of) if figure else (None, None)
    made = TargetEntry.objects.create(
        target=target, act=act, text=text, number=number, of=of, score=score, by_id=by, on=now.day, at=now.at,
    )  # fmt: skip
    told = {"owner": target.owner, "year": target.year, "clause": target.clause, "planned": target.planned,
            "weight": target.weight, "number": made.number, "of": made.of, "score": score, "text": text,
            "by": by}  # fmt: skip
    record(f"target.{act}", target.ref, told, now.at)
    return made


@transaction.atomic
def reweigh(target: Target, weight: int, actor: Actor, now: Moment) -> Target:
    """Only before the owner has reported on it."""
    by = must(actor, "target.set")
    held = Target.objects.select_for_update(of=("self",)).get(pk=target.pk)
    if held.state != TargetState.SET:
        raise refuse("已自评的目标不能调整权重", "A target that was reported on keeps its weight")
    if not 1 <= weight <= 100:
        raise refuse("权重应在 1 到 100 之间", "A weight is from 1 to 100")
    held.weight = weight
    held.save(update_fields=["weight"])
    noted(held, TargetAct.REWEIGH, "", by, now)
    return held


@transaction.atomic
def split(target: Target, until: date, heir: Owner, reason: str, actor: Actor, now: Moment) -> Target:
    """A body merged within the year answers up to a day, its heir from the next one on."""
    by = must(actor, "target.set")
    held = Target.objects.select_for_update(of=("self",)).get(pk=target.pk)
    if held.state != TargetState.SET:
        raise refuse("已自评的目标不能分段", "A target that was reported on is not split")
    if not held.starts_on <= until < held.closes_on:
        raise refuse("分段日期须在目标期内", "The day is not within the target's days")
    if not reason.strip():
        raise refuse("请填写依据", "Give the basis")
    owned_by_another(held, heir)
    before, after = shares(held, until)
    rest = Target(
        plan=held.plan, year=held.year, body=heir.body, department=heir.department, clause=held.clause,
        measure=held.measure, indicator=held.indicator, wording=held.wording, planned=after,
        weight=held.weight, starts_on=until + timedelta(days=1), closes_on=held.closes_on, origin=held,
        set_by_id=by, set_on=now.day,
    )  # fmt: skip
    held.closes_on, held.planned = until, before
    held.save(update_fields=["closes_on", "planned"])
    rest.save()
    noted(held, TargetAct.SPLIT, reason.strip(), by, now)
    noted(rest, TargetAct.SET, reason.strip(), by, now)
    return rest


def shares(held: Target, until: date) -> tuple[int, int]:
    """A sum goes by the days of each; a rate or a stock is asked of both as it was."""
    known = INDICATORS.get(held.indicator)
    if known and not known.adds_up:
        return held.planned, held.planned
    before, after = parted(held.planned, held.starts_on, held.closes_on, until)
    if not before or not after:
        raise refuse("目标值过小，不能按日分段", "The number is too small to be parted by days")
    return before, after


def owned_by_another(held: Target, heir: Owner) -> None:
    if (heir.body is None) == (not heir.department):
        raise refuse("请选择一个承接单位", "Choose one heir")
    if (heir.body and heir.body.pk, heir.department) == (held.body_id, held.department):
        raise refuse("承接单位须是另一单位", "The heir is another than the owner")
    open_year(heir, held.plan, held.year)
