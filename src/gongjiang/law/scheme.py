"""A scheme: who may ask, on what facts, by which rules, for what, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from gongjiang.law.compiled import Asking, Reader, compiled
from gongjiang.law.effect import Confer, Grant, Match, MatchBy, Pay, PayBy, Title
from gongjiang.law.expression import lift
from gongjiang.law.log import Log
from gongjiang.law.money import Fen
from gongjiang.law.procedure import Procedure
from gongjiang.law.record import Field, Record, Row
from gongjiang.law.roster import Roster
from gongjiang.law.round_terms import RoundTerms
from gongjiang.law.rule import Finding, Rule, Verdict
from gongjiang.law.settings import Parameter, Settings
from gongjiang.law.terms import Role, State, Term
from gongjiang.law.words import Words

Reading = Callable[[Any], Any]
LONGEST_KEY = 32


class Outcome(Term):
    ELIGIBLE = "eligible", "符合条件", "eligible"
    NOT_ELIGIBLE = "not_eligible", "不符合条件", "not eligible"
    NEEDS_PERSON = "needs_person", "须由人认定", "needs a person"
    BLOCKED = "blocked", "数据不可用，暂不能判断", "data not available"


@dataclass(frozen=True)
class Assessment:
    """What the rules found for one person on one day."""

    findings: tuple[Finding, ...]
    outcome: Outcome
    priority: bool
    grants: tuple[Grant, ...]

    @property
    def assumptions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for finding in self.findings for key in finding.assumptions))


@dataclass(frozen=True, eq=False)
class Scheme:
    """One folder of a plan. Everything a page, a form, a route or a test needs is read off this value."""

    slug: str
    said: Words
    clause: str
    subject: type[Record]
    rules: tuple[Rule, ...]
    grants: tuple[PayBy | MatchBy | Confer, ...]
    procedure: Procedure
    priority: Rule | None = None
    opens_on: Title | None = None
    """A title whose conferral opens a case of this scheme of its own accord."""
    readings: dict[str, Reading] = field(default_factory=dict)
    """How a printed fact of the facts file is read into a field of the subject."""
    unfolds: dict[str, Reading] = field(default_factory=dict)
    """How a printed object of the facts file is told as several facts of the subject."""
    once: tuple[str, ...] = ()
    """Facts of which each value can carry one live case only, whoever asks: locked at submission."""
    roster: Roster | None = None
    logs: tuple[Log, ...] = ()
    figures: Mapping[str, Parameter] = field(default_factory=dict)
    """The dated figures that the procedure's conditions read, by the names they read them under."""
    confined: tuple[Role, ...] = ()
    """Who beside the person and the unit may see its cases at all; empty where the usual roles may."""
    evidence: tuple[tuple[str, Words], ...] = ()
    round_terms: RoundTerms = RoundTerms()

    @cached_property
    def asked(self) -> dict[str, Field]:
        return {name: fact for name, fact in self.subject.fields.items() if fact.asked}

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return tuple(rule.about(self.subject) for rule in self.rules)

    @cached_property
    def _priority(self) -> Rule | None:
        return self.priority.about(self.subject) if self.priority else None

    @cached_property
    def every_rule(self) -> tuple[Rule, ...]:
        return (*self._rules, self._priority) if self._priority else self._rules

    @cached_property
    def of_unit(self) -> bool:
        """Whether the unit itself asks and is paid: nobody else can put a case forward."""
        return self.begun_by == {Role.EMPLOYER}

    @cached_property
    def in_rounds(self) -> bool:
        """Whether the office opens rounds: cases are marked against each other, or filed for who consents."""
        first = self.procedure.leaving(State.DRAFT)
        return bool(self.round_terms.criteria) or any(step.target is State.CONSENTED for step in first)

    @cached_property
    def for_people(self) -> bool:
        """Whether somebody may have it for themselves: what units file or the office proposes is not such."""
        if self.opens_on is not None or self.begun_by == {Role.NOMINEE}:
            return True
        return Role.NOMINEE in self.begun_by and bool(self.grants)

    @cached_property
    def begun_by(self) -> set[Role]:
        """Who may take the first step of the straight way."""
        first = self.procedure.leaving(State.DRAFT)
        return {step.by for step in first if step.target in self.procedure.main}

    def holds(self, answers: Mapping[str, Any]) -> tuple[str, ...]:
        """What a case with these answers holds once it is submitted, one short key for each stated fact."""
        stated = ((name, answers.get(name)) for name in self.once)
        return tuple(
            f"{self.slug}|{name}|{_short(self.spelt(name, value))}" for name, value in stated if value
        )

    def spelt(self, name: str, value: Any) -> str:
        """A stated value in the spelling in which it is compared."""
        spelling = self.subject.spellings.get(name)
        return spelling(str(value)) if spelling else str(value)

    def assess(self, row: Row, day: date, settings: Settings) -> Assessment:
        asking = Asking(day, settings)
        findings = tuple(rule.find(row, asking) for rule in self._rules)
        outcome = outcome_of(findings)
        preferred = self._priority is not None and self._priority.find(row, asking).verdict is Verdict.PASS
        grants = self.granted(row, asking) if outcome is Outcome.ELIGIBLE else ()
        return Assessment(findings, outcome, preferred, grants)

    def grants_on(self, row: Row, day: date, settings: Settings) -> tuple[Grant, ...]:
        return self.granted(row, Asking(day, settings))

    def granted(self, row: Row, asking: Asking) -> tuple[Grant, ...]:
        return tuple(
            grant if isinstance(grant, Confer) else _priced(grant, price(row, None, asking))
            for grant, when, price in self._prices
            if when is None or when(row, None, asking) is True
        )

    @cached_property
    def _prices(self) -> tuple[tuple[PayBy | MatchBy | Confer, Reader | None, Reader], ...]:
        """Each grant, with what says whether it is due and what it comes to."""
        return tuple((grant, _when(grant), _price(grant)) for grant in self.grants)


def _short(value: str) -> str:
    """The value itself, or its digest where it is long."""
    return value if len(value) <= LONGEST_KEY else sha256(value.encode()).hexdigest()[:LONGEST_KEY]


def _when(grant: PayBy | MatchBy | Confer) -> Reader | None:
    when = grant.when if isinstance(grant, PayBy) else None
    return compiled(when) if when is not None else None


def _price(grant: PayBy | MatchBy | Confer) -> Reader:
    return compiled(lift(0 if isinstance(grant, Confer) else grant.amount))


def _priced(grant: PayBy | MatchBy, amount: Fen) -> Pay | Match:
    if isinstance(grant, MatchBy):
        return Match(amount, grant.clause, grant.months)
    return Pay(amount, grant.fund, grant.clause, grant.part)


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """One failure decides; then missing data; then an open question; then all is met."""
    found = {finding.verdict for finding in findings}
    if Verdict.FAIL in found:
        return Outcome.NOT_ELIGIBLE
    if Verdict.BLOCKED in found:
        return Outcome.BLOCKED
    return Outcome.NEEDS_PERSON if Verdict.OPEN in found else Outcome.ELIGIBLE
