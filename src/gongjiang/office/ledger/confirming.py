"""What each pending act does when its checker confirms it, and what follows when it is declined."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from gongjiang.office.ledger.batches import withdraw
from gongjiang.office.ledger.budget import allow, appropriate
from gongjiang.office.ledger.carrying_over import carry_over
from gongjiang.office.ledger.closing import close_month
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.matching import decide, exempt
from gongjiang.office.ledger.models import Asked, Decision, PendingAct, SampleItem
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.recovering import Plan, agree_plan, recover, repay, write_off
from gongjiang.office.ledger.refusal import BrokenPromise
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.returns import reopen
from gongjiang.office.ledger.suspense import Outcome, resolve

T = TypeVar("T")


def _use(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    allow(facts["fund"], facts["line"], facts["document"], date.fromisoformat(facts["since"]))


def _appropriate(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    appropriate(_line(held), facts["amount"], facts["document"], hands, Grounds(facts["grounds"]))


def _reply(held: PendingAct, hands: Hands) -> None:
    settle_reply(_there(held.batch), read_reply(bytes(held.content)), hands)


def _resolve(held: PendingAct, hands: Hands) -> None:
    resolve(_there(held.item), Outcome(held.facts["outcome"]), held.facts["reason"], hands)


def _reopen(held: PendingAct, hands: Hands) -> None:
    reopen(_there(held.payable), _there(held.account), held.facts["reason"], hands)


def _withdraw(held: PendingAct, hands: Hands) -> None:
    withdraw(_there(held.batch), held.facts["reason"], hands)


def _recover(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    item = SampleItem.objects.filter(pk=facts["item"]).first() if facts.get("item") else None
    told = facts["amount"], facts["ground"], facts["document"]
    recover(_there(held.payable), *told, hands, plan=_plan(held), item=item)


def _agree(held: PendingAct, hands: Hands) -> None:
    agree_plan(_there(held.recovery), _plan(held), hands)


def _repay(held: PendingAct, hands: Hands) -> None:
    facts = held.facts
    received = date.fromisoformat(facts["received_on"])
    repay(_there(held.recovery), facts["amount"], received, facts["serial"], hands)


def _write_off(held: PendingAct, hands: Hands) -> None:
    write_off(_there(held.recovery), held.facts["document"], held.facts["reason"], hands)


def _close(held: PendingAct, hands: Hands) -> None:
    close_month(_line(held), date.fromisoformat(held.facts["month"]), hands)


def _carry(held: PendingAct, hands: Hands) -> None:
    carry_over(_line(held), held.facts["amount"], held.facts["document"], hands)


def _evidence(held: PendingAct, hands: Hands) -> None:
    decide(_there(held.evidence), Decision.CONFIRMED, "", Hand(hands.checker, hands.on, hands.at))


def _exempt(held: PendingAct, hands: Hands) -> None:
    exempt(_there(held.due), held.facts["basis"], held.facts["document"], hands)


def _line(held: PendingAct) -> Line:
    return Line(held.facts["fund"], held.facts["year"], held.facts["line"])


def _plan(held: PendingAct) -> Plan:
    return [(date.fromisoformat(due), amount) for due, amount in held.facts.get("plan", ())]


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
    Asked.RECOVER: _recover,
    Asked.PLAN: _agree,
    Asked.REPAY: _repay,
    Asked.WRITE_OFF: _write_off,
    Asked.CLOSE: _close,
    Asked.CARRY: _carry,
    Asked.EVIDENCE: _evidence,
    Asked.EXEMPT: _exempt,
}


def let_go(held: PendingAct, reason: str, by: Hand) -> None:
    """A receipt that was declined is declined itself: it may be entered again, rightly."""
    if held.evidence:
        decide(held.evidence, Decision.DECLINED, reason, by)
