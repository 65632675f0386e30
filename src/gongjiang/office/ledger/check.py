"""The books against themselves: every balance from its transfers, every account from its papers."""

from collections import Counter

from django.db import connection
from django.db.models import Sum

from gongjiang.law.money import Fen
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger.difference import Difference
from gongjiang.office.ledger.folding import SIDES, folded
from gongjiang.office.ledger.kept import faults as faults_kept
from gongjiang.office.ledger.models import (
    Account,
    Balance,
    BatchRow,
    Kind,
    Payable,
    PayableState,
    Repayment,
    RowState,
    Transfer,
)

PAPERS = {RowState.SENT: Kind.BANK, RowState.SUSPENSE: Kind.SUSPENSE, RowState.PAID: Kind.EXPENSE}
OF_EXPENSE = (Kind.RECEIVABLE, Kind.WRITTEN_OFF)
KEPT_BY = (Kind.PAYABLE, Kind.BANK, Kind.SUSPENSE, Kind.RETURNED, Kind.EXPENSE)
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_%'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND tgname LIKE 'ledger_%'",
}
GUARDS = {"sqlite": 72, "postgresql": 86}


class BooksDoNotBalance(AssertionError):
    """A fen is somewhere it should not be."""


def refold() -> list[Difference]:
    """Every balance computed anew from every transfer; what differs, or has no balance, is listed."""
    sums = folded(Transfer.objects.all())
    kept = {balance.account_id: balance for balance in Balance.objects.all()}
    differences = []
    for account in Account.objects.order_by("pk"):
        for side in SIDES:
            shown, true = getattr(kept.get(account.pk), side, -1), sums[account.pk, side]
            if shown != true:
                differences.append(Difference(account.code, side, shown, true))
    return differences


def trial() -> tuple[Fen, Fen]:
    """All debits and all credits, pending money included: equal, always."""
    sums = Balance.objects.aggregate(**{side: Sum(side, default=0) for side in SIDES})
    return sums["debit_posted"] + sums["debit_pending"], sums["credit_posted"] + sums["credit_pending"]


def papers() -> list[Difference]:
    """What accounts hold against what payables and batch rows say; what is asked back counts as paid
    until it came."""
    told = _told()
    differences = []
    for balance in Balance.objects.select_related("account").filter(
        account__kind__in=(*KEPT_BY, *OF_EXPENSE)
    ):
        account = balance.account
        kind = Kind.EXPENSE if account.kind in OF_EXPENSE else account.kind
        told[account.fund, account.year, account.line, kind] -= balance.held
    for (fund, year, line, kind), gap in sorted(told.items()):
        if gap:
            differences.append(Difference(f"{kind}:{fund}:{year}:{line}", "papers", -gap, 0))
    return differences


def unrecorded() -> int:
    """Transfers without a leaf, or leaves without a transfer."""
    return abs(Transfer.objects.count() - Leaf.objects.filter(kind="transfer").count())


def guards_missing() -> int:
    """How many of the database's own guards are gone: SQLite loses triggers when a table is remade."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        return GUARDS[connection.vendor] - len(cursor.fetchall())


def differences() -> list[Difference]:
    """Everything in which the books differ from themselves: balances, papers, what is kept beside them."""
    return [*refold(), *papers(), *faults_kept()]


def assert_balanced() -> None:
    """For after every test, and every night: raises with all that is wrong."""
    debits, credits = trial()
    faults = differences()
    if faults or debits != credits or unrecorded():
        raise BooksDoNotBalance(f"{debits} / {credits}, {unrecorded()} unrecorded, {faults}")


def _told() -> Counter[tuple[str, int, str, str]]:
    told: Counter[tuple[str, int, str, str]] = Counter()
    line = ("fund", "year", "line")
    states = Payable.objects.order_by().values_list(*line, "state").annotate(Sum("amount"))
    for *of, _state, amount in states.filter(state__in=(PayableState.OWED, PayableState.BATCHED)):
        told[*of, Kind.PAYABLE] += amount
    for *of, _state, amount in states.filter(state=PayableState.RETURNED):
        told[*of, Kind.RETURNED] += amount
    rows = BatchRow.objects.order_by().values_list(*(f"payable__{name}" for name in line), "state")
    for *of, state, amount in rows.filter(state__in=PAPERS).annotate(Sum("amount")):
        told[*of, PAPERS[RowState(state)]] += amount
        if state != RowState.PAID:
            told[*of, Kind.PAYABLE] -= amount
    came = Repayment.objects.order_by().values_list(*(f"recovery__payable__{name}" for name in line))
    for *of, amount in came.annotate(Sum("transfer__amount")):
        told[*of, Kind.EXPENSE] -= amount
    return told
