"""People made up for the benchmarks, always the same ones."""

from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl

from gongjiang.law.scheme import Scheme

DAY = date(2024, 6, 3)
FIRST_DAY = date(1990, 1, 1)
UNKNOWN = 0.02


def crowd(scheme: Scheme, size: int, seed: int = 20) -> list[dict[str, Any]]:
    """Plain facts by name; a list holds up to three records, and a fact in fifty is unknown."""
    chance = Random(seed)
    return [person(scheme, chance) for _ in range(size)]


def person(scheme: Scheme, chance: Random) -> dict[str, Any]:
    subject = scheme.subject
    own = {name: value(field.kind, chance) for name, field in subject.fields.items()}
    lists = {name: listed.record.fields for name, listed in subject.lists.items()}
    return own | {
        name: [
            {key: value(f.kind, chance) for key, f in fields.items()}
            for _ in range(chance.choice((0, 0, 1, 3)))
        ]
        for name, fields in lists.items()
    }


def value(kind: Any, chance: Random) -> Any:
    if chance.random() < UNKNOWN:
        return None
    if kind is bool:
        return chance.random() < 0.9
    if kind is int:
        return chance.choice((1, 1, 2, 3, 9))
    if kind is date:
        return FIRST_DAY + timedelta(days=chance.randrange(12_500))
    return (
        chance.choice(("craftsman", "skill_master", "甲")) if kind is str else chance.choice(list(kind)).value
    )


def frames(scheme: Scheme, people: list[dict[str, Any]]) -> dict[str, pl.LazyFrame]:
    """The same people as a register, sorted by person."""
    subject = scheme.subject
    register = {"subject": frame(subject.fields, [p | {"person": n} for n, p in enumerate(people)])}
    for name, listed in subject.lists.items():
        rows = [child | {"person": n} for n, p in enumerate(people) for child in p[name]]
        register[name] = frame(listed.record.fields, rows)
    return register


def frame(fields: dict[str, Any], rows: list[dict[str, Any]]) -> pl.LazyFrame:
    kinds = {bool: pl.Boolean, int: pl.Int64, date: pl.Date}
    schema = {"person": pl.Int64} | {name: kinds.get(field.kind, pl.String) for name, field in fields.items()}
    columns = {name: [row[name] for row in rows] for name in schema}
    return pl.DataFrame(columns, schema=schema).lazy()
