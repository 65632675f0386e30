"""A generated year of money beside a model of it in plain Python: they never differ, not in a refusal."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from gongjiang.law.money import yuan
from gongjiang.law.terms import Fund
from gongjiang.office.ledger.batches import withdraw
from gongjiang.office.ledger.budget import allow, appropriate, summaries
from gongjiang.office.ledger.carrying_over import carry_over
from gongjiang.office.ledger.check import assert_balanced
from gongjiang.office.ledger.closing import close_month, next_month
from gongjiang.office.ledger.debts import debts, with_moves
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Payable, Recovery, RowState, SuspenseItem
from gongjiang.office.ledger.owing import owe, stop
from gongjiang.office.ledger.recovering import agree_plan, recover, repay, write_off
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.reserves import reserve, void_reserve
from gongjiang.office.ledger.returns import reopen
from gongjiang.office.ledger.suspense import Outcome, resolve
from tests.treasury import CLAUSE, DOCUMENT, LINE, Treasury

PEOPLE, FIRST_DAY = 4, date(2026, 10, 5)
LAST_DAY = date(2027, 4, 30)
KINDS = (
    "appropriated", "available", "reserved", "payable", "in_transit", "suspense", "returned", "paid",
    "receivable", "written_off", "carried_in", "carried_out",
)  # fmt: skip
HOLDING = KINDS[1:10]
WHERE = {
    "owed": "payable",
    "sent": "in_transit",
    "suspense": "suspense",
    "returned": "returned",
    "paid": "paid",
}
SMALL = settings(
    max_examples=3, stateful_step_count=50, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
who = st.integers(0, PEOPLE - 1)
sums = st.integers(1, yuan(6))
astray = st.sampled_from([False, False, False, True])
"""Most of what is asked is what may be had; now and then it is not."""


@dataclass
class Owed:
    """What one person is owed: where its money is, of which year, how much of it is asked back."""

    state: str
    amount: int
    year: int
    asked_back: int = 0


@dataclass
class Debt:
    year: int
    amount: int
    received: int = 0
    given_up: int = 0
    parts: int = 0

    @property
    def rest(self) -> int:
        return self.amount - self.received - self.given_up


class Model:
    """The year as somebody would keep it on paper: a table of sums by year, and a few lists."""

    def __init__(self):
        self.day = FIRST_DAY
        self.sums = {}
        self.reserves, self.owed = {}, {}
        self.debts = []
        self.first, self.closed = {}, {}

    @property
    def year(self):
        return self.day.year

    def moves(self, year, source, target, amount):
        """One movement, from the state's purse where no source is named."""
        self.sums.setdefault(year, defaultdict(int))
        if source:
            self.sums[year][source] -= amount
        self.sums[year][target] += amount
        self.first.setdefault(year, self.day.replace(day=1))

    def has(self, year, amount):
        return year in self.sums and self.sums[year]["available"] >= amount

    def month(self, year):
        """The month to close next."""
        if year in self.closed:
            return self.closed[year] + timedelta(days=1)
        return self.first.get(year)

    def told(self):
        """As the ledger's summaries tell it."""
        return {year: {kind: sums[kind] for kind in KINDS} for year, sums in sorted(self.sums.items())}


class Year(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.treasury, self.model = Treasury(day=FIRST_DAY), Model()
        self.papers = self.steps = 0

    def teardown(self):
        assert_balanced()
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @initialize(amount=st.integers(yuan(10), yuan(60)))
    def open(self, amount):
        allow(LINE.fund, LINE.line, DOCUMENT, date(2020, 1, 1))
        self.budget(amount)
        self.cases = [self.treasury.case(f"王工{n}") for n in range(PEOPLE)]
        self.accounts = [self.treasury.account(f"王工{n}") for n in range(PEOPLE)]

    @property
    def hands(self):
        return self.treasury.hands()

    def paper(self):
        self.papers += 1
        return f"测〔2026〕{self.papers}号"

    def line(self, year=None):
        return replace(LINE, year=year or self.model.year)

    def agrees(self, allowed, act, *arguments):
        """The ledger does it exactly when the model says that it may."""
        try:
            with transaction.atomic():
                done = act(*arguments)
        except LedgerRefused as no:
            if allowed:
                raise AssertionError(f"the model would have allowed this: {no}") from no
            return None
        assert allowed, "done, and should have been refused"
        return done

    @rule(days=st.integers(1, 45))
    def time_passes(self, days):
        self.model.day = min(self.model.day + timedelta(days=days), LAST_DAY)
        self.treasury.day = self.model.day

    @rule(amount=sums)
    def appropriate(self, amount):
        self.budget(amount)

    def budget(self, amount):
        self.agrees(True, appropriate, self.line(), amount, self.paper(), self.hands)
        self.model.moves(self.model.year, None, "available", amount)
        self.model.sums[self.model.year]["appropriated"] += amount

    @precondition(lambda self: len(self.model.sums) == 1 and not self.model.owed)
    @rule(n=who, amount=sums)
    def another_fund_pays_nothing(self, n, amount):
        self.agrees(
            False, reserve, self.cases[n], Line(Fund.EMPLOYMENT, 2026, CLAUSE), amount, CLAUSE, self.hands
        )

    @rule(n=who, amount=sums)
    def reserve(self, n, amount):
        m, held = self.model, self.model.reserves.get(n)
        allowed = held == (m.year, amount) if held else m.has(m.year, amount)
        self.agrees(
            allowed and m.year in m.sums, reserve, self.cases[n], self.line(), amount, CLAUSE, self.hands
        )
        if allowed and not held:
            m.reserves[n] = (m.year, amount)
            m.moves(m.year, "available", "reserved", amount)

    @precondition(lambda self: self.model.reserves)
    @rule(n=who, stray=astray)
    def void(self, n, stray):
        held_by = sorted(self.model.reserves)
        n = n if stray else held_by[n % len(held_by)]
        held = self.model.reserves.pop(n, None)
        self.agrees(held is not None, void_reserve, self.cases[n], CLAUSE, "撤下", self.hands)
        if held:
            self.model.moves(held[0], "reserved", "available", held[1])

    @rule(n=who, amount=sums, as_reserved=astray.map(lambda stray: not stray))
    def owe(self, n, amount, as_reserved):
        m, held = self.model, self.model.reserves.get(n)
        year = held[0] if held else m.year
        amount = held[1] if held and as_reserved else amount
        live = m.owed.get(n)
        if live:
            allowed = (live.year, live.amount) == (year, amount)
        else:
            allowed = held[1] == amount if held else m.has(year, amount)
        claim = replace(self.treasury.claim(self.cases[n], amount, self.accounts[n]), line=self.line(year))
        self.agrees(allowed and year in m.sums, owe, claim, self.hands)
        if allowed and not live:
            m.owed[n] = Owed("owed", amount, year)
            m.moves(year, "reserved" if held else "available", "payable", amount)
            if held:
                del m.reserves[n]

    def one_that(self, n, holds, stray):
        """A person whose money stands so, where there is one; anybody, when it goes astray."""
        fit = [k for k in sorted(self.model.owed) if holds(self.model.owed[k])]
        return n if stray or not fit else fit[n % len(fit)]

    def payable(self, n):
        return Payable.objects.filter(case=self.cases[n]).exclude(state="stopped").first()

    @precondition(lambda self: self.model.owed)
    @rule(n=who, stray=astray)
    def stop(self, n, stray):
        n = self.one_that(n, lambda one: one.state == "returned", stray)
        live = self.model.owed.get(n)
        if live:
            allowed = live.state in ("owed", "returned")
            self.agrees(allowed, stop, self.payable(n), "停付", self.hands)
            if allowed:
                self.model.moves(live.year, WHERE[live.state], "available", live.amount)
                del self.model.owed[n]

    @precondition(lambda self: any(one.state == "owed" for one in self.model.owed.values()))
    @rule(given_up=st.booleans())
    def batch(self, given_up):
        """Opened, filled, locked, fixed, signed twice; then withdrawn, or sent."""
        year = next(one.year for one in self.model.owed.values() if one.state == "owed")
        chosen = {n: o for n, o in self.model.owed.items() if (o.state, o.year) == ("owed", year)}
        payables = [self.payable(n) for n in sorted(chosen)]
        if given_up:
            self.agrees(True, withdraw, self.treasury.approved(payables), "作废", self.hands)
            return
        self.agrees(True, self.treasury.sent, payables)
        for one in chosen.values():
            self.model.moves(year, "payable", "in_transit", one.amount)
            one.state = "sent"

    @precondition(lambda self: any(one.state == "sent" for one in self.model.owed.values()))
    @rule(code=st.sampled_from(["00", "00", "R01", "77"]))
    def reply(self, code):
        n = next(n for n, one in sorted(self.model.owed.items()) if one.state == "sent")
        row, one = self.payable(n).rows.get(state=RowState.SENT), self.model.owed[n]
        said = f"{row.reference},{row.tail},{row.amount // 100}.{row.amount % 100:02d},{code},"
        self.agrees(True, settle_reply, row.batch, read_reply(said.encode()), self.hands)
        self.goes(n, {"00": "paid", "R01": "returned", "77": "suspense"}[code], one)

    @rule(n=who, amount=sums, code=st.sampled_from(["00", "00", "00", "R01", "77"]))
    def pay_out(self, n, amount, code):
        """The whole way at once, so that much is paid: owed, sent, answered."""
        if n not in self.model.owed and n not in self.model.reserves:
            self.owe(n, amount, as_reserved=False)
        if any(one.state == "owed" for one in self.model.owed.values()):
            self.batch(given_up=False)
        while any(one.state == "sent" for one in self.model.owed.values()):
            self.reply(code)

    def goes(self, n, to, one):
        self.model.moves(one.year, WHERE[one.state], WHERE[to], one.amount)
        one.state = to

    @precondition(lambda self: any(one.state == "suspense" for one in self.model.owed.values()))
    @rule(outcome=st.sampled_from([Outcome.PAID, Outcome.RETURNED, Outcome.DISMISSED]))
    def resolve(self, outcome):
        n = next(n for n, one in sorted(self.model.owed.items()) if one.state == "suspense")
        item = SuspenseItem.objects.get(outcome="", reply_row__row__payable=self.payable(n))
        allowed = outcome is not Outcome.DISMISSED
        self.agrees(allowed, resolve, item, outcome, "核实", self.hands)
        if allowed:
            self.goes(n, outcome.value, self.model.owed[n])

    @precondition(lambda self: any(one.state == "returned" for one in self.model.owed.values()))
    @rule(n=who, stray=astray)
    def pay_again(self, n, stray):
        n = self.one_that(n, lambda one: one.state == "returned", stray)
        live = self.model.owed.get(n)
        if live:
            allowed = live.state == "returned"
            self.agrees(allowed, reopen, self.payable(n), self.accounts[n], "账户已核实", self.hands)
            if allowed:
                self.goes(n, "owed", live)

    @precondition(lambda self: any(one.state == "paid" for one in self.model.owed.values()))
    @rule(n=who, amount=sums, whole=st.booleans(), stray=astray)
    def recover(self, n, amount, whole, stray):
        n = self.one_that(n, lambda one: one.state == "paid" and one.asked_back < one.amount, stray)
        live = self.model.owed.get(n)
        if live:
            amount = max(live.amount - live.asked_back, 1) if whole else amount
            allowed = live.state == "paid" and live.asked_back + amount <= live.amount
            self.agrees(allowed, recover, self.payable(n), amount, "误付", self.paper(), self.hands)
            if allowed:
                live.asked_back += amount
                self.model.debts.append(Debt(live.year, amount))
                self.model.moves(live.year, "paid", "receivable", amount)

    def debt(self, which):
        held = which % len(self.model.debts)
        return self.model.debts[held], Recovery.objects.order_by("pk")[held]

    @precondition(lambda self: self.model.debts)
    @rule(which=who, parts=st.integers(1, 4), slip=st.integers(-1, 1))
    def instal(self, which, parts, slip):
        debt, held = self.debt(which)
        each = debt.amount // parts
        amounts = [each] * (parts - 1) + [debt.amount - each * (parts - 1) + slip]
        plan = [(self.model.day + timedelta(days=n), amount) for n, amount in enumerate(amounts)]
        allowed = not slip and debt.rest > 0 and min(amounts) > 0
        self.agrees(allowed, agree_plan, held, plan, self.hands)
        if allowed:
            debt.parts = parts

    @precondition(lambda self: self.model.debts)
    @rule(which=who, amount=sums, part=st.sampled_from([1, 2, 3, 0]))
    def give_back(self, which, amount, part):
        debt, held = self.debt(which)
        amount = max(debt.rest // part, 1) if part else amount
        allowed = amount <= debt.rest
        self.agrees(allowed, repay, held, amount, self.model.day, self.paper(), self.hands)
        if allowed:
            debt.received += amount
            self.model.moves(debt.year, "receivable", "available", amount)

    @precondition(lambda self: self.model.debts)
    @rule(which=who)
    def write_off(self, which):
        debt, held = self.debt(which)
        rest = debt.rest
        self.agrees(rest > 0, write_off, held, self.paper(), "追不回", self.hands)
        if rest:
            debt.given_up += rest
            self.model.moves(debt.year, "receivable", "written_off", rest)

    @precondition(lambda self: any(self.model.day > month for month in self.ends()))
    @rule(year=st.sampled_from([2026, 2026, 2027]), slip=st.sampled_from([0, 0, 0, 1]))
    def close_month(self, year, slip):
        m = self.model
        month = m.month(year)
        if month is None:
            self.agrees(False, close_month, self.line(year), date(2026, 10, 1), self.hands)
            return
        asked = (month + timedelta(days=31 * slip)).replace(day=1)
        until = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        allowed = not slip and m.day > until
        self.agrees(allowed, close_month, self.line(year), asked, self.hands)
        if allowed:
            m.closed[year] = until

    def ends(self):
        """The last days of the months to close next."""
        months = filter(None, (self.model.month(year) for year in self.model.sums))
        return [(month + timedelta(days=31)).replace(day=1) - timedelta(days=1) for month in months]

    @precondition(lambda self: self.model.closed and self.papers % 3 == 0)
    @rule(n=who, back=st.integers(0, 40))
    def late_entry(self, n, back):
        """Nothing is dated in a month that is closed."""
        year, until = next(iter(self.model.closed.items()))
        hands = self.treasury.hands(on=until - timedelta(days=back))
        self.agrees(False, appropriate, self.line(year), 1, self.paper(), hands)

    @precondition(lambda self: self.model.day >= date(2026, 12, 20))
    @rule(year=st.sampled_from([2026, 2026, 2027]), slip=st.sampled_from([0, 0, 0, 1]))
    def carry_over(self, year, slip):
        m = self.model
        free = m.sums[year]["available"] if year in m.sums else 0
        allowed = free > 0 and not slip and m.day >= date(year, 12, 31)
        self.agrees(allowed, carry_over, self.line(year), free + slip, self.paper(), self.hands)
        if allowed:
            m.moves(year, "available", "carried_out", free)
            m.moves(year + 1, None, "available", free)
            m.sums[year + 1]["carried_in"] += free

    @invariant()
    def tells_the_same(self):
        told = {line.line.year: {kind: getattr(line, kind) for kind in KINDS} for line in summaries()}
        assert told == self.model.told()
        for line in summaries():
            assert line.whole == sum(getattr(line, kind) for kind in HOLDING) + line.carried_out

    @invariant()
    def the_debts_are_the_same(self):
        found = debts(with_moves(Recovery.objects.order_by("pk")), self.model.day)
        assert [(one.received, one.written_off, len(one.parts)) for one in found] == [
            (one.received, one.given_up, one.parts) for one in self.model.debts
        ]

    @invariant()
    def the_next_month_is_the_same(self):
        for year in self.model.sums:
            assert next_month(self.line(year)) == self.model.month(year)

    @invariant()
    def balanced(self):
        """Every few steps: to fold all of it again is the slowest thing here."""
        self.steps += 1
        if self.steps % 5 == 0:
            assert_balanced()


@pytest.mark.both
@pytest.mark.django_db
def test_a_year_of_money_is_what_a_model_of_it_says():
    run(Year, settings=SMALL)


@pytest.mark.both
@pytest.mark.long
@pytest.mark.django_db
def test_three_hundred_years_of_money_are_what_a_model_of_them_says():
    run(Year, settings=settings(SMALL, max_examples=300, stateful_step_count=60))
