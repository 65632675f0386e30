"""Two people, one after the other: the maker enters, nothing moves, the checker confirms or declines."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from gongjiang.office.journal.models import record
from gongjiang.office.ledger.batches import withdraw
from gongjiang.office.ledger.budget import allow, appropriate
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Asked, Decision, PendingAct
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.refusal import BrokenPromise, refuse
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.returns import reopen
from gongjiang.office.ledger.suspense import Outcome, resolve
from gongjiang.office.ledger.turn import in_turn

T = TypeVar("T")
MATTERS = ("batch", "payable", "item", "account")


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


def _use(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    allow(facts["fund"], facts["line"], facts["document"], date.fromisoformat(facts["since"]))


def _appropriate(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    line = Line(facts["fund"], facts["year"], facts["line"])
    appropriate(line, facts["amount"], facts["document"], hands, Grounds(facts["grounds"]))


def _reply(held: PendingAct, hands: Hands) -> None:
    settle_reply(_there(held.batch), read_reply(bytes(held.content)), hands)


def _resolve(held: PendingAct, hands: Hands) -> None:
    resolve(_there(held.item), Outcome(held.facts["outcome"]), held.facts["reason"], hands)


def _reopen(held: PendingAct, hands: Hands) -> None:
    reopen(_there(held.payable), _there(held.account), held.facts["reason"], hands)


def _withdraw(held: PendingAct, hands: Hands) -> None:
    withdraw(_there(held.batch), held.facts["reason"], hands)


def _there(found: T | None) -> T:
    if found is None:
        raise BrokenPromise("a pending act lost what it was about")
    return found


CARRIED: dict[Asked, Callable[[PendingAct, Hands], None]] = {
    Asked.USE: _use,
    Asked.APPROPRIATE: _appropriate,
    Asked.REPLY: _reply,
    Asked.RESOLVE: _resolve,
    Asked.REOPEN: _reopen,
    Asked.WITHDRAW: _withdraw,
}
