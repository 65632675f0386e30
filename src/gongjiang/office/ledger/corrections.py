"""Put right what was posted wrong, by adding; and book what a person must give back."""

from django.db.models import Sum

from gongjiang.law.money import Fen
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import Kind, Move, Payable, PayableState, Transfer
from gongjiang.office.ledger.owing import line_of
from gongjiang.office.ledger.posting import Leg, lock, must_be_a_sum, post_many
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
    key = f"reverse:{found.pk}"
    leg = Leg(key, found.journal, Move.POST, found.credit, found.debit, found.amount, found.case,
              clause=found.clause, note=reason, reverses=found)  # fmt: skip
    return post_many([leg], hands)[0]


@in_turn
def open_recovery(case: Case, amount: Fen, clause: str, ground: str, document: str, hands: Hands) -> Transfer:
    """Book a receivable against a payment of this case. Whether there is a ground is for people to decide."""
    must_be_a_sum(amount)
    if not ground or not document:
        refuse("追缴应有事由和决定文号", "a recovery needs a ground and the document that decided it")
    found = (
        Payable.objects.select_for_update().filter(case=case, clause=clause, state=PayableState.PAID).first()
    )
    if found is None:
        refuse("没有已付款项可以追缴", "nothing was paid that could be recovered")
    accounts, key = chart(line_of(found)), f"recover:{found.ref}:{document}"
    lock([accounts[Kind.EXPENSE], accounts[Kind.RECEIVABLE]])
    earlier = found.transfers.filter(credit=accounts[Kind.RECEIVABLE]).exclude(key=key)
    if (earlier.aggregate(sum=Sum("amount"))["sum"] or 0) + amount > found.amount:
        refuse("追缴总额超过已付金额", "more would be recovered than was paid")
    ends, note = (accounts[Kind.EXPENSE], accounts[Kind.RECEIVABLE]), f"{document} {ground}"
    leg = Leg(key, key, Move.POST, *ends, amount, case, found, clause, note)
    return post_many([leg], hands)[0]
