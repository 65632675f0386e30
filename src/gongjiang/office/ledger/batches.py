"""A batch before its file is fixed: opened, filled, locked; and withdrawn when it must not be sent."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Max

from gongjiang.office.journal.models import record
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Batch, BatchRow, BatchState, Payable, PayableState, RowState
from gongjiang.office.ledger.models.batch import PREPARING
from gongjiang.office.ledger.owing import line_of, must_be_own
from gongjiang.office.ledger.refusal import refuse
from gongjiang.office.ledger.rows import mark
from gongjiang.office.ledger.turn import in_turn


@in_turn
def open_batch(line: Line, by: Hand) -> Batch:
    """One batch of a line is in preparation at a time."""
    of = {"fund": line.fund, "year": line.year, "line": line.line}
    batch = _added(Batch(opened_by=by.person, opened_on=by.on, **of))
    note(batch, "open", by, line=str(line))
    return batch


@in_turn
def gather(batch: Batch, payables: Iterable[Payable], by: Hand) -> list[BatchRow]:
    """Take payables into an open batch, each with its account as it stands."""
    held = must_be_in(batch, BatchState.OPEN)
    ids = [payable.pk for payable in payables]
    locked = Payable.objects.select_for_update(of=("self",))
    found = locked.select_related("account__organisation", "person", "case__person").in_bulk(ids)
    first = (held.rows.aggregate(last=Max("seq"))["last"] or 0) + 1
    rows = [_row(held, found[pk], seq) for seq, pk in enumerate(dict.fromkeys(ids), first)]
    made = BatchRow.objects.bulk_create(rows)
    _set_payables(made, PayableState.BATCHED)
    note(held, "gather", by, rows=[row.reference for row in made])
    return made


@in_turn
def drop(row: BatchRow, by: Hand) -> None:
    """Take a row out of an open batch; it stays on record as dropped."""
    held = must_be_in(row.batch, BatchState.OPEN)
    listed = list(held.rows.filter(pk=row.pk, state=RowState.LISTED))
    if not listed:
        refuse("该行不在批次中", "this row is not in the batch")
    mark(listed, RowState.DROPPED)
    _set_payables(listed, PayableState.OWED)
    note(held, "drop", by, row=row.reference)


@in_turn
def lock_batch(batch: Batch, by: Hand) -> Batch:
    """No more rows come or go."""
    held = must_be_in(batch, BatchState.OPEN)
    if not held.rows.filter(state=RowState.LISTED).exists():
        refuse("批次为空", "the batch is empty")
    return advance(held, BatchState.LOCKED, "lock", by)


@in_turn
def withdraw(batch: Batch, reason: str, hands: Hands) -> Batch:
    """Give up a batch that has not been sent: its payables are owed again and its file is never made anew."""
    if not reason:
        refuse("应填写理由", "a reason is needed")
    hands.must_differ()
    held = must_be_in(batch, *PREPARING)
    rows = list(held.rows.filter(state=RowState.LISTED))
    mark(rows, RowState.WITHDRAWN)
    _set_payables(rows, PayableState.OWED)
    by = Hand(hands.maker, hands.on, hands.at)
    return advance(held, BatchState.WITHDRAWN, "withdraw", by, reason=reason, checker=hands.checker.ref)


def must_be_in(batch: Batch, *states: BatchState) -> Batch:
    """The batch as it is now, held; refused unless it is in one of these states."""
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if held.state not in states:
        said = BatchState(held.state)
        refuse(f"批次{said.zh}，不能办理", f"the batch is {said.en}: this cannot be done")
    return held


def advance(batch: Batch, to: BatchState, act: str, by: Hand, **facts: object) -> Batch:
    batch.state = to
    batch.save()
    note(batch, act, by, **facts)
    return batch


def note(batch: Batch, act: str, by: Hand, **facts: object) -> None:
    """The leaf of an act on a batch."""
    record(f"batch.{act}", batch.number, {"by": by.person.ref, "on": by.on, **facts}, by.at)


def _added(batch: Batch) -> Batch:
    """The unique index decides, for two who open at once as for one who comes late."""
    try:
        with transaction.atomic():
            batch.save()
    except IntegrityError:
        refuse("该项目已有在编批次", "this line already has a batch in preparation")
    return batch


def _row(batch: Batch, payable: Payable, seq: int) -> BatchRow:
    account = payable.account
    if payable.state != PayableState.OWED or line_of(payable) != Line(batch.fund, batch.year, batch.line):
        refuse("只能编入本项目的应付款", "only what is owed on this line can be gathered")
    if account is None:
        refuse(f"{payable.person.name}没有收款账户", f"{payable.person.name} has no account")
    must_be_own(account, payable.case)
    row = BatchRow(batch=batch, payable=payable, seq=seq, reference=f"{batch.number}{seq:05d}",
                   payee=account.holder, bank=account.bank, amount=payable.amount)  # fmt: skip
    row.put_account(account.number)
    return row


def _set_payables(rows: list[BatchRow], state: PayableState) -> None:
    ids = [row.payable_id for row in rows]
    for start in range(0, len(ids), 500):
        Payable.objects.filter(pk__in=ids[start : start + 500]).update(state=state)
