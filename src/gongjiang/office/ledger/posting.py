"""The one place where transfers are written: judged first, then added with their leaves, all or none."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongjiang.law.money import Fen, shown
from gongjiang.office.cases.models import Case
from gongjiang.office.journal.models import canonical, record_many
from gongjiang.office.ledger.closed import must_be_open
from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.models import Account, Balance, Move, Payable, Transfer
from gongjiang.office.ledger.models.transfer import MOST
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.turn import in_turn

CLOSING = (Move.SETTLE, Move.VOID)


@dataclass(frozen=True)
class Leg:
    """One movement asked for. `key` names it for ever; `journal` groups the legs of one act."""

    key: str
    journal: str
    kind: Move
    debit: Account
    credit: Account
    amount: Fen
    case: Case | None = None
    payable: Payable | None = None
    clause: str = ""
    note: str = ""
    ref: Transfer | None = None
    reverses: Transfer | None = None

    def body(self, hands: Hands) -> str:
        """SHA-256 of what moves, why and by whom. The day is left out: a retry may come a year later."""
        names = {
            "ref": self.ref and self.ref.key,
            "reverses": self.reverses and self.reverses.key,
            "case": self.case and self.case.ref,
            "payable": self.payable and self.payable.entitlement,
        }
        sums = {"debit": self.debit.code, "credit": self.credit.code, "amount": self.amount}
        people = {"maker": hands.maker.ref, "checker": hands.checker.ref}
        parts = {"kind": self.kind.value, "clause": self.clause, "note": self.note, **sums, **people, **names}
        return hashlib.sha256(canonical(parts).encode()).hexdigest()


def closing(kind: Move, reserve: Transfer, key: str, note: str = "", payable: Payable | None = None) -> Leg:
    """The leg that settles or voids a reserve: its mirror."""
    ends = reserve.debit, reserve.credit
    return Leg(
        key, key, kind, *ends, reserve.amount, reserve.case, payable, reserve.clause, note, ref=reserve
    )


@in_turn
def post_many(legs: Sequence[Leg], hands: Hands) -> list[Transfer]:
    """Write the legs, or find those written before under the same key with the same body."""
    hands.must_differ()
    for leg in legs:
        must_be_a_sum(leg.amount)
    ends = {account.pk: account for leg in legs for account in (leg.debit, leg.credit)}
    balances = lock(ends.values())
    known = Transfer.objects.in_bulk([leg.key for leg in legs], field_name="key")
    fresh = [leg for leg in legs if not _seen(leg, known.get(leg.key), hands)]
    must_be_open(ends.values() if fresh else (), hands.on)
    _must_close_what_is_open(fresh)
    _must_afford(fresh, balances)
    added = Transfer.objects.bulk_create([_transfer(leg, hands) for leg in fresh])
    record_many([_leaf(transfer) for transfer in added], hands.at)
    known.update({transfer.key: transfer for transfer in added})
    return [known[leg.key] for leg in legs]


def must_be_a_sum(amount: Fen) -> None:
    """A whole number of fen, above zero and below the limit of one movement: 1.9 is never read as 1."""
    if type(amount) is not int:
        refuse("金额应为整数（分）", "an amount is a whole number of fen")
    if not 0 < amount <= MOST:
        refuse("金额应大于零且不超过单笔上限", "an amount is above zero and below the limit of one movement")


def lock(accounts: Iterable[Account]) -> dict[int, Balance]:
    """The balances, held in order of id, so that a refusal is clean: the guard is the database's."""
    ids = {account.pk for account in accounts}
    held = Balance.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    return {balance.pk: balance for balance in held}


def _seen(leg: Leg, earlier: Transfer | None, hands: Hands) -> bool:
    if earlier is None:
        return False
    if earlier.body_sha256 != leg.body(hands):
        refuse("同一幂等键的内容不同", "the same key came with another body")
    return True


def _must_close_what_is_open(legs: list[Leg]) -> None:
    """A reserve is closed once, by its mirror."""
    reserves = [leg.ref for leg in legs if leg.ref]
    closed = set(Transfer.objects.filter(ref__in=reserves).values_list("ref_id", flat=True))
    for leg in legs:
        if leg.kind in CLOSING and (leg.ref is None or not _mirrors(leg, leg.ref)):
            refuse("结清应与预留一致", "a close must mirror its reserve")
        if leg.ref and leg.ref.pk in closed:
            refuse("该预留已结清", "the reserve is already closed")
        closed.add(leg.ref.pk if leg.ref else 0)


def _mirrors(leg: Leg, reserve: Transfer) -> bool:
    asked = (Move.RESERVE, leg.debit.pk, leg.credit.pk, leg.amount)
    return asked == (reserve.kind, reserve.debit_id, reserve.credit_id, reserve.amount)


def _must_afford(legs: list[Leg], balances: dict[int, Balance]) -> None:
    """Walk the legs in order: what each takes must be free, money that arrives on the way included."""
    free = {pk: balance.free for pk, balance in balances.items()}
    for leg in legs:
        taken = 0 if leg.kind is Move.SETTLE else -leg.amount if leg.kind is Move.VOID else leg.amount
        if taken > free[leg.debit.pk]:
            refuse(
                f"{leg.debit.said.zh}可用{shown(free[leg.debit.pk])}，不足{shown(taken)}",
                f"{leg.debit.said.en} has {shown(free[leg.debit.pk])} free, not {shown(taken)}",
            )
        free[leg.debit.pk] -= taken
        free[leg.credit.pk] += leg.amount if leg.kind in (Move.POST, Move.SETTLE) else 0


def _transfer(leg: Leg, hands: Hands) -> Transfer:
    return Transfer(
        key=leg.key, body_sha256=leg.body(hands), journal=leg.journal, kind=leg.kind, debit=leg.debit,
        credit=leg.credit, amount=leg.amount, ref=leg.ref, reverses=leg.reverses, case=leg.case,
        payable=leg.payable, clause=leg.clause, note=leg.note, maker=hands.maker, checker=hands.checker,
        on=hands.on, at=hands.at,
    )  # fmt: skip


def _leaf(transfer: Transfer) -> tuple[str, str, dict[str, object]]:
    body = {
        "key": transfer.key, "kind": str(transfer.kind), "debit": transfer.debit.code,
        "credit": transfer.credit.code, "amount": transfer.amount, "maker": transfer.maker.ref,
        "checker": transfer.checker.ref, "on": transfer.on, "body": transfer.body_sha256,
        "journal": transfer.journal,
    }  # fmt: skip
    return ("transfer", str(transfer.pk), body)
