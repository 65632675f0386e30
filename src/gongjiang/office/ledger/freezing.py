"""The file of a batch: fixed once, signed by its hash, and given out the same for ever."""

import hashlib

from gongjiang.office.ledger.bankfiles import FORMATS, PaymentLine
from gongjiang.office.ledger.batches import advance, must_be_in, note
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.models import Batch, BatchRow, BatchState, RowState
from gongjiang.office.ledger.models.batch import SENT
from gongjiang.office.ledger.refusal import BrokenPromise, refuse
from gongjiang.office.ledger.rows import move_rows
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import Person


@in_turn
def freeze(batch: Batch, format: str, by: Hand) -> Batch:
    """Fix the file: its hash, count and total are written with the act. Who freezes is the maker."""
    held = must_be_in(batch, BatchState.LOCKED)
    if format not in FORMATS:
        refuse("没有这种文件格式", "there is no such file format")
    rows = _frozen(held)
    _must_not_gain(rows, by.person)
    held.format, held.maker = format, by.person
    held.sha256 = hashlib.sha256(_render(format, rows)).hexdigest()
    held.count, held.total = len(rows), sum(row.amount for row in rows)
    return advance(held, BatchState.FROZEN, "freeze", by, **_promise(held))


@in_turn
def check(batch: Batch, sha256: str, by: Hand) -> Batch:
    """The checker signs the hash of the file they were shown."""
    held = must_be_in(batch, BatchState.FROZEN)
    _must_be_another(held, by.person)
    _must_be_the_file(held, sha256)
    held.checker = by.person
    return advance(held, BatchState.CHECKED, "check", by, **_promise(held))


@in_turn
def approve(batch: Batch, sha256: str, by: Hand) -> Batch:
    """The approver, a third person, signs the same hash."""
    held = must_be_in(batch, BatchState.CHECKED)
    _must_be_another(held, by.person)
    _must_be_the_file(held, sha256)
    held.approver = by.person
    return advance(held, BatchState.APPROVED, "approve", by, **_promise(held))


@in_turn
def export(batch: Batch, by: Hand) -> bytes:
    """The file, the same bytes every time; every download leaves a leaf, the first sends the money."""
    held = must_be_in(batch, BatchState.APPROVED, *SENT)
    data = file_of(held)
    if held.state == BatchState.APPROVED:
        _send(held, by)
        advance(held, BatchState.EXPORTED, "send", by, **_promise(held))
    note(held, "export", by, **_promise(held))
    return data


def file_of(batch: Batch) -> bytes:
    """The frozen file, made again from its rows. Other bytes than were signed are a broken promise."""
    data = _render(batch.format, _frozen(batch))
    if hashlib.sha256(data).hexdigest() != batch.sha256:
        raise BrokenPromise(f"the file of {batch.number} is not the one that was signed")
    return data


@in_turn
def close(batch: Batch, by: Hand) -> Batch:
    """Every row answered and every question settled."""
    held = must_be_in(batch, BatchState.ANSWERED)
    if held.items.filter(outcome="").exists():
        refuse("尚有待查事项", "questions are still open in suspense")
    return advance(held, BatchState.CLOSED, "close", by)


def _frozen(batch: Batch) -> list[BatchRow]:
    return list(batch.rows.exclude(state=RowState.DROPPED).select_related("payable__case").order_by("seq"))


def _render(format: str, rows: list[BatchRow]) -> bytes:
    return FORMATS[format].render(
        [PaymentLine(row.seq, row.reference, row.payee, row.bank, row.account, row.amount) for row in rows]
    )


def _send(batch: Batch, by: Hand) -> None:
    """The maker made the payment and the approver released it; whoever downloads only carries it."""
    if batch.maker is None or batch.approver is None:
        raise BrokenPromise(f"{batch.number} was approved without its people")
    move_rows(_frozen(batch), RowState.SENT, Hands(batch.maker, batch.approver, by.on, by.at))


def _must_be_another(batch: Batch, person: Person) -> None:
    if person.pk in (batch.opened_by_id, batch.maker_id, batch.checker_id):
        refuse("编制、经办、复核、审批应为不同人员", "maker, checker and approver must be different people")
    _must_not_gain(_frozen(batch), person)


def _must_not_gain(rows: list[BatchRow], person: Person) -> None:
    if any(row.payable.person_id == person.pk for row in rows):
        refuse("不得办理含本人款项的批次", "nobody signs a batch that pays themselves")


def _must_be_the_file(batch: Batch, sha256: str) -> None:
    """What is signed is what is there: the hash sent, the hash kept and the rows agree."""
    if sha256 != batch.sha256:
        refuse("所签文件摘要与批次不符", "the hash signed is not the hash of this batch")
    file_of(batch)


def _promise(batch: Batch) -> dict[str, object]:
    return {"sha256": batch.sha256, "count": batch.count, "total": batch.total, "format": batch.format}
