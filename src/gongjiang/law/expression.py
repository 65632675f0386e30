"""A typed symbolic expression: what a rule is made of. Fewer than 20 operators, each with three meanings.

The meanings are a Python function (compiled), a Narwhals column (columns) and words (phrase). Truth has three
values in all of them: true, false, and unknown when a fact is absent; unknown joins as in SQL (Kleene).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import reduce
from typing import Any

from gongjiang.law.terms import Ranked

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


class Misbuilt(TypeError):
    """The rule does not make sense: said when it is built, not when somebody is judged by it."""


class Expr:
    """An operator, its operands, and the type of its value."""

    __slots__ = ("args", "kind", "op")
    __hash__ = object.__hash__

    def __init__(self, op: str, args: tuple[Any, ...], kind: type) -> None:
        self.op, self.args, self.kind = op, args, kind

    def parts(self) -> Iterator[Expr]:
        yield self
        for arg in self.args:
            if isinstance(arg, Expr):
                yield from arg.parts()

    def __bool__(self) -> bool:
        raise Misbuilt("write &, | and ~ in a rule, not and, or, not")

    def __eq__(self, other: object) -> Expr:  # type: ignore[override]
        return _compare("==", self, other)

    def __ne__(self, other: object) -> Expr:  # type: ignore[override]
        return _compare("!=", self, other)

    def __lt__(self, other: object) -> Expr:
        return _compare("<", self, other)

    def __le__(self, other: object) -> Expr:
        return _compare("<=", self, other)

    def __gt__(self, other: object) -> Expr:
        return _compare(">", self, other)

    def __ge__(self, other: object) -> Expr:
        return _compare(">=", self, other)

    def __and__(self, other: object) -> Expr:
        return _joined("&", self, other)

    def __or__(self, other: object) -> Expr:
        return _joined("|", self, other)

    def __invert__(self) -> Expr:
        if self.kind is not bool:
            raise Misbuilt(f"~ needs a truth, not {self.kind.__name__}")
        return Expr("~", (self,), bool)

    def __add__(self, other: object) -> Expr:
        return _summed("+", self, other)

    def __sub__(self, other: object) -> Expr:
        return _summed("-", self, other)

    def between(self, low: object, high: object) -> Expr:
        return (self >= low) & (self <= high)

    def one_of(self, *values: object) -> Expr:
        return reduce(lambda some, more: some | more, [self == value for value in values])

    def plus_months(self, months: object) -> Expr:
        """The same day so many months later, or the last day of that month."""
        shift = lift(months)
        if self.kind is not dt.date or shift.kind is not int:
            raise Misbuilt(f"{self.kind.__name__} plus months of {shift.kind.__name__}")
        return Expr("months", (self, shift), dt.date)

    @property
    def present(self) -> Expr:
        """Whether the fact is known at all: never unknown itself."""
        return Expr("present", (self,), bool)


def lift(value: object) -> Expr:
    """A plain value as an expression; anything with a symbol of its own (a parameter) gives that."""
    if isinstance(value, Expr):
        return value
    now = getattr(value, "now", None)
    if isinstance(now, Expr):
        return now
    return Expr("lit", (value,), type(value))


def _compare(op: str, left: Expr, right: object) -> Expr:
    other = lift(right)
    if left.kind is not other.kind:
        raise Misbuilt(f"{left.kind.__name__} {op} {other.kind.__name__}")
    if op not in ("==", "!=") and (left.kind is bool or not issubclass(left.kind, int | dt.date | Ranked)):
        raise Misbuilt(f"{left.kind.__name__} has no order")
    return Expr(op, (left, other), bool)


def _joined(op: str, left: Expr, right: object) -> Expr:
    other = lift(right)
    if left.kind is not bool or other.kind is not bool:
        raise Misbuilt(f"{left.kind.__name__} {op} {other.kind.__name__}: both must be truths")
    return Expr(op, (left, other), bool)


def _summed(op: str, left: Expr, right: object) -> Expr:
    other = lift(right)
    if other.kind is not int or left.kind not in (int, dt.date):
        raise Misbuilt(f"{left.kind.__name__} {op} {other.kind.__name__}")
    return Expr(op, (left, other), left.kind)


def years_between(since: Expr, until: Expr) -> Expr:
    """Whole years served: anniversaries of `since` reached by `until`."""
    if since.kind is not dt.date or until.kind is not dt.date:
        raise Misbuilt("years lie between two days")
    return Expr("years", (since, until), int)


TODAY = Expr("today", (), dt.date)
THIS_YEAR = Expr("today", ("year",), int)
UNSETTLED = Expr("lit", (None,), bool)
"""Neither true nor false: nothing settles it, a person must decide."""
