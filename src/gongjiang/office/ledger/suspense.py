"""Answer what the bank left open: two people, a reason, and one of three outcomes."""

from gongjiang.law.terms import Term
from gongjiang.office.ledger.batches import note
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.models import Batch, BatchRow, RowState, SuspenseItem
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.rows import MOVES, move_rows
from gongjiang.office.ledger.turn import in_turn


class Outcome(Term):
    PAID = "paid", "核实已付", "found paid"
    RETURNED = "returned", "核实退回", "found returned"
    DISMISSED = "dismissed", "不作处理", "nothing to move"


@in_turn
def resolve(item: SuspenseItem, outcome: Outcome, reason: str, hands: Hands) -> SuspenseItem:
    """Settle one question. Money in suspense cannot be dismissed: it was paid, or it came back."""
    hands.must_differ()
    if not reason:
        refuse("应填写理由", "a reason is needed")
    batch = Batch.objects.select_for_update().get(pk=item.batch_id)
    held = SuspenseItem.objects.select_related("reply_row").get(pk=item.pk)
    if held.outcome:
        refuse("该事项已处理", "this question is already settled")
    row = _row(held)
    if outcome is Outcome.DISMISSED:
        _must_hold_nothing(held, row)
    else:
        _move(row, RowState(outcome.value), reason, hands)
    held.outcome, held.reason, held.resolved_at = outcome.value, reason, hands.at
    held.maker, held.checker = hands.maker, hands.checker
    held.save()
    by = Hand(hands.maker, hands.on, hands.at)
    note(batch, "resolve", by, checker=hands.checker.ref, item=held.pk, outcome=outcome.value, reason=reason)
    return held


def _row(item: SuspenseItem) -> BatchRow | None:
    """The row in question. A row of another batch is not ours to move from here."""
    of_batch = BatchRow.objects.select_related("payable__case").filter(batch=item.batch_id)
    return of_batch.filter(answers=item.reply_row).first()


def _must_hold_nothing(item: SuspenseItem, row: BatchRow | None) -> None:
    if row and row.state == RowState.SUSPENSE and item.reply_row.effective:
        refuse("待查资金应核实为已付或退回", "money in suspense is found paid or returned, not dismissed")


def _move(row: BatchRow | None, to: RowState, reason: str, hands: Hands) -> None:
    if row is None or (RowState(row.state), to) not in MOVES:
        refuse("该事项没有可调整的款项", "this question has no money that can move so")
    if row.state == RowState.PAID and row.payable.recoveries.exists():
        refuse(
            "该款已立追缴，退回的款项请记为还款",
            "this payment is being recovered: enter what came back as a repayment",
        )
    move_rows([row], to, hands, {row.pk: reason})
