"""What the bank answers, and what is made of every way it can go wrong."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from gongjiang.law.money import yuan
from gongjiang.office.ledger.budget import summaries
from gongjiang.office.ledger.freezing import close
from gongjiang.office.ledger.models import Answer, BatchState, PayableState, ReplyRow, RowState, SuspenseItem
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply, read_yuan
from gongjiang.office.ledger.returns import reopen, replace_account
from gongjiang.office.ledger.suspense import Outcome, resolve
from tests.treasury import REWARD

COST_OF_A_REPLY = 46
pytest_plugins = ["tests.ledger_fixtures"]
pytestmark = [pytest.mark.both, pytest.mark.django_db]


@pytest.fixture
def payables(treasury):
    treasury.fund(yuan(900_000))
    return treasury.owed(3)


@pytest.fixture
def batch(treasury, payables):
    return treasury.sent(payables)


def said(row, code="00", amount=None, tail=None, message="成功"):
    return f"{row.reference},{tail or row.tail},{amount or row.amount // 100},{code},{message}"


def reply(*lines, heading="流水号,尾号,金额,结果码,说明"):
    return read_reply("\r\n".join([heading, *lines]).encode("gb18030"))


def settle(treasury, batch, *lines):
    return settle_reply(batch, reply(*lines), treasury.hands())


def answers(settlement):
    return [row.answer for row in settlement.rows]


def only(batch, seq=1):
    return batch.rows.get(seq=seq)


ODD = [
    (lambda row: said(row, amount="299999.99"), Answer.WRONG_AMOUNT),
    (lambda row: said(row, tail="9999"), Answer.WRONG_ACCOUNT),
    (lambda row: said(row, code="P1", amount="1000"), Answer.PARTIAL),
    (lambda row: said(row, code="77"), Answer.UNKNOWN_CODE),
]


@pytest.mark.parametrize(("line", "answer"), ODD)
def test_an_odd_answer_puts_the_money_in_suspense_with_a_task(treasury, batch, line, answer):
    row = only(batch)

    settlement = settle(treasury, batch, line(row))

    assert answers(settlement) == [answer]
    assert (only(batch).state, summaries()[0].suspense) == (RowState.SUSPENSE, REWARD)
    assert SuspenseItem.objects.get().reply_row == settlement.rows[0]


NOT_OURS = [
    (lambda row: said(row)[: len(row.reference) + 4], Answer.TRUNCATED),
    (lambda row: said(row, amount="三十万"), Answer.TRUNCATED),
    (lambda row: said(row, amount="-300000"), Answer.TRUNCATED),
    (lambda row: '"' + said(row), Answer.TRUNCATED),
    (lambda row: said(row).replace(row.reference, "P9999999900001"), Answer.UNKNOWN),
]


@pytest.mark.parametrize(("line", "answer"), NOT_OURS)
def test_a_line_that_names_no_row_moves_nothing_and_leaves_a_task(treasury, batch, line, answer):
    settlement = settle(treasury, batch, line(only(batch)))

    assert answers(settlement) == [answer]
    assert (only(batch).state, summaries()[0].in_transit) == (RowState.SENT, REWARD * 3)
    assert SuspenseItem.objects.count() == 1


def test_a_row_of_another_batch_moves_in_neither(treasury, batch, payables):
    settle(treasury, batch, said(only(batch), code="R01", message="账号有误"))
    payables[0].refresh_from_db()
    reopen(payables[0], treasury.account("王工1"), "更换账户", treasury.hands())
    second = treasury.sent(payables[:1])

    settlement = settle(treasury, batch, said(only(second)))

    assert (answers(settlement), only(second).state) == ([Answer.WRONG_BATCH], RowState.SENT)


def test_the_same_file_again_changes_nothing(treasury, batch):
    lines = [said(row) for row in batch.rows.all()]

    first, again = settle(treasury, batch, *lines), settle(treasury, batch, *lines)

    assert (again.reply, again.rows) == (first.reply, first.rows)
    assert summaries()[0].paid == REWARD * 3


def test_the_same_answer_in_a_later_file_is_a_duplicate_without_a_task(treasury, batch):
    settle(treasury, batch, said(only(batch)))

    settlement = settle(treasury, batch, said(only(batch), message="再次"))

    assert (answers(settlement), SuspenseItem.objects.count()) == ([Answer.DUPLICATE], 0)
    assert summaries()[0].paid == REWARD


def test_the_same_line_twice_in_one_file_pays_once(treasury, batch):
    settlement = settle(treasury, batch, said(only(batch)), said(only(batch)))

    assert answers(settlement) == [Answer.PAID, Answer.DUPLICATE]
    assert summaries()[0].paid == REWARD


def test_two_answers_for_one_row_in_one_file_settle_neither(treasury, batch):
    row = only(batch)

    settlement = settle(treasury, batch, said(row), said(row, code="R01"))

    assert answers(settlement) == [Answer.CONFLICT, Answer.CONFLICT]
    assert (summaries()[0].paid, summaries()[0].suspense) == (0, REWARD)


def test_a_broken_line_beside_a_good_one_for_the_same_row_settles_nothing(treasury, batch):
    row = only(batch)

    settlement = settle(treasury, batch, said(row, amount="3000oo"), said(row))

    assert answers(settlement) == [Answer.TRUNCATED, Answer.CONFLICT]
    assert (summaries()[0].paid, summaries()[0].suspense) == (0, REWARD)


def test_a_late_answer_that_differs_changes_nothing_and_leaves_a_task(treasury, batch):
    settle(treasury, batch, said(only(batch)))

    settlement = settle(treasury, batch, said(only(batch), code="R01", message="退汇"))

    assert (answers(settlement), only(batch).state) == ([Answer.LATE], RowState.PAID)
    assert SuspenseItem.objects.count() == 1


def test_people_may_find_a_late_return_true(treasury, batch, payables):
    settle(treasury, batch, said(only(batch)))
    settle(treasury, batch, said(only(batch), code="R01", message="退汇"))

    resolve(SuspenseItem.objects.get(), Outcome.RETURNED, "银行确认退汇", treasury.hands())

    payables[0].refresh_from_db()
    assert (payables[0].state, payables[0].reason) == (PayableState.RETURNED, "银行确认退汇")
    assert (summaries()[0].paid, summaries()[0].returned) == (0, REWARD)


def test_money_in_suspense_is_not_dismissed_and_a_question_is_settled_once(treasury, batch):
    settle(treasury, batch, said(only(batch), code="77"))
    item = SuspenseItem.objects.get()

    with pytest.raises(LedgerRefused, match="核实"):
        resolve(item, Outcome.DISMISSED, "算了", treasury.hands())
    resolve(item, Outcome.PAID, "银行来函", treasury.hands())
    with pytest.raises(LedgerRefused, match="已处理"):
        resolve(item, Outcome.RETURNED, "反悔", treasury.hands())

    assert (summaries()[0].suspense, summaries()[0].paid) == (0, REWARD)


def test_a_question_without_a_row_is_dismissed(treasury, batch):
    settle(treasury, batch, "残缺")
    item = SuspenseItem.objects.get()

    with pytest.raises(LedgerRefused, match="没有可调整"):
        resolve(item, Outcome.PAID, "误", treasury.hands())
    resolve(item, Outcome.DISMISSED, "文件残缺，已另索", treasury.hands())

    assert SuspenseItem.objects.get().outcome == "dismissed"


def test_a_returned_payment_is_paid_once_more_after_its_account_is_replaced(treasury, batch, payables):
    settle(treasury, batch, said(only(batch), code="R01", message="账号有误"))
    payable = payables[0]
    payable.refresh_from_db()
    assert (payable.state, payable.reason) == (PayableState.RETURNED, "R01 账号有误")

    fresh = treasury.account("王工1", "6222000000009876")
    reopened = reopen(payable, fresh, "本人更正", treasury.hands())
    with pytest.raises(LedgerRefused, match="只有退回"):
        reopen(payable, fresh, "本人更正", treasury.hands())
    second = treasury.sent([reopened])
    settle(treasury, second, said(only(second)))

    payable.refresh_from_db()
    assert (payable.state, only(second).tail, summaries()[0].paid) == (PayableState.PAID, "9876", REWARD)


def test_a_late_copy_of_the_return_does_not_reopen_what_was_paid_since(treasury, batch, payables):
    returned = said(only(batch), code="R01", message="账号有误")
    settle(treasury, batch, returned)
    reopen(payables[0], treasury.account("王工1", "6222000000009876"), "本人更正", treasury.hands())
    second = treasury.sent(payables[:1])
    settle(treasury, second, said(only(second)))

    settlement = settle(treasury, batch, returned, said(only(batch, 2)))

    payables[0].refresh_from_db()
    assert (answers(settlement), payables[0].state) == ([Answer.DUPLICATE, Answer.PAID], PayableState.PAID)


def test_a_return_goes_only_to_the_persons_own_account(treasury, batch, payables):
    settle(treasury, batch, said(only(batch), code="R01"))

    with pytest.raises(LedgerRefused, match="户名"):
        reopen(payables[0], treasury.account("李工"), "代收", treasury.hands())


def test_a_sum_on_its_way_keeps_its_account(treasury, batch, payables):
    with pytest.raises(LedgerRefused, match="尚未编批"):
        replace_account(payables[0], treasury.account("王工1"))


def test_a_batch_is_answered_when_no_row_waits_and_closed_when_nothing_is_asked(treasury, batch):
    settle(treasury, batch, said(only(batch, 1)), said(only(batch, 2), code="77"))
    batch.refresh_from_db()
    assert batch.state == BatchState.EXPORTED

    settle(treasury, batch, said(only(batch, 3)))
    with pytest.raises(LedgerRefused, match="待查"):
        close(batch, treasury.hand("经办甲"))
    resolve(SuspenseItem.objects.get(), Outcome.PAID, "银行来函", treasury.hands())

    assert close(batch, treasury.hand("经办甲")).state == BatchState.CLOSED


def test_a_reply_to_a_batch_that_was_not_sent_is_refused(treasury, payables):
    batch = treasury.approved(payables)

    with pytest.raises(LedgerRefused, match="已审批"):
        settle(treasury, batch, said(only(batch)))


def test_answers_are_added_and_one_of_them_moves_the_money(treasury, batch):
    settlement = settle(treasury, batch, said(only(batch)))
    row = settlement.rows[0]

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE ledger_replyrow SET answer = 'returned'")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReplyRow.objects.create(
            reply=row.reply, number=99, raw="", answer="paid", row=row.row, effective=True
        )


@pytest.mark.parametrize("column", ["amount", "payee", "tail"])
def test_a_row_of_a_batch_is_not_edited(treasury, batch, column):
    with (
        pytest.raises(DatabaseError, match="fixed fact"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE ledger_batchrow SET {column} = 7")


@pytest.mark.parametrize("change", ["sha256 = 'x'", "total = 1", "maker_id = checker_id"])
def test_a_frozen_file_is_not_edited(treasury, batch, change):
    with (
        pytest.raises(DatabaseError, match="frozen file"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE ledger_batch SET {change}")


def test_a_batch_of_two_people_is_refused_by_the_database(treasury, payables):
    batch = treasury.approved(payables)

    with pytest.raises(IntegrityError, match="third"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_batch SET approver_id = checker_id WHERE id = %s", [batch.pk])


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("300000", yuan(300_000)),
        ("0.01", 1),
        ("12.5", 1250),
        ("1e3", None),
        ("1,000", None),
        ("１０", None),
        ("", None),
    ],
)
def test_a_figure_is_read_strictly(text, fen):
    assert read_yuan(text) == fen


def test_a_question_opens_a_closed_batch_again(treasury, batch):
    settle(treasury, batch, *[said(row) for row in batch.rows.all()])
    close(batch, treasury.hand("经办甲"))

    settle(treasury, batch, "残缺")

    batch.refresh_from_db()
    assert batch.state == BatchState.ANSWERED


@pytest.mark.parametrize("data", [b"", b"\r\n", b"a,b\x00,1,00,"])
def test_a_reply_without_text_is_refused(data):
    with pytest.raises(LedgerRefused, match="回盘文件"):
        read_reply(data)


def test_a_reply_in_no_known_encoding_is_refused():
    with pytest.raises(LedgerRefused, match="编码"):
        read_reply(b"\xff\xff\xff")


@pytest.mark.parametrize("count", [2, 12])
def test_a_reply_of_many_rows_costs_the_statements_of_a_few(treasury, count):
    treasury.fund(REWARD * count)
    batch = treasury.sent(treasury.owed(count))
    lines = [said(row, code="R01" if row.seq % 2 else "00") for row in batch.rows.all()]

    with CaptureQueriesContext(connection) as statements:
        settlement = settle(treasury, batch, *lines)

    assert (len(settlement.of(Answer.PAID)), len(statements)) == (count // 2, COST_OF_A_REPLY)
