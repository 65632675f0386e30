"""Where the money of a batch row goes when its state changes: a table, read by every act on rows."""

from collections.abc import Mapping

from gongjiang.office.ledger.hands import Hands
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import BatchRow, Kind, Move, Payable, PayableState, RowState
from gongjiang.office.ledger.owing import line_of
from gongjiang.office.ledger.posting import Leg, post_many
from gongjiang.office.ledger.refusal import BrokenPromise

R = RowState
MOVES = {
    (R.LISTED, R.SENT): (Kind.PAYABLE, Kind.BANK),
    (R.SENT, R.PAID): (Kind.BANK, Kind.EXPENSE),
    (R.SENT, R.RETURNED): (Kind.BANK, Kind.RETURNED),
    (R.SENT, R.SUSPENSE): (Kind.BANK, Kind.SUSPENSE),
    (R.SUSPENSE, R.PAID): (Kind.SUSPENSE, Kind.EXPENSE),
    (R.SUSPENSE, R.RETURNED): (Kind.SUSPENSE, Kind.RETURNED),
    (R.PAID, R.RETURNED): (Kind.EXPENSE, Kind.RETURNED),
}
CHUNK = 500
FOLLOWS = {R.PAID: PayableState.PAID, R.RETURNED: PayableState.RETURNED}


def move_rows(
    rows: list[BatchRow], to: RowState, hands: Hands, reasons: Mapping[int, str] | None = None
) -> None:
    """Move the money of rows of one batch, and their states, inside the caller's transaction.

    `reasons` by row id, for what comes back. A row is in each state once, so its reference keys the transfer.
    """
    if not rows:
        return
    accounts = chart(line_of(rows[0].payable))
    legs = []
    for row in rows:
        source, target = MOVES[RowState(row.state), to]
        key, journal, ends = (
            f"{to}:{row.reference}",
            f"{to}:{row.batch_id}",
            (accounts[source], accounts[target]),
        )
        owed, note = row.payable, (reasons or {}).get(row.pk, "")
        legs.append(Leg(key, journal, Move.POST, *ends, row.amount, owed.case, owed, owed.clause, note))
    post_many(legs, hands)
    mark(rows, to)
    if to in FOLLOWS:
        _follow(rows, FOLLOWS[to], reasons or {})


def mark(rows: list[BatchRow], to: RowState) -> None:
    """Set the state of rows, each of which must still be as it was read."""
    for start in range(0, len(rows), CHUNK):
        part = rows[start : start + CHUNK]
        for before in {row.state for row in part}:
            ids = [row.pk for row in part if row.state == before]
            if BatchRow.objects.filter(pk__in=ids, state=before).update(state=to) != len(ids):
                raise BrokenPromise("a row changed under a lock")
    for row in rows:
        row.state = to


def _follow(rows: list[BatchRow], to: PayableState, reasons: Mapping[int, str]) -> None:
    for row in rows:
        row.payable.state, row.payable.reason = to, reasons.get(row.pk, "")
    Payable.objects.bulk_update([row.payable for row in rows], ["state", "reason"], batch_size=200)
