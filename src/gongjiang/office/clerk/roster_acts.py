"""One step for every case of a roster: looked at by parts, each whole or not at all, and counted."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case, Roster, RosterAct, RosterState
from gongjiang.office.clerk.authority import account, actor_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.plans import plan_of

PART = 1000
MOST_REASONS = 50


@transaction.atomic
def begin_act(roster: Roster, step: str, sent: Mapping[str, Any], actor: Actor, now: Moment) -> RosterAct:
    """Ask for a step on all cases that stand before it; it is taken in the background."""
    procedure = plan_of(roster.scheme)[roster.scheme].procedure
    if step not in procedure or procedure[step].by not in actor.roles:
        raise refuse("您的岗位不能办理此环节", "Nobody in your post may take this step")
    waiting = Case.objects.filter(roster=roster, state__in=procedure[step].sources).count()
    if not waiting:
        raise refuse("没有待办理的办件", "No case stands before this step")
    by = account(actor)
    try:
        with transaction.atomic():
            made = RosterAct.objects.create(
                roster=roster, step=step, sent=dict(sent), by_id=by, on=now.day, at=now.at, whole=waiting
            )
    except IntegrityError:
        raise refuse(
            "该花名册正在批量办理，请稍候", "A step is being taken on this roster: wait for it"
        ) from None
    record("roster.act", roster.ref, {"step": step, "sent": dict(sent), "by": by}, now.at)
    return made


def work_act(act: RosterAct, part: int = PART) -> None:
    """Part by part to the end; cut off, it goes on behind the last case that was looked at."""
    actor, now = actor_of(act.by, act.on), Moment(act.on, act.at)
    try:
        while _part(act, actor, now, part):
            pass
    except Refused as no:
        act.state, act.fault = RosterState.FAILED, no.said.zh[:300]
        act.save(update_fields=["state", "fault"])


@transaction.atomic
def _part(act: RosterAct, actor: Actor, now: Moment, part: int) -> bool:
    held = RosterAct.objects.select_for_update().select_related("roster").get(pk=act.pk)
    if held.state not in (RosterState.WAITING, RosterState.WORKING):
        return False
    step = plan_of(held.roster.scheme)[held.roster.scheme].procedure[held.step]
    before = Case.objects.filter(roster=held.roster, state__in=step.sources, pk__gt=held.last)
    keys = list(before.order_by("pk").values_list("pk", flat=True)[:part])
    held.state = RosterState.WORKING if keys else RosterState.DONE
    if keys:
        done = perform_many(keys, held.step, actor, now, held.sent)
        held.last, held.moved = keys[-1], held.moved + len(done.moved)
        held.refused += len(done.refused)
        met = Counter(held.reasons) + Counter(said.zh for _, said in done.refused)
        held.reasons = dict(met.most_common(MOST_REASONS))
    held.save()
    return bool(keys)
