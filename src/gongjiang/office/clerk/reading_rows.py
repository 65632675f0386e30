"""Rows read one by one where they must be: whoever edited a column may have left what is no value."""

from collections.abc import Iterator
from typing import Any

from django.db import OperationalError
from django.db.models import QuerySet

UNREADABLE = (ArithmeticError, OperationalError, TypeError, ValueError)
"""What the drivers say of a text that is no date, no number, no JSON or no text at all."""
Row = tuple[Any, tuple[Any, ...] | None]


def rows_of(rows: QuerySet[Any, Any], names: tuple[str, ...]) -> Iterator[Row]:
    """The rows by their keys; nothing in place of one that cannot be read."""
    last = 0
    try:
        for key, *row in rows.order_by("pk").values_list("pk", *names).iterator():
            last = key
            yield key, tuple(row)
    except UNREADABLE:
        for key in list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)):
            yield key, _row(rows, key, names)


def _row(rows: QuerySet[Any, Any], key: Any, names: tuple[str, ...]) -> tuple[Any, ...] | None:
    try:
        return tuple(rows.filter(pk=key).values_list(*names)[0])
    except UNREADABLE:
        return None
