"""Let transactional tests empty a database whose rows are only ever added.

Production has no switch that opens an append-only table, and none is put there for the tests' sake. Django
empties the tables after a `transaction=True` test with DELETE or TRUNCATE, which the guards rightly refuse.
So around that one statement, in the test process alone, every trigger is taken away and put back just as it
was. It reads the triggers from the database, so it serves every application that guards its rows.

Wire it once, in tests/conftest.py:  `append_only.install()` in `pytest_configure`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase

BACK = {"O": "ENABLE", "A": "ENABLE ALWAYS", "R": "ENABLE REPLICA"}
SETTLED = "SET CONSTRAINTS ALL IMMEDIATE"
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT c.relname, t.tgname, t.tgenabled::text FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY 1, 2",
}
_teardown = TransactionTestCase._fixture_teardown


def install() -> None:
    """Lift the guards while Django empties the tables after a transactional test; safe to call twice."""
    TransactionTestCase._fixture_teardown = _emptied  # type: ignore[method-assign]


def _emptied(test: TransactionTestCase) -> None:
    with lifted():
        _teardown(test)


@contextmanager
def lifted() -> Iterator[None]:
    """The database without its triggers, and afterwards with exactly those it had."""
    take, put = {"sqlite": (_drop, _create), "postgresql": (_disable, _enable)}[connection.vendor]
    kept = take()
    try:
        yield
    finally:
        put(kept)


def _ask(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _tell(statements: list[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def triggers() -> list[tuple[Any, ...]]:
    """Every trigger that is on guard, with what it takes to put it back."""
    return _ask(STANDING[connection.vendor])


def _drop() -> list[tuple[Any, ...]]:
    found = triggers()
    _tell([f'DROP TRIGGER "{name}"' for name, _ in found])
    return found


def _create(found: list[tuple[Any, ...]]) -> None:
    _tell([sql for _, sql in found])


def _disable() -> list[tuple[Any, ...]]:
    found = triggers()
    _tell([SETTLED, *(f'ALTER TABLE "{table}" DISABLE TRIGGER "{name}"' for table, name, _ in found)])
    return found


def _enable(found: list[tuple[Any, ...]]) -> None:
    _tell([SETTLED, *(f'ALTER TABLE "{table}" {BACK[how]} TRIGGER "{name}"' for table, name, how in found)])
