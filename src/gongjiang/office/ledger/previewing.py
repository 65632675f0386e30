"""What a bank's reply would come to, before anybody confirms it: the same judgement, and nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongjiang.law.money import Fen
from gongjiang.law.words import Words
from gongjiang.office.ledger.judging import CLEAN, GENERIC, TO_SUSPENSE, Codes
from gongjiang.office.ledger.models import Answer, Batch, Reply, ReplyRow
from gongjiang.office.ledger.replies import answered
from gongjiang.office.ledger.reply_file import ReplyFile

STRANGE = (Answer.TRUNCATED, Answer.UNKNOWN, Answer.WRONG_BATCH)
"""What says nothing of any payment of the batch."""
BOOKED = {
    Answer.PAID: Words("记为已付", "is booked as paid"),
    Answer.RETURNED: Words("记为退回，待重付", "is booked as returned, to be paid again"),
    Answer.DUPLICATE: Words("此前已答，不再处理", "was answered before: nothing is done"),
}
SUSPENDS = Words("款项转待查", "its money goes to suspense")
ASKS = Words("列为待查事项，不动款项", "becomes a question; no money moves")


@dataclass(frozen=True)
class Summed:
    """So many lines of one answer, what they name in fen, and what becomes of them."""

    answer: Answer
    number: int
    amount: Fen
    goes: Words


@dataclass(frozen=True)
class Preview:
    rows: tuple[ReplyRow, ...]

    @property
    def usable(self) -> bool:
        """Whether any line could be read at all."""
        return any(row.answer != Answer.TRUNCATED for row in self.rows)

    @property
    def recognised(self) -> bool:
        """Whether any line is about a payment of this batch."""
        return any(row.answer not in STRANGE for row in self.rows)

    @property
    def odd(self) -> tuple[ReplyRow, ...]:
        """What will wait for people: in suspense, or as a question."""
        return tuple(row for row in self.rows if row.answer not in CLEAN)

    @property
    def sums(self) -> list[Summed]:
        found = {answer: [row for row in self.rows if row.answer == answer] for answer in Answer}
        return [
            Summed(answer, len(rows), named(rows), goes(answer)) for answer, rows in found.items() if rows
        ]


def preview(batch: Batch, file: ReplyFile, codes: Codes = GENERIC) -> Preview:
    """As `settle_reply` would answer now."""
    return Preview(tuple(answered(Reply(batch=batch), file, codes)))


def named(rows: Iterable[ReplyRow]) -> Fen:
    return sum(row.amount or 0 for row in rows)


def goes(answer: Answer) -> Words:
    return BOOKED.get(answer) or (SUSPENDS if answer in TO_SUSPENSE else ASKS)
