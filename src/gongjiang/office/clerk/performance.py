"""资金绩效: goals before, monitoring during, an evaluation after; by two people, from the books alone."""

import json
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from gongjiang.law.duty import completion
from gongjiang.law.performance import Advice
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.fund_figures import FUND_INDICATORS, figures, summary_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.duty.models import Evaluation, Goal, Monitoring
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.lines import Line
from gongjiang.office.registry.models import User

MOST = 10**9
FULL = 100


def of(line: Line) -> dict[str, Any]:
    return {"fund": line.fund, "year": line.year, "line": line.line}


def standing_evaluation(line: Line) -> Evaluation | None:
    return Evaluation.objects.filter(**of(line), declined="").first()


@transaction.atomic
def set_goal(line: Line, indicator: str, planned: int, actor: Actor, now: Moment) -> Goal:
    """事前: for a line that has its budget, in its year or before; never once it has been evaluated."""
    by = must(actor, "goal.set")
    if summary_of(line) is None:
        raise refuse("该项目没有下达指标", "Nothing was appropriated to this line")
    if line.year < now.day.year:
        raise refuse("年度已过，不能再设目标", "The year is over: no goal is set any more")
    if indicator not in FUND_INDICATORS:
        raise refuse("请选择指标", "Choose an indicator")
    if not 0 < planned <= MOST:
        raise refuse("目标值应大于零", "The planned number is more than zero")
    if standing_evaluation(line):
        raise refuse("该项目本年度已评价", "This line's year has been evaluated")
    made, fresh = Goal.objects.get_or_create(
        **of(line), indicator=indicator, defaults={"planned": planned, "set_by_id": by, "set_on": now.day}
    )
    if not fresh:
        raise refuse("该指标已设目标", "There is a goal for this indicator")
    record("goal.set", made.ref, {**of(line), "indicator": indicator, "planned": planned, "by": by}, now.at)
    return made


@transaction.atomic
def confirm_goal(goal: Goal, actor: Actor, now: Moment) -> Goal:
    by = must(actor, "goal.confirm")
    held = Goal.objects.select_for_update(of=("self",)).select_related("set_by").get(pk=goal.pk)
    if held.confirmed_on:
        raise refuse("该目标已复核", "This goal is confirmed already")
    another(held.set_by, actor)
    held.confirmed_by_id, held.confirmed_on = by, now.day
    held.save(update_fields=["confirmed_by", "confirmed_on"])
    record("goal.confirm", held.ref, {"by": by}, now.at)
    return held


def another(first: User, actor: Actor) -> None:
    if actor.person is None or actor.person == first.person_id:
        raise refuse("经办与复核须由不同人员完成", "Another person must confirm it")


@transaction.atomic
def monitor(line: Line, note: str, actor: Actor, now: Moment) -> Monitoring:
    """事中: every goal's figure as the books and the cases say today, kept."""
    by = must(actor, "goal.set")
    read = readings(line, now.day)
    if not read:
        raise refuse("该项目还没有复核过的目标", "This line has no confirmed goal yet")
    made = Monitoring.objects.create(**of(line), figures=read, note=note.strip()[:300], by_id=by, on=now.day)
    record("goal.monitor", name(line), {"figures": read, "note": made.note, "by": by}, now.at)
    return made


def name(line: Line) -> str:
    return f"{line.fund}:{line.year}:{line.line}"


def readings(line: Line, day: date) -> list[dict[str, Any]]:
    """Each confirmed goal with its figure, how much of it was reached, and by how much it is missed."""
    goals = list(Goal.objects.filter(**of(line), confirmed_on__isnull=False))
    held = figures(line, day) if goals else {}
    return [
        {
            "indicator": goal.indicator, "planned": goal.planned, **asdict(held[goal.indicator]),
            "value": held[goal.indicator].value, "reached": completion(goal.planned, held[goal.indicator]),
            "variance": variance(goal.planned, held[goal.indicator].value), "on": day.isoformat(),
        }
        for goal in goals
    ]  # fmt: skip


def variance(planned: int, value: int | None) -> int | None:
    return None if value is None else value - planned


@transaction.atomic
def evaluate(line: Line, score: int, findings: str, advice: str, actor: Actor, now: Moment) -> Evaluation:
    """事后: scored on what the books say, tied to next year's appropriation by an advice."""
    by = must(actor, "goal.set")
    if now.day <= date(line.year, 12, 30):
        raise refuse("年度终了后方可评价", "A year is evaluated when it is over")
    if standing_evaluation(line):
        raise refuse("该项目本年度已评价", "This line's year has been evaluated")
    if not 0 <= score <= FULL or not findings.strip() or advice not in list(Advice):
        raise refuse("请填写得分、结论和建议", "Give the score, the findings and the advice")
    read = readings(line, now.day)
    if not read:
        raise refuse("该项目还没有复核过的目标", "This line has no confirmed goal yet")
    digest = sha256(json.dumps(read, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    made = Evaluation.objects.create(
        **of(line), score=score, findings=findings.strip()[:600], advice=advice, snapshot=read, sha256=digest,
        by_id=by, on=now.day,
    )  # fmt: skip
    told = {**of(line), "score": score, "advice": advice, "numbers": read, "sha256": digest, "by": by}
    record("goal.evaluate", made.ref, told, now.at)
    return made


@transaction.atomic
def decide(evaluation: Evaluation, declined: str, actor: Actor, now: Moment) -> Evaluation:
    """Confirmed by another hand; or sent back with a reason, and made anew."""
    by = must(actor, "goal.confirm")
    held = Evaluation.objects.select_for_update(of=("self",)).select_related("by").get(pk=evaluation.pk)
    if held.confirmed_on or held.declined:
        raise refuse("该评价已复核", "This evaluation has been decided on")
    another(held.by, actor)
    if declined.strip():
        held.declined = declined.strip()[:300]
    else:
        held.confirmed_by_id, held.confirmed_on = by, now.day
    held.save(update_fields=["confirmed_by", "confirmed_on", "declined"])
    record("goal.decide", held.ref, {"declined": held.declined, "by": by}, now.at)
    return held
