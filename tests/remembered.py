"""What takes long to build is built once in each worker: its rows are kept, and laid down again on demand.

The rows go in as they were, past the guards, which are lifted for that one moment: it is the very town that
the office's own acts built, ids and chain and all. They are laid only on the very rows they were built on.
Documents that were brought lie where they belong again.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from gongjiang.office.registry.files import EVIDENCE
from tests.append_only import lifted

T = TypeVar("T")
Rows = dict[str, Any]


@dataclass(frozen=True)
class Remembered:
    """The tables that building changed, those of them that were not empty, what the builder gave back, and
    the documents it brought, sealed as they lie.
    """

    tables: Rows
    emptied: frozenset[str]
    made: bytes
    files: dict[str, bytes]


KEPT: dict[tuple[str, bytes], Remembered] = {}


def remembered(name: str, make: Callable[[], T]) -> T:
    """What `make` gives, with its rows in the database: built the first time, laid down after that; on
    PostgreSQL built each time.
    """
    if connection.vendor != "sqlite":
        return make()
    before, there = _rows(), set(_files())
    key = name, sha256(pickle.dumps(before)).digest()
    if key not in KEPT:
        made = make()
        after = {table: rows for table, rows in _rows().items() if rows != before[table]}
        full = frozenset(table for table in after if before[table])
        brought = {name: path.read_bytes() for name, path in _files().items() if name not in there}
        KEPT[key] = Remembered(after, full, pickle.dumps(made), brought)
        return made
    _lay(KEPT[key])
    return pickle.loads(KEPT[key].made)


def _files() -> dict[str, Path]:
    return {path.name: path for path in (Path(settings.HOME) / EVIDENCE).glob("*")}


def _rows() -> Rows:
    with connection.cursor() as cursor:
        return {table: _read_sqlite(cursor, table) for table in _tables()}


@cache
def _tables() -> list[str]:
    return sorted(set(connection.introspection.table_names()) - {"django_migrations"})


@cache
def _bare_columns(table: str) -> str:
    """A sign before the name keeps what is stored from being turned into something of Python's."""
    with connection.cursor() as cursor:
        cursor.execute(f'PRAGMA table_info("{table}")')
        return ", ".join(f'+"{column[1]}"' for column in cursor.fetchall())


def _lay(kept: Remembered) -> None:
    with transaction.atomic(), lifted(), connection.cursor() as cursor:
        for table in kept.emptied:
            cursor.execute(f'DELETE FROM "{table}"')
        for table, rows in kept.tables.items():
            _write_sqlite(cursor, table, rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
    place = Path(settings.HOME) / EVIDENCE
    for name in kept.files.keys() - _files().keys():
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        (place / name).write_bytes(kept.files[name])


def _read_sqlite(cursor: Any, table: str) -> list[tuple[Any, ...]]:
    cursor.execute(f'SELECT {_bare_columns(table)} FROM "{table}"')
    return list(cursor.fetchall())


def _write_sqlite(cursor: Any, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        places = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
