"""No page rests on an order that no question asked for: told to, SQLite gives such rows backwards, and every
answer stays as it was. PostgreSQL gives them as they were written last.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest
from django.db import connection
from django.urls import reverse

from gongjiang.office.registry.models import User
from tests.web.access import STAFF, login
from tests.web.alive import Alive
from tests.web.crawl import addresses, crawled
from tests.web.senders import Sender, everybody, signed_in
from tests.web.test_reachable import kind

SIGNED = {"desk:certificate"}
"""A paper that nobody has asked for before is signed as it is asked for, with the hour."""
pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no such switch")


@contextmanager
def backwards() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA reverse_unordered_selects = ON")
        yield
        cursor.execute("PRAGMA reverse_unordered_selects = OFF")


class Unordered:
    """Rows as the database likes to give them."""

    def items(self) -> list[tuple[str, str]]:
        return [(str(pk), str(pk)) for pk in User.objects.order_by().values_list("pk", flat=True)]


def changed(sender: Sender, urls: list[str]) -> list[str]:
    first = crawled(sender, urls)
    with backwards():
        then = crawled(sender, urls)
    return [url for url in urls if first[url][2] != then[url][2] and kind(url) not in SIGNED]


def test_nothing_that_somebody_by_chance_is_told_changes_its_order(alive: Alive) -> None:
    who = Random().choice(sorted(STAFF))

    assert changed(signed_in(alive, login(alive, who)), addresses(alive)) == []


@pytest.mark.long
def test_nothing_that_anybody_is_told_changes_its_order(alive: Alive) -> None:
    senders, urls = {"anonymous": Sender()} | everybody(alive), addresses(alive)

    assert {who: found for who, sender in senders.items() if (found := changed(sender, urls))} == {}


def test_an_order_that_nobody_asked_for_is_found(alive: Alive, monkeypatch: pytest.MonkeyPatch) -> None:
    inspector = signed_in(alive, login(alive, "inspector1"))
    url = reverse("desk:visit", args=(alive.refs["visit"],))
    assert changed(inspector, [url]) == []

    monkeypatch.setattr("gongjiang.web.desk.visits.CONCLUSIONS", Unordered())

    assert changed(inspector, [url]) == [url]
