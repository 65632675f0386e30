"""A facts file into a record's values, driven by the declaration alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.money import Money
from gongjiang.law.record import Field, Record, Row
from gongjiang.law.scheme import Scheme
from gongjiang.law.telling import Unavailable
from gongjiang.law.terms import Term
from gongjiang.law.words import Called, Problem, Words

BLOCKED = "unavailable"
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A day outside these is a slip of the finger."""
HALVES = re.compile("[\ud800-\udfff]")
"""Half a character, which no file and no database holds."""


@dataclass(frozen=True)
class Facts:
    """Values for the subject, and the names in the file that no fact of the scheme bears."""

    row: Row
    strange: tuple[str, ...]


def read_facts(scheme: Scheme, raw: Mapping[str, Any], whole: bool = True) -> Facts | Problem:
    """A name that is left out is unknown; {"unavailable": reason} says that a register could not be asked.
    With `whole` so is a list that the scheme cannot do without; an empty one says that there are none.
    """
    subject, values = scheme.subject, {}
    known = {*subject.fields, *subject.lists, *scheme.unfolds}
    told = unfolded(scheme, raw)
    if isinstance(told, Problem):
        return told
    for name, value in told.items():
        if name in subject.lists:
            read = _children(subject.lists[name].record, scheme.readings.get(name), value, name)
        elif name in subject.fields:
            read = value_of(subject.fields[name], value)
        else:
            continue
        if isinstance(read, Problem):
            return read
        values[name] = read
    row, needed = subject.row(values), {name for name, held in subject.lists.items() if held.needed}
    row.unknown = frozenset(name for name in needed if whole and values.get(name) is None)
    return Facts(row, tuple(name for name in raw if name not in known))


def unfolded(scheme: Scheme, raw: Mapping[str, Any]) -> Mapping[str, Any] | Problem:
    """The facts with every printed object that stands for several of them told as those."""
    told = dict(raw)
    for name, unfold in scheme.unfolds.items():
        held = told.pop(name, None)
        if isinstance(held, Mapping) and BLOCKED not in held:
            told = {**unfold(held), **told}
        elif held is not None:
            return Problem(Words(f"{name} 应为一个对象", f"{name} must be an object"))
    return told


def value_of(field: Field, raw: Any) -> Any | Problem:
    """One value of the declared type, or the reason why it is none."""
    if raw is None:
        return None
    if isinstance(raw, Mapping) and BLOCKED in raw:
        return Unavailable(HALVES.sub("\ufffd", str(raw[BLOCKED])))
    if issubclass(field.kind, Term):
        return _term(field, raw)
    if field.kind is date:
        return _day(field, raw)
    if field.kind is Money and type(raw) is int:
        return Money(raw)
    right = type(raw) is field.kind or (field.kind is str and isinstance(raw, Called))
    if right and isinstance(raw, str) and HALVES.search(raw):
        return Problem(Words(f"{field.said.zh}（{field.name}）含有残缺的字符",
                             f"{field.said.en} ({field.name}) holds half a character"))  # fmt: skip
    return raw if right else _wrong(field, raw)


def _term(field: Field, raw: Any) -> Term | Problem:
    kind: Any = field.kind
    allowed: dict[str, Term] = {term.value: term for term in kind}
    if isinstance(raw, str) and raw in allowed:
        return allowed[raw]
    listed = ", ".join(allowed)
    return Problem(Words(f"{field.said.zh}（{field.name}）应为下列之一：{listed}",
                         f"{field.said.en} ({field.name}) must be one of: {listed}"))  # fmt: skip


def _day(field: Field, raw: Any) -> date | Problem:
    try:
        found = raw if isinstance(raw, date) else date.fromisoformat(raw)
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    except (TypeError, ValueError):
        pass
    return Problem(Words(f"{field.said.zh}（{field.name}）应为日期，如 2010-07-01",
                             f"{field.said.en} ({field.name}) must be a day such as 2010-07-01"))  # fmt: skip


def _wrong(field: Field, raw: Any) -> Problem:
    kinds = {bool: Words("是或否（true/false）", "true or false"), int: Words("整数", "a whole number"),
             str: Words("文字", "text"), Money: Words("以分计的整数", "a whole number of fen")}  # fmt: skip
    kind = kinds.get(field.kind, Words(field.kind.__name__, field.kind.__name__))
    return Problem(
        Words(
            f"{field.said.zh}（{field.name}）应为{kind.zh}",
            f"{field.said.en} ({field.name}) must be {kind.en}",
        )
    )


def _children(record: type[Record], reading: Any, raw: Any, name: str) -> tuple[Row, ...] | Problem | None:
    if raw is None:
        return None
    if not isinstance(raw, list):
        return Problem(Words(f"{name} 应为列表", f"{name} must be a list"))
    rows = []
    for item in raw:
        row = _child(record, reading, item, name)
        if isinstance(row, Problem):
            return row
        rows.append(row)
    return tuple(rows)


def _child(record: type[Record], reading: Any, item: Any, name: str) -> Row | Problem:
    try:
        held = reading(item) if reading else item
        values = {
            key: value_of(record.fields[key], value) for key, value in held.items() if key in record.fields
        }
    except (AttributeError, TypeError, ValueError):
        return Problem(
            Words(f"{name} 中有一项格式不对：{item!r}", f"{name} holds a malformed entry: {item!r}")
        )
    wrong = next((value for value in values.values() if isinstance(value, Problem)), None)
    return wrong or record.row(values)
