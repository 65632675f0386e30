"""A scheme's frames read back as rows, and each judged alone by the compiled rules."""

from datetime import date
from typing import Any

import polars as pl

from gongjiang.law.compiled import Asking
from gongjiang.law.effect import Pay
from gongjiang.law.record import Record, Row
from gongjiang.law.register import KEY
from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.office.bulk.adapting import Ground
from gongjiang.office.bulk.scanning import Question, chosen


def one_by_one(scheme: Scheme, held: Ground, asked: Question) -> list[tuple[Any, ...]]:
    """The rows of a scan: keys, outcome, what is paid and every rule's truth, of all who are not refused."""
    frames = {name: frame.to_native().collect() for name, frame in held.frames.items()}
    records = {name: listed.record for name, listed in scheme.subject.lists.items()}
    children = {name: grouped(frames[name], record) for name, record in records.items()}
    rows = []
    for told in frames["subject"].iter_rows(named=True):
        person = told[KEY]
        row = Row(
            scheme.subject,
            values(scheme.subject, told),
            {n: kept.get(person, ()) for n, kept in children.items()},
        )
        assessed = scheme.assess(row, asked.day, asked.settings)
        if assessed.outcome is not Outcome.NOT_ELIGIBLE:
            truths = [rule.reader(row, None, Asking(asked.day, asked.settings))
                      for rule in scheme.every_rule[: len(scheme.rules)]]  # fmt: skip
            own = str(told[held.own or KEY])
            paid = sums(scheme, row, asked)
            rows.append((person, scheme.slug, own, assessed.outcome.value, assessed.priority, paid, *truths))
    return sorted(rows, key=lambda row: (row[0], row[2]))


def sums(scheme: Scheme, row: Row, asked: Question) -> int | None:
    if chosen(scheme):
        return 0
    found = [g.amount for g in scheme.grants_on(row, asked.day, asked.settings) if isinstance(g, Pay)]
    return None if None in found else sum(found)


def grouped(frame: pl.DataFrame, record: type[Record]) -> dict[Any, tuple[Row, ...]]:
    held: dict[Any, list[Row]] = {}
    for told in frame.iter_rows(named=True):
        held.setdefault(told[KEY], []).append(Row(record, values(record, told), {}))
    return {person: tuple(rows) for person, rows in held.items()}


def values(record: type[Record], told: dict[str, Any]) -> dict[str, Any]:
    return {name: typed(field.kind, told[name]) for name, field in record.fields.items()}


def typed(kind: Any, value: Any) -> Any:
    return value if value is None or kind in (bool, int, date, str) else kind(value)
