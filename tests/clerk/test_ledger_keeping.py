"""Debts given back by instalments, months closed for good, years carried over: by adding, to the fen."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from gongjiang.law.money import yuan
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger import kept
from gongjiang.office.ledger.budget import appropriate, available, summaries
from gongjiang.office.ledger.carrying_over import carry_over
from gongjiang.office.ledger.check import assert_balanced
from gongjiang.office.ledger.closing import close_month, next_month
from gongjiang.office.ledger.corrections import reverse
from gongjiang.office.ledger.debts import debts, with_moves
from gongjiang.office.ledger.lines import Line, chart
from gongjiang.office.ledger.models import (
    Appropriation,
    ClosedBalance,
    DebtState,
    Kind,
    MonthClose,
    Payable,
    Recovery,
    SuspenseItem,
    Transfer,
)
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.owing import owe, stop
from gongjiang.office.ledger.recovering import agree_plan, outstanding, recover, repay, write_off
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.reserves import reserve
from gongjiang.office.ledger.suspense import Outcome, resolve
from tests import append_only
from tests.treasury import CLAUSE, LINE, REWARD, TODAY

pytestmark = [pytest.mark.both, pytest.mark.django_db]
PAPER = "追〔2026〕1号"
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
AFTER = date(2026, 12, 3)
NEW_YEAR = date(2027, 1, 4)
NEXT = Line(LINE.fund, 2027, LINE.line)


@pytest.fixture
def payable(treasury):
    treasury.fund(yuan(900_000))
    return treasury.paid()[0]


@pytest.fixture
def debt(treasury, payable):
    return recover(payable, REWARD, "骗取", PAPER, treasury.hands())


def run(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def state(debt, on=TODAY):
    return debts(with_moves(Recovery.objects.filter(pk=debt.pk)), on)[0]


def monthly(count, amount):
    return [(TODAY + timedelta(days=30 * n), amount) for n in range(1, count + 1)]


def test_a_debt_that_was_written_off_has_no_instalment_to_come(treasury, debt):
    agree_plan(debt, monthly(3, yuan(100_000)), treasury.hands())
    repay(debt, yuan(40_000), TODAY, "R-1", treasury.hands())
    assert state(debt).next.rest == yuan(60_000)

    write_off(debt, "核〔2026〕1号", "下落不明", treasury.hands())

    assert state(debt).next is None


def test_a_debt_is_booked_given_back_and_the_rest_written_off(treasury, debt):
    assert (summaries()[0].paid, summaries()[0].receivable) == (0, REWARD)

    repay(debt, yuan(120_000), TODAY, "R-1", treasury.hands())
    repay(debt, yuan(30_000), TODAY, "R-2", treasury.hands())
    assert (outstanding(debt), available(LINE)) == (yuan(150_000), yuan(750_000))
    write_off(debt, "核〔2026〕1号", "下落不明", treasury.hands())

    line, held = summaries()[0], state(debt)
    assert (line.receivable, line.written_off, line.paid) == (0, yuan(150_000), 0)
    assert (held.state, held.outstanding, held.received) == (DebtState.WRITTEN_OFF, 0, yuan(150_000))
    assert line.whole == line.available + line.written_off


def test_what_is_recovered_is_at_most_what_was_paid(treasury, payable):
    recover(payable, yuan(200_000), "骗取", PAPER, treasury.hands())

    with pytest.raises(LedgerRefused, match="超过"):
        recover(payable, yuan(100_001), "骗取", "追〔2026〕2号", treasury.hands())

    assert (summaries()[0].paid, summaries()[0].receivable) == (yuan(100_000), yuan(200_000))


def test_the_same_recovery_again_finds_it(treasury, payable, debt):
    assert recover(payable, REWARD, "骗取", PAPER, treasury.hands()) == debt
    assert summaries()[0].receivable == REWARD


def test_nobody_recovers_what_was_not_paid_nor_their_own(treasury, debt, payable):
    owed = owe(treasury.claim(treasury.case("李工")), treasury.hands())

    with pytest.raises(LedgerRefused, match="没有已付"):
        recover(owed, REWARD, "误付", PAPER, treasury.hands())
    with pytest.raises(LedgerRefused, match="本人"):
        recover(payable, 1, "误付", "追〔2026〕2号", treasury.hands(maker=payable.person.name))
    with pytest.raises(LedgerRefused, match="事由"):
        recover(payable, 1, "", PAPER, treasury.hands())


def test_never_more_comes_back_than_is_owed(treasury, debt):
    repay(debt, yuan(299_999), TODAY, "R-1", treasury.hands())

    with pytest.raises(LedgerRefused, match="尚欠¥1.00"):
        repay(debt, yuan(1) + 1, TODAY, "R-2", treasury.hands())
    repay(debt, yuan(1), TODAY, "R-2", treasury.hands())

    assert state(debt).state == DebtState.SETTLED
    with pytest.raises(LedgerRefused, match="已结清"):
        write_off(debt, "核〔2026〕1号", "无", treasury.hands())


def test_a_slip_of_the_bank_serves_once(treasury, debt):
    first = repay(debt, yuan(10), TODAY, "R-1", treasury.hands())

    assert repay(debt, yuan(10), TODAY, "R-1", treasury.hands()) == first
    with pytest.raises(LedgerRefused, match="已登记"):
        repay(debt, yuan(11), TODAY, "R-1", treasury.hands())

    assert outstanding(debt) == REWARD - yuan(10)


def test_the_plan_makes_up_the_debt_and_says_what_is_overdue(treasury, debt):
    agree_plan(debt, monthly(3, yuan(100_000)), treasury.hands())
    repay(debt, yuan(130_000), TODAY, "R-1", treasury.hands())

    held = state(debt, TODAY + timedelta(days=61))

    assert [(part.received, part.overdue) for part in held.parts] == [
        (yuan(100_000), False),
        (yuan(30_000), True),
        (0, False),
    ]
    assert (held.state, held.overdue, held.next.instalment.seq) == (DebtState.OVERDUE, yuan(70_000), 2)
    assert state(debt, TODAY + timedelta(days=60)).state == DebtState.OPEN


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ([], "1 至 120"),
        ([(TODAY, REWARD - 1)], "合计"),
        ([(TODAY, yuan(150_000)), (TODAY, yuan(150_000))], "由早到晚"),
        ([(TODAY, REWARD + 1), (TODAY + timedelta(days=1), -1)], "大于零"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(treasury, debt, plan, words):
    with pytest.raises(LedgerRefused, match=words):
        agree_plan(debt, plan, treasury.hands())


def test_a_later_plan_takes_the_place_of_an_earlier_one(treasury, debt):
    agree_plan(debt, monthly(3, yuan(100_000)), treasury.hands())
    agree_plan(debt, monthly(2, yuan(150_000)), treasury.hands())

    assert [part.instalment.amount for part in state(debt).parts] == [yuan(150_000)] * 2
    assert debt.instalments.count() == 5


def test_debts_are_read_in_the_same_queries_however_many(treasury, django_assert_num_queries):
    treasury.fund(REWARD * 4)
    for n, payable in enumerate(treasury.paid(4)):
        held = recover(payable, REWARD, "误付", f"追〔2026〕{n}号", treasury.hands(), plan=monthly(1, REWARD))
        repay(held, 1, TODAY, f"R-{n}", treasury.hands())

    with django_assert_num_queries(3):
        found = debts(with_moves(Recovery.objects.all()), TODAY)

    assert sum(one.outstanding for one in found) == 4 * (REWARD - 1)


def test_a_late_return_of_a_payment_being_recovered_is_a_repayment(treasury, debt, payable):
    row = payable.rows.get()
    line = f"{row.reference},{row.tail},{row.amount // 100}.00,R01,退汇"
    settle_reply(row.batch, read_reply(line.encode()), treasury.hands())

    with pytest.raises(LedgerRefused, match="已立追缴"):
        resolve(SuspenseItem.objects.get(), Outcome.RETURNED, "退汇", treasury.hands())


@pytest.mark.parametrize("table", ["recovery", "instalment", "repayment", "writeoff"])
def test_nothing_of_a_debt_is_edited_or_deleted(treasury, debt, table):
    agree_plan(debt, monthly(1, REWARD), treasury.hands())
    repay(debt, yuan(1), TODAY, "R-1", treasury.hands())
    write_off(debt, "核〔2026〕1号", "无", treasury.hands())

    for statement in (f"UPDATE ledger_{table} SET id = id", f"DELETE FROM ledger_{table}"):
        with pytest.raises(DatabaseError, match="append-only"):
            run(statement)


def test_the_database_itself_refuses_more_than_is_owed_back(treasury, debt):
    paid = repay(debt, yuan(1), TODAY, "R-1", treasury.hands()).transfer_id
    other = Transfer.objects.filter(amount=REWARD).latest("pk").pk
    insert = (
        "INSERT INTO ledger_repayment (recovery_id, transfer_id, serial, received_on) VALUES (%s, %s, %s, %s)"
    )

    with pytest.raises(DatabaseError, match="more than is owed back"):
        run(insert, debt.pk, other, "R-9", TODAY)
    with pytest.raises(DatabaseError):
        run(insert, debt.pk, paid, "R-9", TODAY)


# Month close


def test_a_closed_month_takes_nothing_more_and_keeps_what_stood_in_it(treasury, payable):
    close = close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))

    with pytest.raises(LedgerRefused, match="2026-11已月结"):
        reserve(treasury.case("李工"), LINE, REWARD, CLAUSE, treasury.hands())
    reserve(treasury.case("李工"), LINE, REWARD, CLAUSE, treasury.hands(on=AFTER))

    held = {one.account.kind: one.held for one in close.balances.select_related("account")}
    assert (held["budget"], held["expense"], held["source"]) == (yuan(600_000), REWARD, -yuan(900_000))
    assert list(kept.closed_months()) == []
    assert Leaf.objects.filter(kind="month.close").count() == 1


def test_the_same_act_again_is_found_though_its_month_is_closed(treasury, payable):
    claim = Payable.objects.get()
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))

    again = owe(treasury.claim(claim.case, account=claim.account), treasury.hands())

    assert again == claim


def test_months_close_in_order_when_they_are_over_and_once(treasury, payable):
    with pytest.raises(LedgerRefused, match="应先结2026-11"):
        close_month(LINE, DECEMBER, treasury.hands(on=NEW_YEAR))
    with pytest.raises(LedgerRefused, match="尚未结束"):
        close_month(LINE, NOVEMBER, treasury.hands(on=date(2026, 11, 30)))
    with pytest.raises(LedgerRefused, match="不同人员"):
        close_month(LINE, NOVEMBER, treasury.hands("经办甲", "经办甲", on=AFTER))
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    with pytest.raises(LedgerRefused, match="应先结2026-12"):
        close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    close_month(LINE, DECEMBER, treasury.hands(on=NEW_YEAR))

    assert next_month(LINE) == date(2027, 1, 1)


def test_a_correction_of_a_closed_month_is_dated_later(treasury):
    treasury.fund(REWARD)
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    posted = Transfer.objects.get()

    with pytest.raises(LedgerRefused, match="已月结"):
        reverse(posted, "文号有误", treasury.hands())
    reverse(posted, "文号有误", treasury.hands(on=AFTER))

    assert (summaries()[0].appropriated, list(kept.closed_months())) == (0, [])


def test_the_database_dates_nothing_in_a_closed_month(treasury, payable):
    accounts, names = chart(LINE), ("经办甲", "复核乙")
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    insert = (
        'INSERT INTO ledger_transfer ("key", body_sha256, journal, kind, clause, note, "on", at,'
        " debit_id, credit_id,"
        " amount, maker_id, checker_id) VALUES (%s, '', '', 'post', '', '', %s,"
        " '2026-12-03 00:00:00', %s, %s, 100, %s, %s)"
    )
    ends = (
        accounts[Kind.BUDGET].pk,
        accounts[Kind.PAYABLE].pk,
        *(treasury.person(name).pk for name in names),
    )

    for day in ("2026-11-30", "2026-10-01"):
        with pytest.raises(DatabaseError, match="month is closed"):
            run(insert, "raw", day, *ends)
    with transaction.atomic():
        run(insert, "raw", "2026-12-01", *ends)
        transaction.set_rollback(True)


@pytest.mark.parametrize("table", ["monthclose", "closedbalance"])
def test_a_close_is_not_undone(treasury, payable, table):
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))

    for statement in (f"UPDATE ledger_{table} SET id = id", f"DELETE FROM ledger_{table}"):
        with pytest.raises(DatabaseError, match="append-only"):
            run(statement)


def test_the_database_closes_in_order(treasury, payable):
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    people = {"maker": treasury.person("经办甲"), "checker": treasury.person("复核乙")}
    of = {
        "fund": LINE.fund,
        "year": LINE.year,
        "line": LINE.line,
        "transfers": 0,
        "sha256": "",
        "at": "2027-03-01T00:00Z",
    }

    for month, until in ((date(2027, 1, 1), date(2027, 1, 31)), (date(2026, 10, 1), date(2026, 10, 31))):
        with pytest.raises(DatabaseError, match="in order"), transaction.atomic():
            MonthClose.objects.create(month=month, until=until, on=date(2027, 3, 1), **of, **people)


def test_one_fen_changed_in_a_closed_month_is_found(treasury, payable):
    close_month(LINE, NOVEMBER, treasury.hands(on=AFTER))
    with append_only.lifted():
        ClosedBalance.objects.filter(account__kind="budget").update(credit_posted=1)

    assert {fault.side for fault in kept.closed_months()} == {"credit_posted", "close"}
    with pytest.raises(AssertionError):
        assert_balanced()
    with append_only.lifted():
        ClosedBalance.objects.filter(account__kind="budget").update(credit_posted=yuan(900_000))


# Carry-over


def test_what_is_free_goes_to_the_next_year_and_the_rest_stays(treasury, payable):
    reserve(treasury.case("李工"), LINE, yuan(100_000), CLAUSE, treasury.hands())

    carried = carry_over(LINE, yuan(500_000), "结〔2026〕1号", treasury.hands(on=NEW_YEAR))

    old, new = summaries()
    assert carried.grounds == Grounds.CARRIED
    assert (old.carried_out, old.available, old.reserved, old.paid) == (
        yuan(500_000),
        0,
        yuan(100_000),
        REWARD,
    )
    assert (new.line, new.carried_in, new.available, new.appropriated) == (
        NEXT,
        yuan(500_000),
        yuan(500_000),
        0,
    )
    assert (old.whole, new.whole) == (yuan(900_000), yuan(500_000))


def test_what_was_reserved_is_owed_and_paid_on_the_old_year(treasury, payable):
    case = treasury.case("李工")
    reserve(case, LINE, REWARD, CLAUSE, treasury.hands())
    carry_over(LINE, REWARD, "结〔2026〕1号", treasury.hands(on=NEW_YEAR))

    owe(treasury.claim(case), treasury.hands(on=NEW_YEAR))

    assert (summaries(2026)[0].payable, summaries(2027)[0].payable) == (REWARD, 0)


def test_nothing_is_carried_before_the_year_ends_nor_another_sum_than_was_seen(treasury, payable):
    with pytest.raises(LedgerRefused, match="尚未结束"):
        carry_over(LINE, yuan(600_000), "结〔2026〕1号", treasury.hands(on=date(2026, 12, 30)))
    with pytest.raises(LedgerRefused, match="现为¥600,000.00"):
        carry_over(LINE, yuan(500_000), "结〔2026〕1号", treasury.hands(on=NEW_YEAR))
    with pytest.raises(LedgerRefused, match="不同人员"):
        carry_over(LINE, yuan(600_000), "结〔2026〕1号", treasury.hands("经办甲", "经办甲", on=NEW_YEAR))

    assert Appropriation.objects.count() == 1


def test_what_becomes_free_later_is_carried_again(treasury):
    treasury.fund(yuan(900_000))
    owed = treasury.owed(1)[0]
    carry_over(LINE, yuan(600_000), "结〔2026〕1号", treasury.hands(on=NEW_YEAR))
    stop(owed, "停付", treasury.hands(on=NEW_YEAR))

    carry_over(LINE, REWARD, "结〔2027〕2号", treasury.hands(on=NEW_YEAR))

    assert [(one.carried_in, one.carried_out) for one in summaries()] == [
        (0, yuan(900_000)),
        (yuan(900_000), 0),
    ]


def test_a_year_that_is_kept_here_is_carried_and_not_appropriated_again(treasury):
    treasury.fund(REWARD)

    with pytest.raises(LedgerRefused, match="办理年终结转"):
        appropriate(NEXT, REWARD, "结〔2026〕1号", treasury.hands(), Grounds.CARRIED)


def test_a_carry_over_is_not_reversed(treasury):
    treasury.fund(REWARD)
    carried = carry_over(LINE, REWARD, "结〔2026〕1号", treasury.hands(on=NEW_YEAR))

    with pytest.raises(LedgerRefused, match="不冲销"):
        reverse(carried.transfer, "有误", treasury.hands(on=NEW_YEAR))


def test_the_database_lets_no_other_money_leave_its_line(treasury):
    treasury.fund(REWARD)
    treasury.fund(REWARD, line=Line(LINE.fund, 2028, LINE.line))
    treasury.fund(REWARD, line=Line(LINE.fund, 2027, "9.9"))
    names = [treasury.person(name).pk for name in ("经办甲", "复核乙")]
    insert = (
        'INSERT INTO ledger_transfer ("key", body_sha256, journal, kind, clause, note, "on", at,'
        " debit_id, credit_id,"
        " amount, maker_id, checker_id) VALUES ('raw', '', '', 'post', '', '', '2027-01-04',"
        " '2027-01-04 00:00:00', %s, %s, 100, %s, %s)"
    )
    for line in (Line(LINE.fund, 2028, LINE.line), Line(LINE.fund, 2027, "9.9")):
        with pytest.raises(DatabaseError, match="stays on its line"):
            run(insert, chart(LINE)[Kind.BUDGET].pk, chart(line)[Kind.BUDGET].pk, *names)
