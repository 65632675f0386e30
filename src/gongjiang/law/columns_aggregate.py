"""any, count, min and max over a person's records, as columns beside the subject."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import groupby
from operator import or_
from typing import Any

import narwhals as nw

from gongjiang.law.columns_lower import Lowering, rank_of, signed, word_of
from gongjiang.law.expression import Expr
from gongjiang.law.record import SUBJECT
from gongjiang.law.terms import Ranked

Frame = Any
"""A Narwhals frame, eager or lazy: both have the few verbs used here."""
SUBJECTS, BESIDE = "subject", "subject__"
FALSE, UNKNOWN, TRUE = 0, 1, 2
"""Truths as numbers, so that the best of a person's records is their greatest."""


def unsettled(frame: Any) -> Any:
    """Leave a native frame as lazy as it is."""
    return frame


@dataclass(frozen=True)
class Reading:
    """The frames of one scan by name, and how an expression is lowered over the subject's.

    `key` says whose a row is; `own` tells the subjects apart, where a person may have several of them.
    """

    frames: Mapping[str, Frame]
    lower: Lowering
    key: str
    own: str
    settle: Callable[[Any], Any] = unsettled

    @property
    def subject(self) -> Frame:
        return self.frames[SUBJECTS]

    def having(self, exprs: Iterable[Expr]) -> "Reading":
        """The same reading, without the subjects that fail a truth about their own facts.

        What is joined by & is false exactly where one part is, so every part is a filter of its own.
        """
        parts = [part for expr in exprs for part in conjuncts(expr)]
        alone = [one for one in parts if all(part.op != "agg" for part in one.parts())]
        met = [self.lower(one).fill_null(True) for one in alone]
        return self.settled(self.subject.filter(*met)) if met else self

    def settled(self, subject: Frame) -> "Reading":
        """The same reading over that subject, computed before anything is joined to it."""
        held = nw.from_native(self.settle(nw.to_native(subject)))
        return replace(self, frames={**self.frames, SUBJECTS: held})


def conjuncts(expr: Expr) -> Iterator[Expr]:
    if expr.op == "&":
        yield from conjuncts(expr.args[0])
        yield from conjuncts(expr.args[1])
    else:
        yield expr


def standing_alone(aggregate: Expr) -> bool:
    """Whether the aggregate asks nothing of the subject."""
    inner = (part for part in aggregate.parts() if part is not aggregate)
    return not any(part.op == "agg" or (part.op == "field" and part.args[0] == SUBJECT) for part in inner)


def held(reading: Reading, exprs: Iterable[Expr]) -> Reading:
    """The same reading, with a column beside the subject for every aggregate; the innermost come first."""
    aggregates = {signed(part): part for expr in exprs for part in expr.parts() if part.op == "agg"}
    place = partial(_place, reading=reading)
    for (_, _, alone), together in groupby(sorted(aggregates.values(), key=place), key=place):
        reading = _held(reading, list(together), reading.own if alone else reading.key)
    return reading


def _place(aggregate: Expr, reading: Reading) -> tuple[int, str, bool]:
    """How deep the aggregates inside it go, its list, and whether it differs between subjects of one person:
    those of one place share a pass over the list."""
    inner = [part for part in aggregate.parts() if part.op == "agg" and part is not aggregate]
    depth = max((_place(part, reading)[0] + 1 for part in inner), default=0)
    return depth, aggregate.args[1], reading.own != reading.key and bool(_asked(aggregate, reading))


def _held(reading: Reading, together: list[Expr], by: str) -> Reading:
    """The folded records are joined to the subject by the person, or by the subject's own identity."""
    names = dict(reading.lower.aggregates)
    for aggregate in together:
        names[signed(aggregate)] = f"{aggregate.args[1]}_{aggregate.args[0]}_{len(names)}"
    mine = {names[signed(aggregate)]: aggregate for aggregate in together}
    joined = reading.subject.join(_folded(reading, mine, by), on=by, how="left")
    subject = joined.with_columns(*[_settled(one, nw.col(name)).alias(name) for name, one in mine.items()])
    return replace(
        reading,
        frames={**reading.frames, SUBJECTS: subject},
        lower=replace(reading.lower, aggregates=names),
    )


def _folded(reading: Reading, mine: Mapping[str, Expr], by: str) -> Frame:
    """A row for each person, or subject, that has records that matter, with a column for each aggregate."""
    lower = replace(reading.lower, beside=BESIDE)
    child = _beside(reading, reading.frames[next(iter(mine.values())).args[1]], mine.values(), by)
    mattering = child.filter(reduce(or_, [_matters(one, lower) for one in mine.values()]))
    worked = mattering.select(by, *[_worth(one, lower).alias(name) for name, one in mine.items()])
    return worked.group_by(by).agg(*[_fold(one, nw.col(name)) for name, one in mine.items()])


def _beside(reading: Reading, child: Frame, aggregates: Iterable[Expr], by: str) -> Frame:
    """The child's frame, with what its conditions ask of the subject joined to it: once for every subject
    of the person, where they are told apart."""
    asked = {name: None for aggregate in aggregates for name in _asked(aggregate, reading)}
    if not asked:
        return child
    known = [nw.col(name).alias(f"{BESIDE}{name}") for name in asked]
    keys = dict.fromkeys((reading.key, by))
    return child.join(reading.subject.select(*keys, *known), on=reading.key, how="inner")


def _asked(aggregate: Expr, reading: Reading) -> dict[str, None]:
    """The subject's columns that an aggregate's condition and value read."""
    asked: dict[str, None] = {}
    for part in aggregate.parts():
        if part.op == "field" and part.args[0] == SUBJECT:
            asked[part.args[1]] = None
        elif part.op == "agg" and part is not aggregate:
            asked[reading.lower.aggregates.get(signed(part), "")] = None
    return asked


def _matters(aggregate: Expr, lower: Lowering) -> nw.Expr:
    """Whether a record can change the fold: what is not known can, where any is asked."""
    return lower(aggregate.args[3]).fill_null(aggregate.args[0] == "any")


def _worth(aggregate: Expr, lower: Lowering) -> nw.Expr:
    """What one record counts for, before its person's records are folded."""
    how, _, value, where = aggregate.args
    if how == "any":
        return (lower(where).cast(nw.Int8) * TRUE).fill_null(UNKNOWN)
    if how == "count":
        return lower(where).fill_null(False).cast(nw.Int64)
    worth = rank_of(lower(value), value.kind) if issubclass(value.kind, Ranked) else lower(value)
    return nw.when(lower(where)).then(worth)


def _fold(aggregate: Expr, worth: nw.Expr) -> nw.Expr:
    how = aggregate.args[0]
    return worth.sum() if how == "count" else worth.min() if how == "min" else worth.max()


def _settled(aggregate: Expr, folded: nw.Expr) -> nw.Expr:
    """The fold as a value of the aggregate's own kind; a person without records has none that count."""
    if aggregate.args[0] == "any":
        best = folded.fill_null(FALSE)
        return nw.when(best == UNKNOWN).then(nw.lit(None, dtype=nw.Boolean)).otherwise(best == TRUE)
    if aggregate.args[0] == "count":
        return folded.fill_null(0)
    return word_of(folded, aggregate.kind) if issubclass(aggregate.kind, Ranked) else folded
