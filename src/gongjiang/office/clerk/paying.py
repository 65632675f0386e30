"""Money out of the door: who may, by the table of powers; what the ledger refuses is told to the person."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

from gongjiang.law.capital import capital
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.ledger import batches, freezing
from gongjiang.office.ledger.hands import Hand
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Batch, BatchRow, Payable
from gongjiang.office.ledger.owing import newest_of
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.returns import replace_account
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import PayeeAccount, Person

P = ParamSpec("P")
T = TypeVar("T")


def told(act: Callable[P, T]) -> Callable[P, T]:
    """What the ledger will not do is said to the person who asked."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except LedgerRefused as no:
            raise Refused(no.said) from no

    return run


def hand(actor: Actor, now: Moment) -> Hand:
    """The natural person behind the account: four eyes count people."""
    person = Person.objects.filter(pk=actor.person).first() if actor.person else None
    if person is None:
        raise refuse("账号未关联自然人，不能办理资金事项", "This account belongs to no person")
    return Hand(person, now.day, now.at)


@told
def open_batch(line: Line, actor: Actor, now: Moment) -> Batch:
    must(actor, "batch.make")
    return batches.open_batch(line, hand(actor, now))


@told
def gather(batch: Batch, payables: Iterable[Payable], actor: Actor, now: Moment) -> list[BatchRow]:
    must(actor, "batch.make")
    return batches.gather(batch, payables, hand(actor, now))


@told
def drop(row: BatchRow, actor: Actor, now: Moment) -> None:
    must(actor, "batch.make")
    batches.drop(row, hand(actor, now))


@told
def lock(batch: Batch, actor: Actor, now: Moment) -> Batch:
    must(actor, "batch.make")
    return batches.lock_batch(batch, hand(actor, now))


@told
def freeze(batch: Batch, format: str, actor: Actor, now: Moment) -> Batch:
    must(actor, "batch.make")
    return freezing.freeze(batch, format, hand(actor, now))


@told
def check(batch: Batch, sha256: str, actor: Actor, now: Moment) -> Batch:
    must(actor, "batch.check")
    return freezing.check(batch, sha256, hand(actor, now))


@told
def approve(batch: Batch, sha256: str, in_words: str, actor: Actor, now: Moment) -> Batch:
    """Signed on the approval sheet alone: the sum in capital figures comes from there, as it was read."""
    must(actor, "batch.approve")
    if in_words != capital(batch.total):
        raise refuse(
            "请在审批单上核对大写金额后签署", "Sign on the approval sheet, by the sum in capital figures"
        )
    return freezing.approve(batch, sha256, hand(actor, now))


@told
def export(batch: Batch, actor: Actor, now: Moment) -> bytes:
    must(actor, "batch.make")
    return freezing.export(batch, hand(actor, now))


@told
def close(batch: Batch, actor: Actor, now: Moment) -> Batch:
    must(actor, "batch.make")
    return freezing.close(batch, hand(actor, now))


@told
@in_turn
def renew_account(payable: Payable, actor: Actor, now: Moment) -> Payable:
    """Pay to the account the payee gave last; only while the sum is owed and in no batch."""
    must(actor, "batch.make")
    account, by = newest_account(payable), hand(actor, now)
    held = replace_account(payable, account)
    facts = {"by": by.person.ref, "account": account.ref, "tail": account.tail}
    record("payable.account", payable.ref, facts, now.at)
    return held


def newest_account(payable: Payable) -> PayeeAccount:
    """Of whoever is paid: the unit where the money went to the unit, else the person."""
    found = newest_of(payable)
    if found is None:
        raise refuse("收款人尚未登记账户", "The payee has given no account")
    return found
