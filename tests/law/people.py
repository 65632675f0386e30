"""People made up from a scheme's declarations, as rows for one case and as frames for a scan."""

from datetime import date
from typing import Any

import polars as pl
from hypothesis import strategies as st

from gongjiang.law.money import Money
from gongjiang.law.record import Record, Row
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import UNDECIDED, Ruling, Settings
from gongjiang.law.terms import Term

TODAY = date(2024, 3, 1)
EDGES = [date(2014, 2, 28), date(2014, 3, 1), date(2014, 3, 2), date(2016, 2, 29), date(2016, 3, 1), TODAY]
"""Days on either side of an anniversary."""
KEY = "person"
KINDS: dict[type, Any] = {
    bool: pl.Boolean, int: pl.Int64, Money: pl.Int64, str: pl.String, date: pl.Date,
}  # fmt: skip


def as_register(scheme: Scheme, rows: list[Row]) -> dict[str, pl.DataFrame]:
    """Rows as Polars frames: the person's place in the list is the key."""
    register = {"subject": frame(scheme.subject, list(enumerate(rows)))}
    for name, listed in scheme.subject.lists.items():
        held = [(place, child) for place, row in enumerate(rows) for child in row.children[name]]
        register[name] = frame(listed.record, held)
    return register


def frame(record: type[Record], keyed: list[tuple[int, Row]]) -> pl.DataFrame:
    columns = {name: [plain(row.values[name]) for _, row in keyed] for name in record.fields}
    schema = {KEY: pl.Int64} | {
        name: KINDS.get(field.kind, pl.String) for name, field in record.fields.items()
    }
    return pl.DataFrame({KEY: [place for place, _ in keyed], **columns}, schema=schema)


def plain(value: Any) -> Any:
    return value.value if isinstance(value, Term) else value


def people(scheme: Scheme, least: int = 1) -> st.SearchStrategy[list[Row]]:
    return st.lists(person(scheme), min_size=least, max_size=10)


def person(scheme: Scheme) -> st.SearchStrategy[Row]:
    """Anybody whose facts are of the declared types, any of them unknown."""
    words = mentioned(scheme)
    lists = {
        name: st.lists(record_of(listed.record, words).map(listed.record.row), max_size=3)
        for name, listed in scheme.subject.lists.items()
    }
    children = st.fixed_dictionaries(lists)
    return st.builds(
        lambda own, held: scheme.subject.row(own | held), record_of(scheme.subject, words), children
    )


def record_of(record: type[Record], words: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    known = {name: value_of(field.kind, words) for name, field in record.fields.items()}
    return st.fixed_dictionaries({}, optional=known)


def value_of(kind: type, words: list[str]) -> st.SearchStrategy[Any]:
    if issubclass(kind, Term):
        return st.sampled_from(list(kind))
    days = st.dates(date(2003, 1, 1), date(2026, 12, 31)) | st.sampled_from(EDGES)
    texts = st.sampled_from([*words, "无"])
    sums = st.integers(0, 3).map(Money)
    kinds = {bool: st.booleans(), int: st.integers(-1, 3), Money: sums, date: days, str: texts}
    return kinds[kind]


def mentioned(scheme: Scheme) -> list[str]:
    """The texts that the scheme's own rules compare with."""
    parts = [part for rule in scheme.every_rule for part in rule.expr.parts()]
    return sorted({part.args[0] for part in parts if part.op == "lit" and part.kind is str})


def rulings(settings: Settings) -> st.SearchStrategy[Settings]:
    """The same settings, with some assumptions turned round and some taken back."""
    open_to_it = [
        key
        for key, held in settings.known.items()
        if settings.assumption(key) and held.on(TODAY) in (True, False)
    ]
    answers = st.sampled_from([True, False, UNDECIDED])
    ruled = st.fixed_dictionaries({}, optional=dict.fromkeys(open_to_it, answers))
    return ruled.map(
        lambda held: Settings(settings.known, {key: signed(value) for key, value in held.items()})
    )


def signed(value: Any, since: date = TODAY) -> tuple[Ruling, ...]:
    return (Ruling(value, since, "张三", "会议纪要"),)
