"""The first reading of a rule: a plain Python function for one case, in microseconds, with its witness."""

import operator
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from gongjiang.law.dated import months_after, whole_years
from gongjiang.law.expression import Expr
from gongjiang.law.record import CHILD, Row
from gongjiang.law.settings import Settings
from gongjiang.law.telling import Unavailable
from gongjiang.law.terms import Ranked


class Asking:
    """One question being answered: the day, the settings, the records that decided, and the settings read."""

    __slots__ = ("day", "settings", "used", "witness")

    def __init__(self, day: date, settings: Settings) -> None:
        self.day, self.settings = day, settings
        self.witness: dict[int, Row] = {}
        self.used: dict[str, None] = {}


Reader = Callable[[Row, Row | None, Asking], Any]
ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def compiled(expr: Expr) -> Reader:
    """A function of the subject, the child record at hand, and the asking. Unknown is None."""
    return READERS[expr.op](expr)


def _lit(expr: Expr) -> Reader:
    value = expr.args[0]
    return lambda subject, child, asking: value


def _field(expr: Expr) -> Reader:
    depth, name = expr.args

    def read(subject: Row, child: Row | None, asking: Asking) -> Any:
        value = (child if depth == CHILD and child is not None else subject).values[name]
        return None if isinstance(value, Unavailable) else value

    return read


def _today(expr: Expr) -> Reader:
    if expr.args:
        return lambda subject, child, asking: asking.day.year
    return lambda subject, child, asking: asking.day


def _value(expr: Expr) -> Reader:
    key = expr.args[0]

    def read(subject: Row, child: Row | None, asking: Asking) -> Any:
        asking.used[key] = None
        return asking.settings.value(key, asking.day)

    return read


def _both(expr: Expr, join: Callable[[Any, Any], Any]) -> Reader:
    left, right = compiled(expr.args[0]), compiled(expr.args[1])

    def read(subject: Row, child: Row | None, asking: Asking) -> Any:
        a = left(subject, child, asking)
        b = right(subject, child, asking)
        return None if a is None or b is None else join(a, b)

    return read


def _order(expr: Expr) -> Reader:
    compare = ORDER[expr.op]
    if issubclass(expr.args[0].kind, Ranked):
        return _both(expr, lambda a, b: compare(a.rank, b.rank))
    return _both(expr, compare)


def _and(expr: Expr) -> Reader:
    left, right = compiled(expr.args[0]), compiled(expr.args[1])

    def read(subject: Row, child: Row | None, asking: Asking) -> bool | None:
        a = left(subject, child, asking)
        if a is False:
            return False
        b = right(subject, child, asking)
        return False if b is False else None if a is None or b is None else True

    return read


def _or(expr: Expr) -> Reader:
    left, right = compiled(expr.args[0]), compiled(expr.args[1])

    def read(subject: Row, child: Row | None, asking: Asking) -> bool | None:
        a = left(subject, child, asking)
        if a is True:
            return True
        b = right(subject, child, asking)
        return True if b is True else None if a is None or b is None else False

    return read


def _not(expr: Expr) -> Reader:
    inner = compiled(expr.args[0])

    def read(subject: Row, child: Row | None, asking: Asking) -> bool | None:
        a = inner(subject, child, asking)
        return None if a is None else not a

    return read


def _present(expr: Expr) -> Reader:
    inner = compiled(expr.args[0])
    return lambda subject, child, asking: inner(subject, child, asking) is not None


def _shift(expr: Expr) -> Reader:
    sign = 1 if expr.op == "+" else -1
    if expr.kind is date:
        return _both(expr, lambda day, days: day + timedelta(days=sign * days))
    return _both(expr, lambda a, b: a + sign * b)


def _any(expr: Expr) -> Reader:
    _, name, _, where = expr.args
    test, mark = compiled(where), id(expr)

    def read(subject: Row, child: Row | None, asking: Asking) -> bool | None:
        found: bool | None = None if name in subject.unknown else False
        for row in subject.children[name]:
            truth = test(subject, row, asking)
            if truth is True:
                asking.witness[mark] = row
                return True
            if truth is None:
                asking.witness.setdefault(mark, row)
                found = None
        return found

    return read


def _fold(expr: Expr) -> Reader:
    how, name, value, where = expr.args
    test, worth = compiled(where), compiled(value)

    def read(subject: Row, child: Row | None, asking: Asking) -> Any:
        if name in subject.unknown:
            return None
        rows = [row for row in subject.children[name] if test(subject, row, asking) is True]
        if how == "count":
            return len(rows)
        worths = [w for w in (worth(subject, row, asking) for row in rows) if w is not None]
        if not worths:
            return None
        return (min if how == "min" else max)(worths, key=lambda w: w.rank if isinstance(w, Ranked) else w)

    return read


def _aggregate(expr: Expr) -> Reader:
    return _any(expr) if expr.args[0] == "any" else _fold(expr)


READERS: dict[str, Callable[[Expr], Reader]] = {
    "lit": _lit,
    "field": _field,
    "today": _today,
    "value": _value,
    "==": lambda expr: _both(expr, operator.eq),
    "!=": lambda expr: _both(expr, operator.ne),
    "<": _order,
    "<=": _order,
    ">": _order,
    ">=": _order,
    "&": _and,
    "|": _or,
    "~": _not,
    "present": _present,
    "+": _shift,
    "-": _shift,
    "years": lambda expr: _both(expr, whole_years),
    "months": lambda expr: _both(expr, months_after),
    "agg": _aggregate,
}
