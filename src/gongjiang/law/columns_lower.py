"""An expression as a Narwhals column: one meaning for every operator, with null for unknown."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import narwhals as nw

from gongjiang.law.dated import months_after
from gongjiang.law.expression import Expr, Misbuilt
from gongjiang.law.money import Money
from gongjiang.law.record import SUBJECT
from gongjiang.law.settings import Settings
from gongjiang.law.terms import Ranked, Term

MICROSECONDS_A_DAY = 86_400_000_000
MONTH, YEAR, ONE_DAY = 100, 10_000, timedelta(days=1)
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
CONSTANT = ("lit", "value")


@dataclass(frozen=True)
class Lowering:
    """Where the values of one scan are found: the day, the settings, and the columns that hold aggregates."""

    day: date
    settings: Settings
    aggregates: Mapping[Any, str] = field(default_factory=dict)
    beside: str = ""
    """What the subject's columns are prefixed with when they stand beside a child's."""
    durations: bool = True
    """Whether the engine adds durations to days, or whole numbers."""

    def __call__(self, expr: Expr) -> nw.Expr:
        return LOWERED[expr.op](expr, self)

    def constant(self, expr: Expr) -> Any:
        held = expr.args[0]
        return self.settings.value(held, self.day) if expr.op == "value" else held


Lower = Callable[[Expr, Lowering], nw.Expr]


def signed(expr: Expr) -> tuple[Any, ...]:
    """What an expression says: the same for two that say the same, so that a column is made once."""
    args = (signed(arg) if isinstance(arg, Expr) else arg for arg in expr.args)
    return expr.op, expr.kind, *args


def dtype_of(kind: type) -> Any:
    """The column type that holds values of a declared type."""
    kinds = {bool: nw.Boolean, int: nw.Int64, Money: nw.Int64, str: nw.String, date: nw.Date}
    found = nw.String if issubclass(kind, Term) else kinds.get(kind)
    if found is None:
        raise Misbuilt(f"no column holds a {kind.__name__}")
    return found


def rank_of(words: nw.Expr, kind: type[Ranked]) -> nw.Expr:
    """A ranked word's place, as a chain of whens: every engine has those. No such word has no place."""
    place = nw.lit(None, dtype=nw.Int64)
    for value, rank in kind.ranks().items():
        place = nw.when(words == value).then(nw.lit(rank, dtype=nw.Int64)).otherwise(place)
    return place


def word_of(place: nw.Expr, kind: type[Ranked]) -> nw.Expr:
    """The ranked word at a place."""
    word = nw.lit(None, dtype=nw.String)
    for value, rank in kind.ranks().items():
        word = nw.when(place == rank).then(nw.lit(value)).otherwise(word)
    return word


def _constant(expr: Expr, lower: Lowering) -> nw.Expr:
    value = lower.constant(expr)
    if value is None:
        return nw.lit(None, dtype=dtype_of(expr.kind))
    return nw.lit(value.value if isinstance(value, Term) else value, dtype=dtype_of(expr.kind))


def _field(expr: Expr, lower: Lowering) -> nw.Expr:
    depth, name = expr.args
    return nw.col(f"{lower.beside}{name}" if depth == SUBJECT else name)


def _today(expr: Expr, lower: Lowering) -> nw.Expr:
    if expr.args:
        return nw.lit(lower.day.year, dtype=nw.Int64)
    return nw.lit(lower.day, dtype=nw.Date)


def _compare(expr: Expr, lower: Lowering) -> nw.Expr:
    kind, (left, right) = expr.args[0].kind, map(lower, expr.args)
    if expr.op not in ("==", "!=") and issubclass(kind, Ranked):
        if expr.args[1].op in CONSTANT and (least := lower.constant(expr.args[1])) is not None:
            return left.is_in(_words(expr.op, least))
        left, right = rank_of(left, kind), rank_of(right, kind)
    if expr.args[0].op == "months" and expr.op in (">=", "<") and (since := _since(expr, lower)):
        left, right = lower(expr.args[0].args[0]), nw.lit(since, dtype=nw.Date)
    compared: nw.Expr = COMPARE[expr.op](left, right)
    return compared


def _since(expr: Expr, lower: Lowering) -> date | None:
    """The first day whose shift by months reaches a day known before the scan: cheaper than every shift."""
    by, until = expr.args[0].args[1], expr.args[1]
    if by.op not in CONSTANT or until.op not in (*CONSTANT, "today"):
        return None
    months, end = lower.constant(by), lower.day if until.op == "today" else lower.constant(until)
    if months is None or end is None:
        return None
    first = months_after(end, -months)
    while months_after(first, months) < end:
        first += ONE_DAY
    while months_after(first - ONE_DAY, months) >= end:
        first -= ONE_DAY
    return first


def _words(op: str, than: Ranked) -> list[str]:
    """The ranked words on that side of one of them."""
    return [word.value for word in type(than) if COMPARE[op](word.rank, than.rank)]


def _shift(expr: Expr, lower: Lowering) -> nw.Expr:
    base, by = expr.args
    if expr.kind is date:
        return _shifted(lower(base), by, 1 if expr.op == "+" else -1, lower)
    left, right = lower(base).cast(nw.Int64), lower(by).cast(nw.Int64)
    return left + right if expr.op == "+" else left - right


def _shifted(day: nw.Expr, by: Expr, sign: int, lower: Lowering) -> nw.Expr:
    """Engines answer with a day, a moment or a moment in a zone: always a day here."""
    if by.op in CONSTANT:
        days = lower.constant(by)
        moved = nw.lit(None, dtype=nw.Date) if days is None else day.dt.offset_by(f"{sign * days}d")
        return moved.cast(nw.Date)
    days = lower(by).cast(nw.Int64) * sign
    span = (days * MICROSECONDS_A_DAY).cast(nw.Duration("us")) if lower.durations else days.cast(nw.Int32)
    return (day + span).cast(nw.Date)


def _months(expr: Expr, lower: Lowering) -> nw.Expr:
    """A month has no fixed length: only a shift known before the scan can be told to every engine."""
    day, by = expr.args
    if by.op not in CONSTANT:
        raise Misbuilt("months after a day must be a constant or a setting")
    months = lower.constant(by)
    moved = nw.lit(None, dtype=nw.Date) if months is None else lower(day).dt.offset_by(f"{months}mo")
    return moved.cast(nw.Date)


def _years(expr: Expr, lower: Lowering) -> nw.Expr:
    """Anniversaries: as whole numbers YYYYMMDD, the difference of two days holds the years in its front."""
    since, until = _number(lower(expr.args[0])), _number(lower(expr.args[1]))
    return (until - since) // YEAR


def _number(day: nw.Expr) -> nw.Expr:
    year, month = day.dt.year().cast(nw.Int64), day.dt.month().cast(nw.Int64)
    return year * YEAR + month * MONTH + day.dt.day().cast(nw.Int64)


def _aggregate(expr: Expr, lower: Lowering) -> nw.Expr:
    return nw.col(f"{lower.beside}{lower.aggregates[signed(expr)]}")


LOWERED: dict[str, Lower] = {
    "lit": _constant,
    "field": _field,
    "today": _today,
    "value": _constant,
    "==": _compare,
    "!=": _compare,
    "<": _compare,
    "<=": _compare,
    ">": _compare,
    ">=": _compare,
    "&": lambda expr, lower: lower(expr.args[0]) & lower(expr.args[1]),
    "|": lambda expr, lower: lower(expr.args[0]) | lower(expr.args[1]),
    "~": lambda expr, lower: ~lower(expr.args[0]),
    "present": lambda expr, lower: ~lower(expr.args[0]).is_null(),
    "+": _shift,
    "-": _shift,
    "years": _years,
    "months": _months,
    "agg": _aggregate,
}
