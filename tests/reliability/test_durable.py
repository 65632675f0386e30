"""That what was acknowledged is on the disk rests on settings of the database: turned down, they are told."""

import pytest
from django.db import connection
from django.test import Client

from gongjiang.office.journal.durable import weakened
from tests.town import Town

sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'")
postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'")


def asked(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@sqlite
@pytest.mark.django_db(transaction=True)
def test_what_is_turned_down_on_sqlite_is_named() -> None:
    assert weakened() == []

    try:
        asked("PRAGMA synchronous = NORMAL")
        assert weakened() == ["synchronous"]
        asked("PRAGMA foreign_keys = OFF")
        assert weakened() == ["synchronous", "foreign_keys"]
    finally:
        asked("PRAGMA synchronous = FULL")
        asked("PRAGMA foreign_keys = ON")


@postgresql
@pytest.mark.both
@pytest.mark.django_db
def test_what_the_tests_own_server_has_turned_down_is_named() -> None:
    assert weakened() == ["fsync", "synchronous_commit", "full_page_writes"]

    asked("SET LOCAL synchronous_commit = on")

    assert weakened() == ["fsync", "full_page_writes"]


@sqlite
def test_who_keeps_the_house_is_told_and_the_house_goes_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gongjiang.web.health.weakened", lambda: ["synchronous"])

    told, figures = Client().get("/health"), Client().get("/metrics").content.decode()

    assert (told.status_code, told.json()["ready"], told.json()["weakened"]) == (200, True, ["synchronous"])
    assert "gongjiang_durable 0" in figures
