"""Everyone entitled under any scheme: a register read part by part, each scheme in one query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from gongjiang.law.columns import AMOUNT, OUTCOME, PRIORITY, narrowed, scan
from gongjiang.law.plan import Plan
from gongjiang.law.register import BY_NAME, KEY
from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.terms import State
from gongjiang.office.bulk.adapting import (
    OWN,
    SPELT,
    among,
    completed,
    ground,
    lists,
    shared,
    subjects,
    unanswered,
)
from gongjiang.office.bulk.engines import Engine
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.numbers import odd, spelt
from gongjiang.office.bulk.parts import Part, parts

NUMBERED = {"certificates": ("number", SPELT), "payments": ("certificate", "certificate")}
COLUMNS = (KEY, "scheme", OWN, OUTCOME, PRIORITY, AMOUNT)


@dataclass(frozen=True)
class Question:
    """What is asked of a register: which schemes of a plan, on what day, under what settings."""

    plan: Plan
    schemes: tuple[Scheme, ...]
    day: date
    settings: Settings
    rules: bool = False
    """Whether every rule's truth is wanted as a column."""
    keep: tuple[str, ...] = ()
    """The person's columns that are wanted beside the answer."""


@dataclass
class Count:
    """How a scheme's subjects fell out, over all parts."""

    eligible: int = 0
    needs_person: int = 0
    not_eligible: int = 0
    priority: int = 0
    amount_fen: int = 0

    def add(self, rows: pl.DataFrame, total: int) -> None:
        entitled = rows.filter(pl.col(OUTCOME) == Outcome.ELIGIBLE.value)
        self.eligible += entitled.height
        self.needs_person += rows.height - entitled.height
        self.not_eligible += total - rows.height
        self.priority += int(entitled[PRIORITY].sum())
        self.amount_fen += int(entitled[AMOUNT].cast(pl.Int64).sum())


@dataclass
class Tally:
    """The counts of every scheme by its slug."""

    counts: dict[str, Count] = field(default_factory=dict)

    def of(self, scheme: Scheme) -> Count:
        return self.counts.setdefault(scheme.slug, Count())


def chosen(scheme: Scheme) -> bool:
    """Whether experts choose among the eligible: nobody is paid by right, so nothing is counted as owed."""
    return State.UNDER_REVIEW in scheme.procedure.states


def answerable(plan: Plan) -> tuple[Scheme, ...]:
    """The schemes whose facts a register can hold."""
    return tuple(scheme for scheme in plan.schemes if not unanswered(scheme))


def opened(engine: Engine, part: Part) -> dict[str, Any]:
    mine = part.mine(nw.col(KEY))
    held = {name: nw.from_native(engine.opened(paths)) for name, paths in part.files.items()}
    own = held if mine is None else {name: frame.filter(mine) for name, frame in held.items()}
    return {name: respelt(completed(frame, BY_NAME[name]), name, part) for name, frame in own.items()}


def respelt(frame: Any, name: str, part: Part) -> Any:
    """The table with its numbers of certificates in the one spelling, where the files hold another: the
    number of a certificate beside it, for it is what the certificate is called in the answer."""
    column, plain = NUMBERED.get(name, ("", ""))
    if not column or not oddly_spelt(part, name, column):
        return frame
    return frame.with_columns(spelt(nw.col(column)).alias(plain))


def oddly_spelt(part: Part, name: str, column: str) -> bool:
    """Asked of a part at a time, so that no whole column of a city is held."""
    held = pl.scan_parquet(list(part.files[name]), missing_columns="insert", extra_columns="ignore")
    if column not in held.collect_schema():
        return False
    mine = part.mine(pl.col(KEY))
    own = held if mine is None else held.filter(mine)
    return bool(own.select(odd(pl.col(column))).collect().item())


def scanned(engine: Engine, register: Register, asked: Question, tally: Tally, folder: Path) -> None:
    """For each part a file with the rows of all who are eligible or whom a person must decide on; no part's
    rows are held while the next is asked."""
    for number, part in enumerate(parts(register)):
        path = folder / f"{number:05}-{asked.plan.slug}.parquet"
        answered(engine, opened(engine, part), asked, tally).write_parquet(path)


def answered(engine: Engine, tables: Mapping[str, Any], asked: Question, tally: Tally) -> pl.DataFrame:
    found, people = [], shared(asked.schemes, tables, asked.keep)
    if people is not None:
        tables = {**tables, "persons": nw.from_native(engine.settled(nw.to_native(people)))}
    for scheme in asked.schemes:
        rows, total = engine.rows(queried(engine, scheme, tables, asked))
        if chosen(scheme):
            rows = rows.with_columns(pl.lit(0, dtype=pl.Int64).alias(AMOUNT))
        tally.of(scheme).add(rows, int(total.item()))
        named = {rule.name: f"{scheme.slug}.{rule.name}" for rule in scheme.rules if asked.rules}
        told = rows.with_columns(pl.lit(scheme.slug).alias("scheme"), pl.col(OWN).cast(pl.String))
        found.append(told.rename(named))
    engine.done()
    first = [*COLUMNS, *asked.keep]
    return pl.concat([one.select(*first, pl.exclude(first)) for one in found], how="diagonal_relaxed")


def queried(engine: Engine, scheme: Scheme, tables: Mapping[str, Any], asked: Question) -> tuple[Any, Any]:
    """Two lazy frames of the engine: the rows that are not refused, and how many subjects there are."""
    held = ground(scheme, narrow(engine, scheme, tables, asked), asked.plan.registers, asked.keep)
    native = {name: nw.to_native(frame) for name, frame in held.frames.items()}
    found = nw.from_native(
        scan(scheme, native, asked.day, asked.settings, KEY, held.own, asked.keep, engine.settled)
    )
    told = [rule.name for rule in scheme.rules if asked.rules]
    rows = found.select(
        KEY, nw.col(held.own or KEY).alias(OWN), OUTCOME, PRIORITY, AMOUNT, *asked.keep, *told
    )
    return nw.to_native(rows), nw.to_native(subjects(scheme, tables).select(nw.len()))


def narrow(engine: Engine, scheme: Scheme, tables: Mapping[str, Any], asked: Question) -> Mapping[str, Any]:
    """The tables of those who have what the scheme cannot do without."""
    held = {name: nw.to_native(frame) for name, frame in lists(scheme, tables, asked.plan.registers).items()}
    keys = narrowed(scheme, held, asked.day, asked.settings, KEY)
    return tables if keys is None else among(tables, nw.from_native(engine.settled(keys)))
