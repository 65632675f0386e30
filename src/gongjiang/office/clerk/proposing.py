"""Acts of the office that one person prepares and another decides; what follows is the act's own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.policy import ACTS
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.staffing import on_day
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Posting, Proposal, Proposed


@transaction.atomic
def prepare(kind: Proposed, key: str, facts: Mapping[str, Any], actor: Actor, now: Moment) -> Proposal:
    """Nothing follows yet: another person decides. One proposal waits for one matter."""
    by = account(actor)
    if actor.person is None:
        raise refuse("账号未关联自然人，不能办理", "This account belongs to no person and cannot do this")
    if Proposal.objects.filter(kind=kind, key=key, decided_by=None).exists():
        raise refuse("已有待审定的申请", "A proposal waits for its decision already")
    made = Proposal.objects.create(
        kind=kind, key=key, facts=dict(facts), prepared_by_id=by, prepared_person_id=actor.person,
        prepared_at=now.at,
    )  # fmt: skip
    record("proposal.prepare", made.ref, {"kind": kind, "key": key, "facts": made.facts, "by": by}, now.at)
    return made


@transaction.atomic
def decide(
    held: Proposal, kinds: tuple[Proposed, ...], granted: bool, actor: Actor, now: Moment, alone: bool = False
) -> Proposal:
    """Another hand grants or declines. `alone` lets the same one, and then the row says that it was so."""
    by = account(actor)
    found = Proposal.objects.select_for_update(of=("self",)).get(pk=held.pk)
    if found.kind not in kinds:
        raise refuse("没有这项申请", "There is no such proposal")
    if found.decided_by_id:
        raise refuse("该申请已审定", "This was decided already")
    if actor.person is None:
        raise refuse("账号未关联自然人，不能办理", "This account belongs to no person and cannot do this")
    same = by == found.prepared_by_id or actor.person == found.prepared_person_id
    if same and not alone:
        raise refuse("经办与审定须由不同人员完成", "Another person must decide than the one who prepared it")
    found.decided_by_id, found.decided_person_id, found.decided_at = by, actor.person, now.at
    found.granted, found.alone = granted, same
    found.save(update_fields=["decided_by", "decided_person", "decided_at", "granted", "alone"])
    told = {"kind": found.kind, "key": found.key, "granted": granted, "alone": same, "by": by}
    record("proposal.decide", found.ref, told, now.at)
    return found


@transaction.atomic
def withdraw(held: Proposal, actor: Actor, now: Moment) -> Proposal:
    """By who prepared it, while nobody has decided: it is over, and may be prepared anew."""
    by = account(actor)
    found = Proposal.objects.select_for_update(of=("self",)).get(pk=held.pk)
    if found.decided_by_id:
        raise refuse("该申请已审定", "This was decided already")
    if actor.person is None or actor.person != found.prepared_person_id:
        raise refuse("只有经办人本人可以撤回", "Only who prepared it may withdraw it")
    found.decided_by_id, found.decided_person_id, found.decided_at = by, actor.person, now.at
    found.granted, found.withdrawn = False, True
    found.save(update_fields=["decided_by", "decided_person", "decided_at", "granted", "withdrawn"])
    record("proposal.withdraw", found.ref, {"kind": found.kind, "key": found.key, "by": by}, now.at)
    return found


def lonely(act: str, day: date) -> bool:
    """Whether fewer than two people stand who may do this at all."""
    held = Posting.objects.filter(role__in=ACTS[act], user__is_active=True, user__person__isnull=False)
    return on_day(held, day).values("user__person").distinct().count() < 2
