"""Ten thousand answers of a bank, one in twenty wrong: each is called what it is, none is believed."""

from collections import Counter
from random import Random

import pytest

from gongjiang.law.money import yuan
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.judging import CLEAN, TO_SUSPENSE
from gongjiang.office.ledger.models import Answer, Payable, PayableState, RowState, SuspenseItem
from gongjiang.office.ledger.owing import owe_many
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply

SUM = yuan(100)
ONE_IN = 20
A = Answer


def line(row, code="00", amount=None, tail=None, payee=None, reference=None):
    figure = f"{(amount or row.amount) / 100:.2f}"
    said = (reference or row.reference, tail or row.tail, figure, code, "说明")
    return ",".join((*said, row.payee if payee is None else payee))


FAULTS = {
    A.RETURNED: lambda row, other: line(row, code="R01"),
    A.PARTIAL: lambda row, other: line(row, code="P1", amount=row.amount // 2),
    A.WRONG_AMOUNT: lambda row, other: line(row, amount=row.amount + 1),
    A.WRONG_ACCOUNT: lambda row, other: line(row, tail="0000" if row.tail != "0000" else "0001"),
    A.WRONG_NAME: lambda row, other: line(row, payee="李代收"),
    A.UNKNOWN_CODE: lambda row, other: line(row, code="77"),
    A.UNKNOWN: lambda row, other: line(row, reference=f"X{row.reference}"),
    A.WRONG_BATCH: lambda row, other: line(other),
    A.TRUNCATED: lambda row, other: line(row)[: len(row.reference) + 3],
    A.LATE: lambda row, other: line(row, code="R01"),
    A.DUPLICATE: lambda row, other: line(row),
}
"""How each fault reads. Late and duplicate are of rows that an earlier file paid."""
EARLIER = (A.LATE, A.DUPLICATE)
SILENT = (A.UNKNOWN, A.WRONG_BATCH, A.TRUNCATED)
"""Those that name no row of the batch: its money stays with the bank."""


def answered(treasury, count):
    """A batch and one beside it; the bank's answers, shuffled, each with what it should be called."""
    chance = Random(20261126)
    claims = treasury.crowd(count + 1, SUM)
    owed = owe_many(claims, treasury.hands())
    batch, beside = treasury.sent(owed[:-1]), treasury.sent(owed[-1:])
    rows, other = list(batch.rows.order_by("seq")), beside.rows.get()
    faulty = chance.sample(range(count), count // ONE_IN)
    kinds = list(FAULTS)
    labels = {place: kinds[turn % len(kinds)] for turn, place in enumerate(faulty)}
    early = [line(rows[place]) for place, kind in labels.items() if kind in EARLIER]
    settle_reply(batch, read_reply("\n".join(early).encode()), treasury.hands())
    lines = [
        (FAULTS[labels[place]](row, other), labels[place]) if place in labels else (line(row), A.PAID)
        for place, row in enumerate(rows)
    ]
    chance.shuffle(lines)
    return batch, rows, labels, lines


def judged(treasury, count):
    treasury.fund(SUM * (count + 1))
    batch, rows, labels, lines = answered(treasury, count)

    settlement = settle_reply(
        batch, read_reply("\n".join(said for said, _ in lines).encode()), treasury.hands()
    )

    called = [Answer(row.answer) for row in settlement.rows]
    assert [(has, should) for has, (_, should) in zip(called, lines, strict=True) if has != should] == []
    counted = Counter(labels.values())
    states = Counter(batch.rows.values_list("state", flat=True))
    silent, odd = (sum(counted[kind] for kind in kinds) for kinds in (SILENT, TO_SUSPENSE))
    assert states == Counter({
        RowState.PAID: count - silent - odd - counted[A.RETURNED], RowState.SENT: silent,
        RowState.SUSPENSE: odd, RowState.RETURNED: counted[A.RETURNED],
    })  # fmt: skip
    held = summaries()[0]
    assert (held.suspense, held.in_transit, held.returned) == (
        SUM * odd, SUM * (silent + 1), SUM * counted[A.RETURNED],
    )  # fmt: skip
    assert SuspenseItem.objects.count() == sum(n for kind, n in counted.items() if kind not in CLEAN)
    assert Payable.objects.filter(state=PayableState.PAID).count() == states[RowState.PAID]
    return batch, lines


@pytest.mark.both
@pytest.mark.django_db
def test_every_fault_of_five_hundred_answers_is_called_what_it_is(treasury):
    batch, lines = judged(treasury, 500)

    before = summaries()
    again = settle_reply(batch, read_reply("\n".join(said for said, _ in lines).encode()), treasury.hands())
    assert (len(again.rows), summaries()) == (500, before)


@pytest.mark.both
@pytest.mark.long
@pytest.mark.django_db
def test_every_fault_of_ten_thousand_answers_is_called_what_it_is(treasury):
    judged(treasury, 10_000)
