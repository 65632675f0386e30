"""A batch against the bank's reply: what is certain is settled, what is odd waits in suspense as a task."""

from collections import defaultdict
from dataclasses import dataclass

from gongjiang.office.ledger.batches import must_be_in, note
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.judging import CLEAN, GENERIC, MOVED_TO, Codes, Question, judged
from gongjiang.office.ledger.models import (
    Answer,
    Batch,
    BatchRow,
    BatchState,
    Reply,
    ReplyRow,
    RowState,
    SuspenseItem,
)
from gongjiang.office.ledger.models.batch import SENT
from gongjiang.office.ledger.reply_file import ReplyFile, ReplyLine
from gongjiang.office.ledger.rows import move_rows
from gongjiang.office.ledger.turn import in_turn


@dataclass(frozen=True)
class Settlement:
    """What a reply came to: every line of it, in order, each with its answer."""

    reply: Reply
    rows: list[ReplyRow]

    def of(self, answer: Answer) -> list[ReplyRow]:
        return [row for row in self.rows if row.answer == answer]


@in_turn
def settle_reply(batch: Batch, file: ReplyFile, hands: Hands, codes: Codes = GENERIC) -> Settlement:
    """Read a reply into a sent batch. The same file again changes nothing and gives the same rows."""
    hands.must_differ()
    held = must_be_in(batch, *SENT)
    earlier = Reply.objects.filter(batch=held, sha256=file.sha256).first()
    if earlier:
        return Settlement(earlier, list(earlier.rows.all()))
    people = {"maker": hands.maker, "checker": hands.checker, "on": hands.on, "at": hands.at}
    reply = Reply.objects.create(batch=held, sha256=file.sha256, **people)
    rows = ReplyRow.objects.bulk_create(answered(reply, file, codes))
    _settle(rows, hands)
    items = [SuspenseItem(reply_row=row, batch=held) for row in rows if row.answer not in CLEAN]
    SuspenseItem.objects.bulk_create(items)
    _note(held, reply, rows, hands)
    return Settlement(reply, rows)


def _rows(file: ReplyFile) -> dict[str, BatchRow]:
    """The rows that the references name, in this batch or another."""
    references = sorted({line.reference for line in file.lines if line.whole})
    found = BatchRow.objects.select_related("payable__case")
    return found.in_bulk(references, field_name="reference")


def answered(reply: Reply, file: ReplyFile, codes: Codes) -> list[ReplyRow]:
    """Every line with its answer as things stand now; none of them is kept yet."""
    known = _rows(file)
    said = defaultdict(set)
    for line in file.lines:
        said[line.reference].add(line.said)
    seen: set[str] = set()
    answers = []
    for line in file.lines:
        row = known.get(line.reference)
        again, torn = line.reference in seen, len(said[line.reference]) > 1
        answer = judged(Question(line, row, reply.batch_id, again and not torn, torn, codes))
        answers.append(_answer(reply, line, row, answer, effective=answer in MOVED_TO and not again))
        seen |= {line.reference} if line.whole else set()
    return answers


def _answer(reply: Reply, line: ReplyLine, row: BatchRow | None, answer: Answer, effective: bool) -> ReplyRow:
    return ReplyRow(
        reply=reply, number=line.number, raw=line.raw, reference=line.reference, amount=line.amount,
        code=line.code, message=line.message, answer=answer, row=row, effective=effective,
    )  # fmt: skip


def _settle(answers: list[ReplyRow], hands: Hands) -> None:
    """Move each row's money once, by its effective answer."""
    targets: dict[RowState, list[BatchRow]] = defaultdict(list)
    reasons = {}
    for answer in answers:
        if answer.effective and answer.row:
            targets[MOVED_TO[Answer(answer.answer)]].append(answer.row)
            reasons[answer.row.pk] = f"{answer.code} {answer.message}".strip()
    for state, rows in sorted(targets.items()):
        move_rows(rows, state, hands, {} if state is RowState.PAID else reasons)


def _note(batch: Batch, reply: Reply, rows: list[ReplyRow], hands: Hands) -> None:
    """The leaf of the reply, and the batch's new state once no row is without an answer."""
    by = Hand(hands.maker, hands.on, hands.at)
    counted = {answer.value: sum(row.answer == answer for row in rows) for answer in Answer}
    note(batch, "reply", by, checker=hands.checker.ref, sha256=reply.sha256, answers=counted)
    waiting = batch.rows.filter(state=RowState.SENT).exists()
    if batch.state == BatchState.EXPORTED and not waiting:
        batch.state = BatchState.ANSWERED
        batch.save()
        note(batch, "answered", by)
    elif batch.state == BatchState.CLOSED and any(row.answer not in CLEAN for row in rows):
        batch.state = BatchState.ANSWERED
        batch.save()
        note(batch, "questioned", by)
