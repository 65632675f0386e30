"""One bit of one byte of one column, flipped as somebody with the database open could; or of a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from django.db import DataError, IntegrityError, connection, models, transaction
from django.db.utils import OperationalError

from gongjiang.office.cases.models import Event
from gongjiang.office.clerk.reading_rows import UNREADABLE
from gongjiang.office.clerk.tracing_rows import HELD
from gongjiang.office.ledger.models import Transfer
from gongjiang.office.review.models import Score

TABLES: tuple[type[models.Model], ...] = (*HELD, Event, Score, Transfer)
TYPES = {
    "text": "CAST(CAST(%s AS BLOB) AS TEXT)", "integer": "%s", "real": "CAST(%s AS REAL)", "blob": "%s",
}  # fmt: skip


class SaysTheSame(Exception):
    """The bytes differ and what they say does not: a blank within JSON, the sign between day and hour."""


@contextmanager
def undone() -> Iterator[None]:
    """As it was, afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def names_of(model: type[models.Model], key: Any) -> set[str]:
    """How the house would call this row."""
    if model is Event:
        row = Event.objects.select_related("case").get(pk=key)
        return {f"event {row.case.ref} {row.step}", f"event {key}"}
    if model is Score:
        return {f"score {Score.objects.get(pk=key).ref}", f"score {key}"}
    return {f"transfer {key}" if model is Transfer else f"{model._meta.db_table} {key}"}


def rows(model: type[models.Model]) -> models.QuerySet[Any]:
    return Score.objects.exclude(receipt=None) if model is Score else model._base_manager.all()


def chosen(dice: Random) -> tuple[type[models.Model], Any, str]:
    """A column of a row of a table; not the number of a row by which nothing is said of it."""
    model = dice.choice(TABLES)
    keys = list(rows(model).order_by("pk").values_list("pk", flat=True))
    columns = [one.column for one in model._meta.concrete_fields]
    return model, dice.choice(keys), dice.choice(columns[1:] if model in (Event, Score) else columns)


def flip(model: type[models.Model], key: Any, column: str, dice: Random) -> None:
    """With the guards lifted. Raises where the database takes no such value, or where it says the same."""
    before = seen(model, key, column)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            edit = {"sqlite": _flip_sqlite, "postgresql": _flip_postgresql}[connection.vendor]
            edit(cursor, model._meta.db_table, model._meta.pk.column, key, column, dice)
    except (IntegrityError, DataError, OperationalError) as no:
        raise SaysTheSame from no
    if before == seen(model, key, column):
        raise SaysTheSame


def seen(model: type[models.Model], key: Any, column: str) -> str:
    """What the house reads there; cipher text as it lies."""
    name = next(one.attname for one in model._meta.concrete_fields if one.column == column)
    try:
        held = model._base_manager.filter(pk=key).values_list(name, flat=True).first()
    except UNREADABLE:
        return "unreadable"
    return repr(bytes(held) if isinstance(held, memoryview) else held)


def _flip_sqlite(cursor: Any, table: str, pk: str, key: Any, column: str, dice: Random) -> None:
    told = f'typeof("{column}"), "{column}", CAST("{column}" AS BLOB)'
    cursor.execute(f'SELECT {told} FROM "{table}" WHERE "{pk}" = %s', [key])
    kind, value, raw = cursor.fetchone()
    if kind == "null" or not raw:
        raise SaysTheSame
    place, bit = dice.randrange(len(raw)), 1 << dice.randrange(8)
    flipped = raw[:place] + bytes([raw[place] ^ bit]) + raw[place + 1 :]
    other = value ^ bit if kind == "integer" else flipped
    cursor.execute(f'UPDATE "{table}" SET "{column}" = {TYPES[kind]} WHERE "{pk}" = %s', [other, key])


def _flip_postgresql(cursor: Any, table: str, pk: str, key: Any, column: str, dice: Random) -> None:
    known = "SELECT data_type FROM information_schema.columns"
    cursor.execute(f"{known} WHERE table_name = %s AND column_name = %s", [table, column])
    kind = cursor.fetchone()[0]
    cursor.execute(f'SELECT "{column}"::text FROM "{table}" WHERE "{pk}" = %s', [key])
    text = cursor.fetchone()[0]
    if not text:
        raise SaysTheSame
    place = dice.randrange(len(text))
    other = text[:place] + chr(ord(text[place]) ^ (1 << dice.randrange(6))) + text[place + 1 :]
    cursor.execute(f'UPDATE "{table}" SET "{column}" = CAST(%s AS {kind}) WHERE "{pk}" = %s', [other, key])
