"""定稿: an owner's year made final, all its targets scored and their weights making up a hundred."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import transaction

from gongjiang.law.duty import WHOLE, TargetAct, TargetState, total
from gongjiang.law.plan import Plan
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.targets import Owner, noted, open_year
from gongjiang.office.duty.models import Target, TargetEntry, YearScore
from gongjiang.office.journal.models import record

SCORES = (TargetAct.SCORE, TargetAct.ANSWER)


@dataclass(frozen=True)
class Scored:
    """A target with its last score."""

    target: Target
    entry: TargetEntry


@transaction.atomic
def finish_year(plan: Plan, owner: Owner, year: int, actor: Actor, now: Moment) -> YearScore:
    by = must(actor, "target.finish")
    held = Target.objects.select_for_update(of=("self",)).filter(
        plan=plan.slug, year=year, body=owner.body, department=owner.department
    )
    targets = list(held.order_by("pk"))
    open_year(owner, plan.slug, year)
    if not targets:
        raise refuse("该单位本年度没有目标", "This owner has no targets in that year")
    over(targets, now)
    weighed(targets)
    scored = with_scores(targets)
    apart(targets, actor)
    snapshot = [frozen(one) for one in scored]
    digest = sha256(json.dumps(snapshot, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    made = YearScore.objects.create(
        plan=plan.slug, year=year, body=owner.body, department=owner.department, snapshot=snapshot,
        total=total((one.target.weight, one.entry.score or 0) for one in scored), sha256=digest, by_id=by,
        on=now.day,
    )  # fmt: skip
    for one in scored:
        noted(one.target, TargetAct.FINISH, "", by, now, score=one.entry.score)
    Target.objects.filter(pk__in=[one.pk for one in targets]).update(state=TargetState.FINAL)
    told = {"year": year, "total": made.total, "sha256": digest, "numbers": snapshot, "by": by}
    record("target.year", targets[0].owner, told, now.at)
    return made


def over(targets: list[Target], now: Moment) -> None:
    last = max(target.closes_on for target in targets)
    if now.day < last:
        raise refuse(f"目标期至 {last} 届满，届满方可定稿", f"They run until {last}: final from then on")


def weighed(targets: list[Target]) -> None:
    weights = sum(target.weight for target in targets)
    if weights != WHOLE:
        raise refuse(f"权重合计为 {weights}，应为 100", f"The weights come to {weights}, not to 100")


def with_scores(targets: list[Target]) -> list[Scored]:
    """Every target with its last score; one that is not scored, or is disputed, is named."""
    waiting = next((target for target in targets if target.state != TargetState.SCORED), None)
    if waiting:
        said = TargetState(waiting.state)
        raise refuse(f"条款 {waiting.clause} 的目标{said.zh}，尚不能定稿", f"{waiting.clause} is {said.en}")
    rows = TargetEntry.objects.filter(target__in=targets, act__in=SCORES).order_by("pk")
    last = {row.target_id: row for row in rows}
    return [Scored(target, last[target.pk]) for target in targets]


def apart(targets: list[Target], actor: Actor) -> None:
    taken = TargetEntry.objects.filter(target__in=targets, by__person=actor.person)
    if actor.person is None or taken.exclude(act=TargetAct.SET).exists():
        raise refuse("定稿与自评、复核、评分须由不同人员办理", "Another person must make the year final")


def frozen(one: Scored) -> dict[str, Any]:
    target, entry = one.target, one.entry
    return {
        "ref": target.ref, "clause": target.clause, "indicator": target.indicator or target.wording,
        "planned": target.planned, "weight": target.weight, "from": target.starts_on.isoformat(),
        "to": target.closes_on.isoformat(), "number": entry.number, "of": entry.of,
        "read_on": entry.on.isoformat(), "score": entry.score,
    }  # fmt: skip
