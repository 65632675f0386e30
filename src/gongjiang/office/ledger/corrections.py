"""Put right what was posted wrong, by adding."""

from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.models import Appropriation, Move, Transfer
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.posting import Leg, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn


@in_turn
def reverse(transfer: Transfer, reason: str, hands: Hands) -> Transfer:
    """The mirror of a posting, once, with a reason and two people. A reserve is voided instead, and a
    payment is stopped, returned or recovered, so that its payable always tells the same story."""
    if not reason:
        refuse("应填写理由", "a reason is needed")
    found = Transfer.objects.select_related("debit", "credit", "case").get(pk=transfer.pk)
    if found.kind != Move.POST or found.reverses_id:
        refuse("只能冲销记账分录", "only a posting can be reversed")
    if found.payable_id:
        refuse("款项请办理停付、退回或追缴", "a payment is stopped, returned or recovered, not reversed")
    if Appropriation.objects.filter(transfer=found, grounds=Grounds.CARRIED, transfer__debit__kind="budget"):
        refuse("结转不冲销：款项已在下一年度", "a carry-over is not reversed: the money is the next year's")
    key = f"reverse:{found.pk}"
    leg = Leg(key, found.journal, Move.POST, found.credit, found.debit, found.amount, found.case,
              clause=found.clause, note=reason, reverses=found)  # fmt: skip
    return post_many([leg], hands)[0]
