"""Adding many rows at once: one prepared statement, past the work that the ORM does for every object.

The rows are those of `bulk_create`, constraints and triggers included; what is left out is building an SQL
expression for every value. See docs/adr/0007.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

M = TypeVar("M", bound=models.Model)
Adapt = Callable[[Any], Any]


def add_many(made: Iterable[M]) -> list[M]:
    """Insert new objects of one model inside the caller's transaction; those without a key are given one."""
    rows = list(made)
    if not rows:
        return rows
    model = type(rows[0])
    fields = model._meta.concrete_fields
    with connection.cursor() as cursor:
        if isinstance(model._meta.pk, models.AutoField):
            _number(cursor, model, [row for row in rows if row.pk is None])
        cursor.executemany(_statement(model, fields), _values(rows, fields))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
    return rows


def add_rows(model: type[models.Model], rows: Sequence[NamedTuple]) -> None:
    """Insert rows of which nobody needs an object: every column by its name but a key the database gives."""
    if not rows:
        return
    named = {field.attname: field for field in model._meta.concrete_fields}
    fields = [named[name] for name in rows[0]._fields]
    columns = [_adapted(field, held) for field, held in zip(fields, zip(*rows, strict=True), strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, fields), list(zip(*columns, strict=True)))


class Spelt(str):
    """A JSON value that is written out already."""

    __slots__ = ()


class _AsSpelt(json.JSONEncoder):
    """Leaves what is written out as it is."""

    def encode(self, o: Any) -> str:
        return str(o)


def _statement(model: type[models.Model], fields: Sequence[models.Field[Any, Any]]) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column or "") for field in fields)
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({', '.join(['%s'] * len(fields))})"


def _values(rows: Sequence[models.Model], fields: Sequence[models.Field[Any, Any]]) -> list[tuple[Any, ...]]:
    columns = [_adapted(field, [getattr(row, field.attname) for row in rows]) for field in fields]
    return list(zip(*columns, strict=True))


def _adapted(field: models.Field[Any, Any], held: Sequence[Any]) -> Sequence[Any]:
    """A column as the database is told it; none stays none."""
    adapt = adapter(field)
    return [None if value is None else adapt(value) for value in held] if adapt else held


def adapter(field: models.Field[Any, Any]) -> Adapt | None:
    """How a value of this field is told to the database; nothing where it is told as it is."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return connection.ops.adapt_datefield_value
    if isinstance(field, models.CharField | models.TextField):
        return str
    return None


def _json(value: Any) -> Any:
    return connection.ops.adapt_json_value(value, _AsSpelt if isinstance(value, Spelt) else None)


def _number(cursor: CursorWrapper, model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Keys as the database itself would give them: the transaction holds the table or the sequence."""
    if not rows:
        return
    table = model._meta.db_table
    if connection.vendor == "sqlite":
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        keys = list(range(last + 1, last + 1 + len(rows)))
    else:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [table, model._meta.pk.column, len(rows)],
        )
        keys = [key for (key,) in cursor.fetchall()]
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
