"""Acts that take two people one after the other: asked by the maker, confirmed by a checker."""

import hashlib
from datetime import date

from gongjiang.law.money import Fen
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.paying import hand, newest_account, told
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.ledger import pending
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import (
    Asked,
    Batch,
    Decision,
    Payable,
    PayableState,
    PendingAct,
    RowState,
    SuspenseItem,
)
from gongjiang.office.ledger.models.batch import SENT
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.previewing import Preview, preview
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.suspense import Outcome


@told
def ask_use(fund: str, line: str, document: str, since: date, actor: Actor, now: Moment) -> PendingAct:
    """A fund may pay for a programme line from a day on: entered by the maker with the document."""
    must(actor, "budget.appropriate")
    facts = {"fund": fund, "line": line, "document": document, "since": since.isoformat()}
    return pending.propose(Asked.USE, f"{fund}:{line}:{since}", hand(actor, now), facts)


@told
def ask_appropriation(
    line: Line, amount: Fen, document: str, grounds: Grounds, actor: Actor, now: Moment
) -> PendingAct:
    """The maker enters what was appropriated; nothing is appropriated until another person confirms."""
    must(actor, "budget.appropriate")
    facts = {"fund": line.fund, "year": line.year, "line": line.line, "amount": amount,
             "document": document, "grounds": grounds.value}  # fmt: skip
    return pending.propose(
        Asked.APPROPRIATE, f"{line.fund}:{line.year}:{line.line}:{document}", hand(actor, now), facts
    )


@told
def ask_reply(batch: Batch, data: bytes, actor: Actor, now: Moment) -> PendingAct:
    """The bank's reply as received: read whole before it waits, so that a wrong file is told at once."""
    must(actor, "batch.reply")
    if batch.state not in SENT:
        raise refuse("批次尚未送银行，没有回盘", "The batch has not been sent: there is no reply to it")
    seen = preview(batch, read_reply(data))
    must_be_usable(seen)
    digest = hashlib.sha256(data).hexdigest()
    facts = {"sha256": digest, "lines": len(seen.rows)}
    key = f"{batch.number}:{digest}"
    return pending.propose(Asked.REPLY, key, hand(actor, now), facts, batch=batch, content=data)


@told
def ask_resolve(item: SuspenseItem, outcome: Outcome, reason: str, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "batch.reply")
    if not reason or item.outcome:
        raise refuse("应填写理由，且该事项尚未处理", "Give a reason for a question that is still open")
    facts = {"outcome": outcome.value, "reason": reason}
    of = {"item": item, "batch": item.batch}
    return pending.propose(Asked.RESOLVE, str(item.pk), hand(actor, now), facts, **of)


@told
def ask_reopen(payable: Payable, reason: str, actor: Actor, now: Moment) -> PendingAct:
    """Pay again what came back, to the newest account of the payee, as it stands when it is asked."""
    must(actor, "batch.reply")
    if payable.state != PayableState.RETURNED or not reason:
        raise refuse("只有退回的款项可以重付，并应说明理由", "Only a returned payment, and with a reason")
    account = newest_account(payable)
    of = {"payable": payable, "account": account}
    facts = {"reason": reason, "tail": account.tail}
    returned = payable.rows.filter(state=RowState.RETURNED).latest("pk")
    return pending.propose(Asked.REOPEN, returned.reference, hand(actor, now), facts, **of)


@told
def ask_withdraw(batch: Batch, reason: str, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "batch.make")
    if not reason:
        raise refuse("应填写理由", "Give a reason")
    return pending.propose(Asked.WITHDRAW, batch.number, hand(actor, now), {"reason": reason}, batch=batch)


@told
def confirm(held: PendingAct, actor: Actor, now: Moment, sure: bool = False) -> PendingAct:
    """A reply that speaks of no payment of its batch is confirmed only by who says that they are `sure`."""
    must(actor, "batch.check")
    if held.kind == Asked.REPLY and held.batch is not None and held.state == Decision.WAITING:
        seen = preview(held.batch, read_reply(bytes(held.content)))
        must_be_usable(seen)
        if not seen.recognised and not sure:
            raise refuse("回盘没有一行能与本批次对上，请核对文件；确要入账的，请另行勾选确认",
                         "No line of the reply is about this batch: look at the file again; to enter it"
                         " all the same, tick the second box")  # fmt: skip
    return pending.confirm(held, hand(actor, now))


def must_be_usable(seen: Preview) -> None:
    if not seen.usable:
        raise refuse("回盘各行都是残缺行，没有可用的内容，不能入账",
                     "Every line of the reply is broken: there is nothing to enter")  # fmt: skip


@told
def decline(held: PendingAct, reason: str, actor: Actor, now: Moment) -> PendingAct:
    must(actor, "batch.check")
    return pending.decline(held, reason, hand(actor, now))
