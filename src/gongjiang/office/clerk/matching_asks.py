"""单位配套: a receipt entered by one and verified by another; an exemption likewise."""

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.paying import hand, told
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.ledger import pending
from gongjiang.office.ledger.matching import Slip, submit
from gongjiang.office.ledger.models import Asked, MatchDue, MatchEvidence, MatchExemption, PendingAct
from gongjiang.office.ledger.turn import in_turn


@told
@in_turn
def ask_evidence(due: MatchDue, slip: Slip, actor: Actor, now: Moment) -> MatchEvidence:
    """The receipt is kept at once, so that it cannot be entered twice; it counts when it is verified."""
    must(actor, "match.enter")
    by = hand(actor, now)
    made = submit(due, slip, by)
    facts = {"amount": slip.amount, "serial": made.serial, "paid_on": slip.paid_on.isoformat(),
             "sha256": slip.sha256}  # fmt: skip
    pending.propose(Asked.EVIDENCE, made.ref, by, facts, due=due, evidence=made)
    return made


@told
def ask_exemption(due: MatchDue, basis: str, document: str, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "match.enter")
    if not basis or not document:
        raise refuse("豁免应有依据和文号", "An exemption needs its basis and a document")
    if MatchExemption.objects.filter(due=due).exists():
        raise refuse("该配套已豁免", "This match is exempt already")
    facts = {"basis": basis, "document": document}
    return pending.propose(Asked.EXEMPT, due.ref, hand(actor, now), facts, due=due)
