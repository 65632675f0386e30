"""Whoever may open a page is led to it: from the front page, by links and by the buttons that open pages."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from random import Random
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve, reverse

from tests.web.access import DOORS, STAFF, login
from tests.web.alive import Alive
from tests.web.crawl import iri
from tests.web.open_doors import OPEN
from tests.web.senders import Sender, everybody, signed_in

LEADS = re.compile(
    r'<a\b[^>]*\bhref="([^"#]+)|<img\b[^>]*\bsrc="([^"#]+)|<form\b(?![^>]*method="post")[^>]*\baction="([^"#]+)'
)
MOST = 60
"""Pages of one kind that are looked at: more of them lead no further."""
SCANNED, OF_SOMETHING = {"desk:session_here"}, {"desk:export"}
"""By a code on a wall; and a sheet of a list, where the list is not empty."""
AFTERWARDS, OF_ANOTHER, OF_MACHINES = {"portal:received"}, {"portal:versions"}, {"portal:healthz"}
"""Told once something was sent; where an entry has a version before; asked by programmes."""


def kind(url: str) -> str:
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


def linked(url: str, text: str) -> Iterator[str]:
    """Addresses of this house that a page leads to."""
    for found in LEADS.findall(text):
        one = urljoin(url, unescape("".join(found)))
        if one.startswith("/") and not one.startswith("//"):
            yield one


def led(sender: Sender, *begins: str) -> tuple[set[str], list[str]]:
    """The kinds of pages that are led to, and the links that lead nowhere."""
    found, dead, looked, come_from = set[str](), list[str](), Counter[str](), dict.fromkeys(begins, "")
    waiting = deque(begins)
    while waiting:
        url = waiting.popleft()
        looked[kind(url)] += 1
        if looked[kind(url)] > MOST:
            continue
        answer = sender.answer("GET", iri(url))
        if answer.status_code == 404:
            dead.append(f"{come_from[url]} leads to {url}")
        elif answer.status_code == 200:
            found.add(kind(url))
            if "html" in answer.get("Content-Type", ""):
                new = dict.fromkeys(one for one in linked(url, answer.told.decode()) if one not in come_from)
                come_from |= dict.fromkeys(new, url)
                waiting += new
    return found, dead


def wrong(alive: Alive, who: str, sender: Sender) -> list[str]:
    mine = {door.name for door in DOORS if "GET" in door.methods and who in door.allowed(alive)}
    found, dead = led(sender, "/", reverse("desk:todo"))
    return [f"{who} is not led to {name}" for name in mine - found - SCANNED - OF_SOMETHING] + [
        f"{who}: {one}" for one in dead
    ]


def test_somebody_by_chance_is_led_to_each_page_they_may_open(alive: Alive) -> None:
    who = Random().choice(sorted(STAFF))

    assert wrong(alive, who, signed_in(alive, login(alive, who))) == []


@pytest.mark.long
def test_everybody_is_led_to_each_page_they_may_open(alive: Alive) -> None:
    found = [one for who, sender in everybody(alive).items() for one in wrong(alive, who, sender)]

    assert "\n".join(sorted(found)) == ""


def test_so_is_who_does_not_sign_in(alive: Alive) -> None:
    found, dead = led(Sender(), "/")

    missing = {door.name for door in OPEN if "GET" in door.methods} - found
    assert (missing - AFTERWARDS - OF_ANOTHER - OF_MACHINES, dead) == (set(), [])


def test_a_page_that_nothing_leads_to_is_found(alive: Alive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.web.test_reachable.linked", lambda url, text: iter(()))

    assert "officer is not led to desk:cases" in wrong(alive, "officer", signed_in(alive, "officer"))
