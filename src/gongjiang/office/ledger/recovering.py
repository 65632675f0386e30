"""追缴: a debt booked against a payment, given back by instalments, the rest written off."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Sum

from gongjiang.law.money import Fen, shown
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import (
    Instalment,
    Kind,
    Move,
    Payable,
    PayableState,
    Recovery,
    Repayment,
    SampleItem,
    WriteOff,
)
from gongjiang.office.ledger.owing import line_of
from gongjiang.office.ledger.posting import Leg, lock, must_be_a_sum, post_many
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn

Plan = Sequence[tuple[date, Fen]]
"""When how much is due back, in order."""
LONGEST = 120


@in_turn
def recover(
    payable: Payable, amount: Fen, ground: str, document: str, hands: Hands,
    plan: Plan = (), item: SampleItem | None = None,
) -> Recovery:  # fmt: skip
    """Book a receivable against a payment. Whether there is a ground is for people to decide."""
    must_be_a_sum(amount)
    if not ground or not document:
        refuse("追缴应有事由和决定文号", "a recovery needs a ground and the document that decided it")
    held = Payable.objects.select_for_update(of=("self",)).select_related("case").get(pk=payable.pk)
    if held.state != PayableState.PAID:
        refuse("没有已付款项可以追缴", "nothing was paid that could be recovered")
    hands.must_not_gain(held.person_id)
    accounts, key = chart(line_of(held)), f"recover:{held.ref}:{document}"
    ends, note = (accounts[Kind.EXPENSE], accounts[Kind.RECEIVABLE]), f"{document} {ground}"
    lock(ends)
    earlier = held.recoveries.exclude(transfer__key=key).aggregate(sum=Sum("amount"))["sum"] or 0
    if earlier + amount > held.amount:
        refuse("追缴总额超过已付金额", "more would be recovered than was paid")
    leg = Leg(key, key, Move.POST, *ends, amount, held.case, held, held.clause, note)
    told = {"payable": held, "amount": amount, "ground": ground, "document": document, "item": item}
    made, fresh = Recovery.objects.get_or_create(transfer=post_many([leg], hands)[0], defaults=told)
    if plan and fresh:
        agree_plan(made, plan, hands)
    return made


def recoverable(payable: Payable) -> Fen:
    """What was paid and nobody asked back yet."""
    return payable.amount - (payable.recoveries.aggregate(sum=Sum("amount"))["sum"] or 0)


@in_turn
def agree_plan(recovery: Recovery, plan: Plan, hands: Hands) -> list[Instalment]:
    """Dated sums that make up the debt. A later plan replaces an earlier one, which stays on record."""
    hands.must_differ()
    held = _held(recovery)
    must_be_a_plan(plan, held.amount)
    if not outstanding(held):
        refuse("该笔追缴已结清", "nothing is owed any more")
    number = (held.instalments.order_by("plan").values_list("plan", flat=True).last() or 0) + 1
    made = [
        Instalment(recovery=held, plan=number, seq=seq, due_on=due, amount=amount)
        for seq, (due, amount) in enumerate(plan, 1)
    ]
    facts = {"plan": number, "parts": [[due, amount] for due, amount in plan]}
    people = {"maker": hands.maker.ref, "checker": hands.checker.ref}
    record("recovery.plan", held.ref, {**facts, **people}, hands.at)
    return Instalment.objects.bulk_create(made)


def must_be_a_plan(plan: Plan, debt: Fen) -> None:
    """Days in ascending order, sums above zero, together the debt to the fen."""
    if not 0 < len(plan) <= LONGEST:
        refuse(f"分期应为 1 至 {LONGEST} 期", f"a plan has 1 to {LONGEST} instalments")
    for _, amount in plan:
        must_be_a_sum(amount)
    days = [due for due, _ in plan]
    if any(day >= later for day, later in zip(days, days[1:], strict=False)):
        refuse("分期日期应由早到晚，每期一天", "instalments come one after another, each on a day of its own")
    told = sum(amount for _, amount in plan)
    if told != debt:
        refuse(
            f"各期合计{shown(told)}，应等于应追回{shown(debt)}",
            f"the instalments come to {shown(told)}, the debt is {shown(debt)}",
        )


@in_turn
def repay(recovery: Recovery, amount: Fen, received_on: date, serial: str, hands: Hands) -> Repayment:
    """Money that came back is free on its line again. The bank's slip serves once, and never for too much."""
    must_be_a_sum(amount)
    held = _held(recovery)
    hands.must_not_gain(held.payable.person_id)
    if not serial:
        refuse("应填写银行流水号", "the bank's serial number is needed")
    earlier = Repayment.objects.filter(serial=serial).select_related("transfer").first()
    if earlier and (earlier.recovery_id, earlier.transfer.amount) == (held.pk, amount):
        return earlier
    if earlier:
        refuse("该银行流水已登记过还款", "this slip of the bank was entered before")
    if not held.transfer.on <= received_on <= hands.on:
        refuse(
            "到账日期应在立追缴之后、今天之前",
            "money is received after the debt was booked, not later than today",
        )
    if amount > (rest := outstanding(held)):
        refuse(f"尚欠{shown(rest)}，不能多记", f"{shown(rest)} is owed: no more can be entered")
    accounts, key = chart(line_of(held.payable)), f"repay:{serial}"
    leg = Leg(key, key, Move.POST, accounts[Kind.RECEIVABLE], accounts[Kind.BUDGET], amount,
              held.payable.case, held.payable, held.payable.clause, serial)  # fmt: skip
    transfer = post_many([leg], hands)[0]
    return Repayment.objects.create(recovery=held, transfer=transfer, serial=serial, received_on=received_on)


@in_turn
def write_off(recovery: Recovery, document: str, reason: str, hands: Hands) -> WriteOff:
    """All that is still owed is given up, by a document; it stays visible as written off."""
    if not document or not reason:
        refuse("核销应有文号和理由", "a write-off needs its document and a reason")
    held = _held(recovery)
    hands.must_not_gain(held.payable.person_id)
    rest = outstanding(held)
    if not rest:
        refuse("该笔追缴已结清", "nothing is owed any more")
    accounts, key = chart(line_of(held.payable)), f"write-off:{held.ref}"
    leg = Leg(key, key, Move.POST, accounts[Kind.RECEIVABLE], accounts[Kind.WRITTEN_OFF], rest,
              held.payable.case, held.payable, held.payable.clause, f"{document} {reason}")  # fmt: skip
    transfer = post_many([leg], hands)[0]
    return WriteOff.objects.create(recovery=held, transfer=transfer, document=document, reason=reason)


def outstanding(recovery: Recovery) -> Fen:
    """What is still owed back."""
    given = recovery.repayments.aggregate(sum=Sum("transfer__amount"))["sum"] or 0
    off = WriteOff.objects.filter(recovery=recovery).aggregate(sum=Sum("transfer__amount"))["sum"] or 0
    return recovery.amount - given - off


def _held(recovery: Recovery) -> Recovery:
    found = Recovery.objects.select_for_update(of=("self",)).select_related("transfer", "payable__case")
    return found.get(pk=recovery.pk)
