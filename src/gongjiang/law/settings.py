"""What may be set: parameters that the plan states, and assumptions about what it leaves unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongjiang.law.dated import FROM_ISSUE, Dated
from gongjiang.law.expression import Expr
from gongjiang.law.words import Words

UNDECIDED = "undecided"
"""A ruling that takes the shipped default back: the question is open again."""


SIGNED = ".signed"
FEN = "fen"
REMEMBERED = 10_000
"""Values looked up that are kept: a scan of one day reads the same few again and again."""


@dataclass(frozen=True)
class Parameter:
    """A dated value with its clause. Amounts are fen, periods working days unless the name says otherwise."""

    key: str
    clause: str
    said: Words
    values: Dated[Any]
    unit: str = ""
    sum: bool = False
    """Whether it is a sum though its unit does not say so: one that is answered in fen."""

    @property
    def now(self) -> Expr:
        return Expr("value", (self.key,), type(next(iter(self.values.values.values()))))

    def on(self, day: date) -> Any:
        return self.values.on(day)

    @property
    def money(self) -> bool:
        """Whether it is kept in fen: people read and write it in yuan."""
        return self.sum or self.unit == FEN

    @property
    def asked(self) -> Words:
        """What a new value of it answers."""
        return self.said


@dataclass(frozen=True)
class Assumption(Parameter):
    """An answer to what the plan leaves open: a default until the operator signs one."""

    question: Words = field(default=Words("", ""))

    @property
    def signed(self) -> Expr:
        """True once the operator has signed an answer, unknown until then: a default alone refuses nobody."""
        return Expr("value", (self.key + SIGNED,), bool)

    @property
    def asked(self) -> Words:
        return self.question

    def __hash__(self) -> int:
        return hash(self.key)


def parameter(key: str, clause: str, value: Any, zh: str, en: str, unit: str = "", **steps: Any) -> Parameter:
    values = {FROM_ISSUE: value} | {date.fromisoformat(day): step for day, step in steps.items()}
    return Parameter(key, clause, Words(zh, en), Dated(values), unit)


def assumption(
    key: str, clause: str, default: Any, question: Words, zh: str, en: str, sum: bool = False
) -> Assumption:
    return Assumption(key, clause, Words(zh, en), Dated({FROM_ISSUE: default}), sum=sum, question=question)


@dataclass(frozen=True)
class Ruling:
    """The operator's own answer, with who signed it, when, and on what basis."""

    value: Any
    since: date
    signer: str
    basis: str


@dataclass(frozen=True)
class Settings:
    """Every parameter and assumption of a plan, with what has been set over them."""

    known: Mapping[str, Parameter]
    rulings: Mapping[str, tuple[Ruling, ...]] = field(default_factory=dict)
    _values: dict[tuple[str, date], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _read: dict[tuple[str, ...], tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def value(self, key: str, day: date) -> Any:
        """The value in force on a day; None where the operator has taken the default back."""
        held = self._values
        if (key, day) not in held:
            if len(held) >= REMEMBERED:
                held.clear()
            held[key, day] = self._value(key, day)
        return held[key, day]

    def _value(self, key: str, day: date) -> Any:
        if key.endswith(SIGNED):
            return self.signed(key.removesuffix(SIGNED), day)
        ruling = self.ruling(key, day)
        if ruling is None:
            return self.known[key].on(day)
        return None if ruling.value == UNDECIDED else ruling.value

    def signed(self, key: str, day: date) -> bool | None:
        ruling = self.ruling(key, day)
        return True if ruling is not None and ruling.value != UNDECIDED else None

    def ruling(self, key: str, day: date) -> Ruling | None:
        standing = [ruling for ruling in self.rulings.get(key, ()) if ruling.since <= day]
        return max(standing, key=lambda ruling: ruling.since, default=None)

    def assumed(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the settings that were read are assumptions, by their own keys."""
        if keys not in self._read:
            found = (self.assumption(key) for key in keys)
            self._read[keys] = tuple(dict.fromkeys(held.key for held in found if held))
        return self._read[keys]

    def assumption(self, key: str) -> Assumption | None:
        found = self.known[key.removesuffix(SIGNED)]
        return found if isinstance(found, Assumption) else None
