"""Any scheme walked straight through the door, from its own example: by the hands its procedure names."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from gongjiang.law.beginning import by_office, entries
from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.procedure import Step
from gongjiang.law.record import Field
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State, Term
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.applying import Beside, apply
from gongjiang.office.clerk.evidence import add_evidence
from gongjiang.office.clerk.facts_gathered import CALLED
from gongjiang.office.clerk.gathering import add_rows, confirm_row, may_add
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named
from gongjiang.office.clerk.perform import perform
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Award, HeldHonour
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.plans.folder import text_of
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.papers import paper
from gongjiang.web.demo.people import id_number
from gongjiang.web.demo.walking import BEIJING

SENT = {
    "reason": "示例理由。", "remark": "示例说明。", "document": "示例人社发〔示例〕7号", "score": "88",
    "sum": 3_000_000, "department": "housing", "how": "done", "outcome": "won", "stars": "5",
}  # fmt: skip
BY = {
    Role.OFFICER: "officer", Role.REVIEWER: "reviewer", Role.GOVERNMENT: "government",
    Role.DEPARTMENT: "housing", Role.EMPLOYER: "unit", Role.NOMINEE: "craftsman",
}  # fmt: skip


@dataclass
class Straight:
    """Who stands at the counter, and the day it is. A scheme's own example tells what is asked."""

    cast: Cast
    certificate: str
    day: date

    @property
    def now(self) -> Moment:
        return Moment(self.day, datetime.combine(self.day, time(10), tzinfo=BEIJING))

    def who(self, role: Role) -> Actor:
        return self.cast.actor(BY[role], self.day)

    def later(self, workdays: int = 1) -> None:
        self.day = calendar().add_workdays(self.day, workdays, first_day_counts=False)

    def begin(self, scheme: Scheme, lacking: str = "") -> Case:
        """Opened by whoever may, with the facts of the example, and every document but one attached."""
        told = stated(scheme)
        if "craftsman" in told:
            told["craftsman"] = self.certificate
        if any(fact.source == "holder.named" for fact in scheme.subject.fields.values()):
            told[CALLED] = f"{self.holder()}工匠工作室"
        if "award" in told:
            told["award"] = self.award()
        beside = Beside(about=self.certificate) if by_office(scheme) else Beside()
        case = apply(scheme, told, beside, self.who(entries(scheme)[0].by), self.now)
        for kind in (kind for kind, _ in scheme.evidence if kind != lacking):
            add_evidence(case, paper(case, kind), self.who(Role.OFFICER), self.now)
        return case

    def holder(self) -> str:
        """Whose certificate it is."""
        held = Certificate.objects.filter(number=self.certificate)
        return held.values_list("honour__person__name", flat=True)[0]

    def award(self) -> str:
        """An award that the craftsman does not hold yet, whatever unit they work for."""
        person = self.cast.users[BY[Role.NOMINEE]].person
        held = HeldHonour.objects.filter(person=person).values("printed")
        return (
            Award.objects.exclude(name__in=held).filter(central_apart=False).values_list("name", flat=True)[0]
        )

    def go(self, case: Case, scheme: Scheme, until: State | None = None) -> Case:
        """Step by step along the straight way; logs are filled as soon as they may be."""
        while case.state != (until or scheme.procedure.main[-1]):
            self.fill(case, scheme)
            case = self.take(case, onward(scheme, State(case.state)))
            self.later()
        self.fill(case, scheme)
        return case

    def take(self, case: Case, step: Step, **sent: Any) -> Case:
        asked = {ask.name: SENT[ask.name] for ask in step.asks if ask.name in SENT}
        return perform(case, step.name, self.who(step.by), self.now, {**asked, **sent})

    def fill(self, case: Case, scheme: Scheme) -> None:
        """One row in every log that is still empty and may be filled now, confirmed by another hand."""
        for log in scheme.logs:
            empty = not case.log_rows.filter(log=log.name).exists()
            hand = next((self.who(role) for role in log.by if may_add(case, log, self.who(role))), None)
            if not log.spends and empty and hand is not None:
                rows = add_rows(
                    case, log, [(row_of(log, scheme, self.day), self.somebody(log))], hand, self.now
                )
                if log.confirmed_by is not None:
                    confirm_row(rows[0], self.cast.actor("officer2", self.day), self.now)

    def somebody(self, log: Log) -> Named | None:
        if not log.names_person:
            return None
        self.cast.serial += 1
        return Named("徒弟示例", id_number(date(1999, 5, 4), self.cast.serial % 1000))


def onward(scheme: Scheme, state: State) -> Step:
    """The step to the next state of the straight way."""
    main = scheme.procedure.main
    following = main[main.index(state) + 1]
    steps = [step for step in scheme.procedure.leaving(state) if step.target is following]
    return next((step for step in steps if step.by is not Role.NOMINEE), steps[0])


def stated(scheme: Scheme) -> dict[str, Any]:
    """The facts of the scheme's example that are asked of the applicant."""
    example = tomllib.loads(text_of(scheme, "examples.toml"))["passes"]
    return {name: _plain(value) for name, value in example.items() if name in scheme.asked}


def row_of(log: Log, scheme: Scheme, day: date) -> dict[str, Any]:
    """A row of the example's list that comes from this log, or one made up from its declaration."""
    example = tomllib.loads(text_of(scheme, "examples.toml"))["passes"]
    name = next(name for name, held in scheme.subject.lists.items() if held.source == log.source)
    told: Mapping[str, Any] = next(iter(example.get(name) or []), {})
    return {key: _plain(told.get(key, made_up(fact, day))) for key, fact in log.fields.items()}


def made_up(fact: Field, day: date) -> Any:
    if issubclass(fact.kind, Term):
        return next(iter(fact.kind)).value
    made: dict[type, Any] = {date: day, int: 12, Money: 100_000, bool: True, str: "示例"}
    return made[fact.kind]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
