"""Whatever is asked, in whatever order: the books balance, and no line is ever overspent."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from gongjiang.law.money import yuan
from gongjiang.office.ledger.batches import withdraw
from gongjiang.office.ledger.budget import appropriate, available, summaries
from gongjiang.office.ledger.check import assert_balanced
from gongjiang.office.ledger.lines import chart
from gongjiang.office.ledger.models import Batch, BatchRow, Kind, Payable, SuspenseItem, Transfer
from gongjiang.office.ledger.owing import owe, stop
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.reserves import reserve, void_reserve
from gongjiang.office.ledger.returns import reopen
from gongjiang.office.ledger.suspense import Outcome, resolve
from tests.treasury import CLAUSE, LINE, Treasury

PEOPLE = 5
FORGERY = """INSERT{} INTO ledger_transfer ("key", body_sha256, journal, kind, clause, note, "on", at,
  debit_id, credit_id, amount, maker_id, checker_id)
  VALUES ('raw', '', 'raw', 'post', '', '', '2026-11-25', '2026-11-25 00:00:00', %s, %s, %s, %s, %s)"""
SMALL = settings(
    max_examples=12, stateful_step_count=30, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
who = st.integers(0, PEOPLE - 1)
sums = st.integers(1, yuan(6))
codes = st.sampled_from(["00", "R01", "P1", "77", ""])


def attempt(act, *arguments):
    """An expected no is an answer; anything else is a fault."""
    try:
        return act(*arguments)
    except LedgerRefused:
        return None


class Books(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.appropriated = 0
        self.treasury = Treasury()

    def teardown(self):
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @initialize(amount=sums)
    def open(self, amount):
        self.treasury.fund(amount)
        self.appropriated += amount
        self.cases = [self.treasury.case(f"王工{n}") for n in range(PEOPLE)]
        self.accounts = [self.treasury.account(f"王工{n}") for n in range(PEOPLE)]
        self.hands = self.treasury.hands()

    @rule(amount=sums, number=st.integers(2, 9))
    def appropriate(self, amount, number):
        before = Transfer.objects.count()
        if attempt(appropriate, LINE, amount, f"测试〔2026〕{number}号", self.hands):
            self.appropriated += amount * (Transfer.objects.count() - before)

    @rule(n=who, amount=sums)
    def reserve(self, n, amount):
        attempt(reserve, self.cases[n], LINE, amount, CLAUSE, self.hands)

    @rule(n=who)
    def void(self, n):
        attempt(void_reserve, self.cases[n], CLAUSE, "撤下", self.hands)

    @rule(n=who, amount=sums)
    def owe(self, n, amount):
        attempt(owe, self.treasury.claim(self.cases[n], amount, self.accounts[n]), self.hands)

    @rule(n=who)
    def stop(self, n):
        for payable in Payable.objects.filter(case=self.cases[n]):
            attempt(stop, payable, "停付", self.hands)

    @rule()
    def send(self):
        owed = list(Payable.objects.filter(state="owed"))
        if owed:
            attempt(self.treasury.sent, owed)

    @rule()
    def withdraw(self):
        owed = list(Payable.objects.filter(state="owed"))
        if owed:
            withdraw(self.treasury.approved(owed), "作废", self.hands)

    @rule(code=codes, n=who, slip=st.integers(0, 1))
    def answer(self, code, n, slip):
        rows = list(BatchRow.objects.exclude(state="withdrawn").order_by("pk"))
        if rows:
            row = rows[n % len(rows)]
            line = f"{row.reference},{row.tail},{row.amount // 100}.{row.amount % 100 + slip:02d},{code},"
            settle_reply(Batch.objects.get(pk=row.batch_id), read_reply(line.encode()), self.hands)

    @rule(outcome=st.sampled_from(list(Outcome)))
    def resolve(self, outcome):
        for item in SuspenseItem.objects.all():
            attempt(resolve, item, outcome, "核实", self.hands)

    @rule()
    def reopen(self):
        for payable in Payable.objects.all():
            attempt(reopen, payable, payable.account, "核实", self.hands)

    @rule(amount=st.integers(-yuan(2), yuan(20)), verb=st.sampled_from(["", " OR IGNORE", " OR REPLACE"]))
    def forge(self, amount, verb):
        """A raw statement that asks for more than there is, or for less than nothing."""
        if 0 < amount <= available(LINE):
            return
        accounts, verb = chart(LINE), verb if connection.vendor == "sqlite" else ""
        ends = (accounts[Kind.BUDGET].pk, accounts[Kind.PAYABLE].pk)
        values = (*ends, amount, self.hands.maker.pk, self.hands.checker.pk)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(FORGERY.format(verb), values)
        except DatabaseError:
            return

    @invariant()
    def balanced(self):
        assert_balanced()

    @invariant()
    def every_fen_is_somewhere(self):
        for line in summaries():
            waiting = (line.available, line.reserved, line.payable, line.returned)
            held = (*waiting, line.in_transit, line.suspense, line.paid, line.receivable)
            assert min(held) >= 0
            assert (sum(held), line.appropriated) == (self.appropriated, self.appropriated)


@pytest.mark.both
@pytest.mark.django_db
def test_the_books_balance_whatever_is_asked():
    run_state_machine_as_test(Books, settings=SMALL)


@pytest.mark.both
@pytest.mark.long
@pytest.mark.django_db
def test_the_books_balance_through_twenty_thousand_calls():
    run_state_machine_as_test(Books, settings=settings(SMALL, max_examples=400, stateful_step_count=50))
