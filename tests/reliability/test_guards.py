"""The database itself refuses: what was decided is neither edited nor taken away, whoever is connected."""

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature

import pytest
from django.db import DatabaseError, connection, transaction

from gongjiang.office.clerk.guarding import ALL, guards_absent, lay_guards
from gongjiang.office.journal.guarding import absent
from gongjiang.office.notice.models import Entry
from tests import append_only
from tests.architecture.house import SOURCE
from tests.town import Town

pytestmark = pytest.mark.both
EDITED = {
    "cases_event": "note = 'x'",
    "cases_nomination": "opinion = 'x'",
    "cases_evidence": "sha256 = 'x'",
    "cases_veto": "answer = ''",
    "review_score": "marks = '{}'",
    "review_ranking": "sha256 = 'x'",
    "review_placing": "selected = NOT selected",
    "review_photo": "caption = 'x'",
    "review_draw": "public_value = 'x'",
    "notice_notice": "closes_on = opens_on",
    "notice_entry": "name = 'x'",
    "honours_resolution": "signer = 'x'",
    "honours_resolution_cases": "case_id = 1",
    "honours_honour": "title = 'x'",
    "honours_certificate": "name = 'x'",
}
WORDS = "append-only|a fixed fact was edited"


def refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match=WORDS), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def many(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        return int(cursor.fetchone()[0])


@pytest.fixture
def decided(town: Town) -> None:
    town.walked("conferred", many=2, places=1)


def test_no_table_of_decisions_is_edited_or_emptied(decided: None) -> None:
    rows = {table: many(table) for table in EDITED}
    for table, edit in EDITED.items():
        if rows[table]:
            refused(f"UPDATE {table} SET {edit}")
            refused(f"DELETE FROM {table}")

    assert {table for table, count in rows.items() if not count} <= {"cases_evidence", "review_photo"}
    assert {table: many(table) for table in EDITED} == rows


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no OR REPLACE")
@pytest.mark.parametrize("table", ["cases_event", "review_ranking", "notice_notice", "honours_resolution"])
def test_no_row_is_put_in_place_of_another(table: str, decided: None) -> None:
    refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", ["cases_event", "review_ranking", "notice_notice", "honours_resolution"])
def test_no_table_is_emptied_at_once(table: str, decided: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no roles")
def test_a_replica_is_guarded_too(decided: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    refused("DELETE FROM cases_event")


def test_what_may_change_does_change(decided: None) -> None:
    assert Entry.objects.update(superseded=True) > 0


def declared() -> Iterator[Callable[[str], Iterator[str]]]:
    """Every function of the house that tells guards of an engine."""
    for path in sorted((SOURCE / "office").glob("*/guards.py")):
        module = import_module(f"gongjiang.office.{path.parent.name}.guards")
        for _, told in getmembers(module, isfunction):
            if told.__module__ == module.__name__ and list(signature(told).parameters) == ["vendor"]:
                yield told


def test_every_guard_that_is_written_down_stands_and_is_watched(db: None) -> None:
    written = {one for told in declared() for one in told(connection.vendor)}
    watched = {one for told in ALL for one in told(connection.vendor)}

    assert [name for told in declared() for name in absent(connection, told)] == []
    assert len(written) > 40
    assert written - watched == set()


def test_guards_that_are_gone_are_named_and_laid_again(db: None) -> None:
    assert guards_absent() == []

    with append_only.lifted():
        if connection.vendor == "sqlite":
            assert "guard_cases_event_no_update" in guards_absent()
            laid = lay_guards()
            assert (laid > 40, guards_absent()) == (True, [])
            append_only._drop()
