"""Two people, one after the other: the maker enters, nothing moves, the checker confirms or declines."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from gongjiang.office.journal.models import record
from gongjiang.office.ledger.confirming import CARRIED, let_go
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.models import Asked, Decision, PendingAct
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn

MATTERS = ("batch", "payable", "item", "account", "recovery", "due", "evidence")


@in_turn
def propose(kind: Asked, key: str, by: Hand, facts: Mapping[str, Any], **of: Any) -> PendingAct:
    """Enter what another person has to confirm. `of` names its batch, payable, item, account or content."""
    made = _added(
        PendingAct(
            kind=kind, key=f"{kind}:{key}"[:160], facts=dict(facts), maker=by.person, made_at=by.at, **of
        )
    )
    record("pending.propose", made.ref, {"by": by.person.ref, "kind": kind, "key": made.key, **facts}, by.at)
    return made


@in_turn
def confirm(pending: PendingAct, by: Hand) -> PendingAct:
    """The second person: the act is carried out now, with both of them as its hands."""
    held = _waiting(pending, by)
    CARRIED[Asked(held.kind)](held, Hands(held.maker, by.person, by.on, by.at))
    return _decided(held, Decision.CONFIRMED, "", by)


@in_turn
def decline(pending: PendingAct, reason: str, by: Hand) -> PendingAct:
    """Not so: nothing moves, and the reason stays on record."""
    held = _waiting(pending, by)
    if not reason:
        refuse("应填写理由", "a reason is needed")
    let_go(held, reason, by)
    return _decided(held, Decision.DECLINED, reason, by)


def _added(made: PendingAct) -> PendingAct:
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        refuse("该事项已提交，正待复核", "this is already waiting for its checker")
    return made


def _waiting(pending: PendingAct, by: Hand) -> PendingAct:
    found = PendingAct.objects.select_for_update(of=("self",)).select_related("maker", *MATTERS)
    held = found.get(pk=pending.pk)
    if held.state != Decision.WAITING:
        refuse("该事项已复核", "this was decided before")
    Hands(held.maker, by.person, by.on, by.at).must_differ()
    return held


def _decided(held: PendingAct, state: Decision, reason: str, by: Hand) -> PendingAct:
    held.state, held.reason, held.checker, held.decided_at = state, reason, by.person, by.at
    held.save(update_fields=["state", "reason", "checker", "decided_at"])
    record(f"pending.{state}", held.ref, {"by": by.person.ref, "key": held.key, "reason": reason}, by.at)
    return held
