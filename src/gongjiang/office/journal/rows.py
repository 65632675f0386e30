"""Rows as they were written: the leaf of an act holds a digest of every row that the act wrote, so whoever
edits one past the house is found, and the row is named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.db.models import BinaryField, Model, Q, QuerySet

from gongjiang.office.journal.models import digest

PART = 1_000
"""Rows that one leaf tells of at most."""
SEALED = "_sealed"
GONE = ""
Told = dict[str, Any]
Part = tuple[str, list[Any]]
"""A table; its columns, once, and by their keys the digests of some of its rows."""


def columns(model: type[Model]) -> tuple[str, ...]:
    """All but those of cipher text: it may be sealed anew, and opens only if it was not altered."""
    fields = model._meta.concrete_fields
    return tuple(
        one.attname for one in fields if not (isinstance(one, BinaryField) and one.attname.endswith(SEALED))
    )


def digested(values: Iterable[Any]) -> str:
    """One digest of what the columns hold; whole files by a digest of their own."""
    return digest([sha256(v).hexdigest() if isinstance(v, bytes | memoryview) else v for v in values])


def wrote(rows: QuerySet[Any, Any]) -> Part:
    """What a leaf says of the rows that its act has written, read as they now stand."""
    names = columns(rows.model)
    held = rows.order_by("pk").values_list("pk", *names)
    return rows.model._meta.db_table, [list(names), {str(key): digested(row) for key, *row in held}]


def takes(rows: QuerySet[Any, Any]) -> Part:
    """What a leaf says of the rows that its act takes away: asked before they are gone."""
    keys = rows.order_by("pk").values_list("pk", flat=True)
    return rows.model._meta.db_table, [[], {str(key): GONE for key in keys}]


def of_rows(*parts: Part) -> Told:
    """For the body of a leaf; nothing of tables without a row."""
    rows = {table: said for table, said in parts if said[1]}
    return {"rows": rows} if rows else {}


def one_by_one(rows: QuerySet[Any, Any]) -> dict[int, Told]:
    """For a leaf of each row: what it says of it."""
    table, (names, digests) = wrote(rows)
    return {int(key): {"rows": {table: [names, {key: digest}]}} for key, digest in digests.items()}


def in_parts(model: type[Model], keys: Sequence[int]) -> Iterator[Mapping[str, Any]]:
    """The bodies of as many leaves as it takes to tell of so many rows."""
    for at in range(0, len(keys), PART):
        yield of_rows(wrote(model._base_manager.filter(Q(pk__in=keys[at : at + PART]))))
