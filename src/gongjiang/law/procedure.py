"""A procedure is a table of steps, and `decide` is the only way to read it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from gongjiang.law.effect import Effect, Grant, Pay
from gongjiang.law.rule import Finding
from gongjiang.law.standing import (
    Actor,
    Choice,
    Determined,
    Marks,
    Notice,
    Quota,
    Referral,
    Resolution,
    Vetoes,
    Visit,
    Window,
)
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """案卷: everything the office can tell the law about a case, read once."""

    state: State
    person: int
    today: date
    employer: int | None = None
    body: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    evidence: frozenset[str] = frozenset()
    hands: Mapping[Role, frozenset[int]] = field(default_factory=dict)
    assigned: frozenset[tuple[Role, int]] = frozenset()
    determined: tuple[Determined, ...] = ()
    corrections: int = 0
    rank_taken: frozenset[int] = frozenset()
    window: Window | None = None
    quota: Quota | None = None
    vetoes: Vetoes = Vetoes()
    marks: Marks = Marks()
    visit: Visit = Visit()
    choice: Choice = Choice()
    notice: Notice = Notice()
    resolution: Resolution = Resolution()
    account: bool = False
    of_unit: bool = False
    """Whether the case is the unit's own: its person speaks for the unit."""
    claimed_by: str = ""
    """The live case that already holds what this one would hold."""
    notice_days: int = 5
    grades: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Scores by stage, the oldest first."""
    referral: Referral = Referral()
    due: date | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
    sent: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Brief(Dossier):
    """A dossier with the law's findings attached, and what a grant would bring with it."""

    acting: Role | None = None
    missing: tuple[Words, ...] = ()
    findings: tuple[Finding, ...] = ()
    grants: tuple[Grant, ...] = ()
    consequences: tuple[tuple[str, Pay], ...] = ()
    once: tuple[str, ...] = ()
    """What this case would hold, that no other may hold at the same time."""


@dataclass(frozen=True)
class Ask:
    """What the person taking a step must send with it. Kind: reason, line, rank, rule, verdict, items."""

    name: str
    said: Words
    kind: str


Need = Callable[[Brief, Actor], Words | None]
Then = Callable[[Brief], Iterable[Effect]]


@dataclass(frozen=True)
class Step:
    """A row: from these states to that one, by this role, if nothing is needed, and then."""

    name: str
    zh: str
    en: str
    sources: tuple[State, ...]
    target: State | None
    by: Role
    needs: tuple[Need, ...] = ()
    then: tuple[Then, ...] = ()
    asks: tuple[Ask, ...] = ()

    @property
    def said(self) -> Words:
        return Words(self.zh, self.en)

    def leads(self, source: State) -> State:
        return self.target or source


@dataclass(frozen=True)
class Procedure:
    name: str
    said: Words
    steps: tuple[Step, ...]
    main: tuple[State, ...]
    """The states of the straight way, in order: the progress line."""

    def __getitem__(self, name: str) -> Step:
        found = next((step for step in self.steps if step.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: str) -> bool:
        return any(step.name == name for step in self.steps)

    def leaving(self, state: State) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if state in step.sources)

    def onward(self, step: Step, source: State) -> bool:
        """Whether a step leads on along the straight way, or back to it from beside."""
        if step.target not in self.main or source not in step.sources:
            return False
        return source not in self.main or self.main.index(source) < self.main.index(step.target)

    @property
    def states(self) -> frozenset[State]:
        named = {state for step in self.steps for state in step.sources}
        return frozenset(named | {step.target for step in self.steps if step.target})


def procedure(name: str, said: Words, main: tuple[State, ...], *steps: Step) -> Procedure:
    return Procedure(name, said, steps, main)


@dataclass(frozen=True)
class Move:
    target: State
    effects: tuple[Effect, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Refusal:
    said: Words


def decide(step: Step, brief: Brief, actor: Actor) -> Move | Refusal:
    """May this actor take this step on this case now, and what follows?"""
    if brief.state not in step.sources:
        return Refusal(Words(f"当前为“{brief.state.zh}”，不能{step.zh}",
                             f"The case is {brief.state.en}: cannot {step.en}"))  # fmt: skip
    if step.by not in hats(actor, brief):
        return Refusal(Words(f"仅{step.by.zh}可以{step.zh}", f"Only the {step.by.en} may {step.en}"))
    for ask in step.asks:
        if not brief.sent.get(ask.name):
            return Refusal(Words(f"请填写{ask.said.zh}", f"Please give: {ask.said.en}"))
    acting = brief if brief.acting is step.by else replace(brief, acting=step.by)
    for need in step.needs:
        if said := need(acting, actor):
            return Refusal(said)
    effects = tuple(effect for follow in step.then for effect in follow(brief))
    return Move(step.leads(brief.state), effects, brief.findings)


def hats(actor: Actor, case: Dossier) -> frozenset[Role]:
    """The roles in which this actor may meet this case: scope is tested here, for every step."""
    return frozenset(_worn(actor, case))


def _worn(actor: Actor, case: Dossier) -> Iterable[Role]:
    if actor.person is not None and actor.person == case.person:
        yield Role.NOMINEE
    for post in actor.posts:
        if post.role is Role.EMPLOYER and post.organisation != case.employer:
            continue
        if post.role is Role.NOMINATOR and post.body != case.body:
            continue
        if post.role is Role.DEPARTMENT and post.department != case.referral.department:
            continue
        if post.role in (Role.EXPERT, Role.INSPECTOR) and (post.role, actor.person) not in case.assigned:
            continue
        if actor.person == case.person and not (case.of_unit and post.role is Role.EMPLOYER):
            continue
        yield post.role
