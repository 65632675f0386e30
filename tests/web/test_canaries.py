"""Canaries stay caged: what is planted in private fields is heard by nobody who may not hear it."""

import io
import logging
from collections.abc import Iterator
from random import choice

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.office.journal.exporting import bundle
from gongjiang.web.log_lines import Lines
from gongjiang.web.visitor import now
from tests.append_only import lifted
from tests.web.access import STAFF, login
from tests.web.alive import Alive
from tests.web.canaries import Cage, opened, planted
from tests.web.crawl import addresses, iri, of_programmes
from tests.web.objects import GONE, NUMBER
from tests.web.senders import Sender, bearer, everybody, signed_in

pytestmark = pytest.mark.both


@pytest.fixture
def cage(alive: Alive) -> Cage:
    with lifted():
        return planted(alive)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Lines())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def there(alive: Alive) -> list[str]:
    gone = {GONE, NUMBER}
    return [url for url in addresses(alive) if gone.isdisjoint(url.split("/"))]


def escapes(cage: Cage, who: str, sender: Sender, urls: list[str]) -> list[str]:
    found = []
    for url in urls:
        answer = sender.answer("GET", iri(url))
        told = repr(answer.headers).encode() + opened(answer.told)
        found += [f"{who} {url}: {bird}" for bird in sorted(cage.escaped(who.removesuffix("'s"), told))]
    return found


def test_somebody_by_chance_hears_no_canary(alive, cage):
    who = choice(["anonymous", *sorted(STAFF)])
    sender = Sender() if who == "anonymous" else signed_in(alive, login(alive, who))

    assert escapes(cage, who, sender, there(alive)) == []
    assert len(cage.sits) >= 300


def test_who_may_hear_them_does(alive, cage):
    """Were the officer nobody, the case's own page would be full of escapes."""
    page = signed_in(alive, "officer").answer("GET", reverse("desk:case", args=(alive.refs["certified"],)))

    assert cage.escaped("officer", page.told) == set()
    assert len(cage.escaped("nobody", page.told)) >= 5


@pytest.mark.long
def test_nobody_hears_a_canary_that_is_not_theirs(alive, cage, log):
    senders, urls, found = {"anonymous": Sender()} | everybody(alive), there(alive), []
    for who, sender in senders.items():
        found += escapes(cage, who, sender, urls)
    for who in ("officer", "maker", "nominee", "employer", "other-body", "expert"):
        found += escapes(cage, f"{who}'s", bearer(alive, who), of_programmes(alive))

    print(len(cage.sits), "canaries", len(urls), "addresses", len(senders), "people")
    assert "\n".join(found) == ""
    assert cage.escaped("nobody", log.getvalue().encode()) == set()


def test_what_verifiers_are_given_holds_no_canary(alive, cage):
    told = opened(bundle(now().at))

    assert len(told) > 10_000
    assert cage.escaped("nobody", told) == set()


def test_a_page_of_a_fault_holds_no_canary(alive, cage, log, monkeypatch):
    def broken(*told: object) -> None:
        raise RuntimeError("".join(song.decode() for song in cage.sits))

    monkeypatch.setattr("gongjiang.web.desk.cases.case_page", broken)
    client = Client(raise_request_exception=False)
    client.force_login(alive.town.cast.users["officer"])

    answer = client.get(reverse("desk:case", args=(alive.refs["certified"],)))

    assert answer.status_code == 500
    assert cage.escaped("nobody", answer.content + log.getvalue().encode()) == set()
    assert "RuntimeError" in log.getvalue()
