"""What finance asks of a second person beyond payments: debts, months closed, years carried over."""

from datetime import date

from gongjiang.law.money import Fen
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.paying import hand, told
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.ledger import pending
from gongjiang.office.ledger.budget import available
from gongjiang.office.ledger.carrying_over import must_have_ended
from gongjiang.office.ledger.closing import last_day, next_month
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Asked, Payable, PayableState, PendingAct, Recovery, SampleItem
from gongjiang.office.ledger.posting import must_be_a_sum
from gongjiang.office.ledger.recovering import Plan, must_be_a_plan, outstanding, recoverable


@told
def ask_recovery(
    payable: Payable, amount: Fen, ground: str, document: str, plan: Plan, actor: Actor, now: Moment,
    item: SampleItem | None = None,
) -> PendingAct:  # fmt: skip
    """A debt against what was paid: by which decision, on what ground, and in which instalments if agreed."""
    must(actor, "recovery.enter")
    must_be_a_sum(amount)
    if payable.state != PayableState.PAID or not ground or not document:
        raise refuse(
            "只能追缴已付款项，并应有事由和决定文号", "Only what was paid, with a ground and a document"
        )
    if amount > recoverable(payable):
        raise refuse("追缴总额超过已付金额", "More would be recovered than was paid")
    if plan:
        must_be_a_plan(plan, amount)
    facts = {"amount": amount, "ground": ground, "document": document, "plan": _plain(plan),
             "item": item.pk if item else None}  # fmt: skip
    key = f"{payable.ref}:{document}"
    return pending.propose(Asked.RECOVER, key, hand(actor, now), facts, payable=payable)


@told
def ask_plan(recovery: Recovery, plan: Plan, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "recovery.enter")
    _must_be_owed(recovery)
    must_be_a_plan(plan, recovery.amount)
    return _of(recovery, Asked.PLAN, recovery.ref, {"plan": _plain(plan)}, actor, now)


@told
def ask_repayment(
    recovery: Recovery, amount: Fen, received_on: date, serial: str, actor: Actor, now: Moment
) -> PendingAct:
    """Money that came back, by the serial on our bank's slip; never more than is owed."""
    must(actor, "recovery.enter")
    must_be_a_sum(amount)
    if amount > _must_be_owed(recovery) or not serial:
        raise refuse(
            "不能多于尚欠金额，并应填写银行流水号", "Not more than is owed, and with the slip's serial"
        )
    if received_on > now.day:
        raise refuse("到账日期不能晚于今天", "Money cannot have come after today")
    facts = {"amount": amount, "received_on": received_on.isoformat(), "serial": serial}
    return _of(recovery, Asked.REPAY, serial, facts, actor, now)


@told
def ask_write_off(recovery: Recovery, document: str, reason: str, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "recovery.enter")
    rest = _must_be_owed(recovery)
    if not document or not reason:
        raise refuse("核销应有文号和理由", "A write-off needs its document and a reason")
    facts = {"document": document, "reason": reason, "amount": rest}
    return _of(recovery, Asked.WRITE_OFF, recovery.ref, facts, actor, now)


@told
def ask_close(line: Line, actor: Actor, now: Moment) -> PendingAct:
    """The next month of the line, once it is over."""
    must(actor, "month.close")
    month = next_month(line)
    if month is None or now.day <= last_day(month):
        raise refuse("没有已结束而未月结的月份", "No month is over and not closed yet")
    facts = {**_named(line), "month": month.isoformat()}
    return pending.propose(Asked.CLOSE, f"{line}:{month}", hand(actor, now), facts)


@told
def ask_carry(line: Line, document: str, actor: Actor, now: Moment) -> PendingAct:
    """All that is free on a line whose year has ended, as it stands now."""
    must(actor, "budget.carry")
    must_have_ended(line, now.day)
    if not document or not (free := available(line)):
        raise refuse("应填写文号，且须有可结转的余额", "Give the document; something must be free to carry")
    facts = {**_named(line), "amount": free, "document": document}
    return pending.propose(Asked.CARRY, str(line), hand(actor, now), facts)


def _of(
    recovery: Recovery, kind: Asked, key: str, facts: dict[str, object], actor: Actor, now: Moment
) -> PendingAct:
    of = {"recovery": recovery, "payable": recovery.payable}
    return pending.propose(kind, key, hand(actor, now), facts, **of)


def _must_be_owed(recovery: Recovery) -> Fen:
    rest = outstanding(recovery)
    if not rest:
        raise refuse("该笔追缴已结清", "Nothing is owed any more")
    return rest


def _plain(plan: Plan) -> list[list[object]]:
    return [[due.isoformat(), amount] for due, amount in plan]


def _named(line: Line) -> dict[str, object]:
    return {"fund": str(line.fund), "year": line.year, "line": line.line}
