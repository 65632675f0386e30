"""Carry out what the law set in motion: one plural function per effect."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from gongjiang.law import effect as law
from gongjiang.law.plan import Plan
from gongjiang.law.procedure import Move
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import account


@dataclass(frozen=True)
class Act:
    """Who acts, when, under which plan, and what they sent along."""

    actor: Actor
    day: date
    at: datetime
    plan: Plan
    settings: Settings
    sent: Mapping[str, Any]
    step: str = ""

    @property
    def account(self) -> int:
        return account(self.actor)


E = TypeVar("E")
Pairs = Sequence[tuple[Case, Any]]
Carrier = Callable[[Pairs, Act], None]
CARRIERS: dict[type, Carrier] = {}


def carries(kind: type) -> Callable[[Carrier], Carrier]:
    """Name the function that carries out one kind of effect."""

    def named(carrier: Carrier) -> Carrier:
        CARRIERS[kind] = carrier
        return carrier

    return named


def carry_out(moves: Sequence[tuple[Case, Move]], act: Act) -> None:
    """Every effect of every case, kind by kind, in the order in which the law first named them."""
    pairs: dict[type, list[tuple[Case, law.Effect]]] = defaultdict(list)
    for case, move in moves:
        for effect in move.effects:
            pairs[type(effect)].append((case, effect))
    for kind, held in pairs.items():
        CARRIERS[kind](held, act)
