"""What accounts come to when every transfer is added up anew."""

from collections import Counter

from django.db.models import QuerySet, Sum

from gongjiang.law.money import Fen
from gongjiang.office.ledger.models import Move, Transfer

SIDES = ("debit_posted", "credit_posted", "debit_pending", "credit_pending")
Folded = Counter[tuple[int, str]]
"""Fen by account and side."""


def folded(transfers: QuerySet[Transfer]) -> Folded:
    """Every side of every account that these transfers touched, in two queries."""
    found: Folded = Counter()
    for side in ("debit", "credit"):
        for account, kind, amount in transfers.order_by().values_list(side, "kind").annotate(Sum("amount")):
            _add(found, account, side, Move(kind), amount)
    return found


def _add(found: Folded, account: int, side: str, kind: Move, amount: Fen) -> None:
    if kind in (Move.POST, Move.SETTLE):
        found[account, f"{side}_posted"] += amount
    if kind != Move.POST:
        found[account, f"{side}_pending"] += amount if kind is Move.RESERVE else -amount
