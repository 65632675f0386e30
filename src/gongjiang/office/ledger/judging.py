"""Which of thirteen answers a line is: a table of questions in order; the first yes decides. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from gongjiang.office.ledger.models import Answer, BatchRow, RowState
from gongjiang.office.ledger.reply_file import ReplyLine


@dataclass(frozen=True)
class Codes:
    """What a bank's result codes mean. A code that is not named here is never taken for a yes."""

    paid: frozenset[str]
    partial: frozenset[str]
    returned: str


def spelt(codes: Codes) -> list[tuple[str, Answer]]:
    """Each code with what it is taken for, to be told to people; any other is a question."""
    named = [(code, Answer.PAID) for code in sorted(codes.paid)]
    named += [(code, Answer.PARTIAL) for code in sorted(codes.partial)]
    return [*named, (f"{codes.returned}…", Answer.RETURNED)]


GENERIC = Codes(paid=frozenset({"00"}), partial=frozenset({"P1"}), returned="R")


@dataclass(frozen=True)
class Question:
    """A line, the row its reference names, and what else the file says of that row."""

    line: ReplyLine
    row: BatchRow | None
    batch_id: int
    repeated: bool
    contradicted: bool
    codes: Codes

    @property
    def meant(self) -> Answer:
        code = self.line.code
        if code in self.codes.paid:
            return Answer.PAID
        if code in self.codes.partial:
            return Answer.PARTIAL
        return Answer.RETURNED if code.startswith(self.codes.returned) else Answer.UNKNOWN_CODE

    @property
    def agrees(self) -> bool:
        """The row was answered so before, to the fen and to the account."""
        row = self.row
        return row is not None and (row.state, row.amount, row.tail) == (
            self.meant.value, self.line.amount, self.line.tail)  # fmt: skip


Ask = Callable[[Question, BatchRow], bool]
FAULTS: tuple[tuple[Answer, Ask], ...] = (
    (Answer.WRONG_BATCH, lambda q, row: row.batch_id != q.batch_id),
    (Answer.DUPLICATE, lambda q, row: row.state != RowState.SENT and q.agrees),
    (Answer.LATE, lambda q, row: row.state != RowState.SENT),
    (Answer.DUPLICATE, lambda q, row: q.repeated),
    (Answer.CONFLICT, lambda q, row: q.contradicted),
    (Answer.WRONG_ACCOUNT, lambda q, row: q.line.tail != row.tail),
    (Answer.WRONG_NAME, lambda q, row: q.line.payee not in ("", row.payee)),
    (Answer.PARTIAL, lambda q, row: q.meant is Answer.PARTIAL),
    (Answer.WRONG_AMOUNT, lambda q, row: q.line.amount != row.amount),
)
CLEAN = (Answer.PAID, Answer.RETURNED, Answer.DUPLICATE)
TO_SUSPENSE = (
    Answer.PARTIAL,
    Answer.WRONG_AMOUNT,
    Answer.WRONG_ACCOUNT,
    Answer.WRONG_NAME,
    Answer.UNKNOWN_CODE,
    Answer.CONFLICT,
)
MOVED_TO = {
    Answer.PAID: RowState.PAID,
    Answer.RETURNED: RowState.RETURNED,
    **dict.fromkeys(TO_SUSPENSE, RowState.SUSPENSE),
}


def judged(question: Question) -> Answer:
    if not question.line.whole:
        return Answer.TRUNCATED
    row = question.row
    if row is None:
        return Answer.UNKNOWN
    return next((answer for answer, fits in FAULTS if fits(question, row)), question.meant)
