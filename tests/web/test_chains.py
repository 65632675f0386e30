"""Long walks over the pages: everybody follows links that are there and sends forms that are shown, filled in
well or badly, one after the other. Nothing breaks, the books balance, and the record is whole at the end.
"""

import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from random import Random
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.test import Client

from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger import check
from tests.web.access import STAFF, login
from tests.web.alive import Alive
from tests.web.crawl import addresses, iri
from tests.web.found_forms import Reader, Shown
from tests.web.test_bad_input import BAD

FEW, MANY = 60, 5_000
SEED = os.environ.get("GONGJIANG_FUZZ_SEED", "")
LINK = re.compile(r'<a [^>]*href="([^"#]+)"')
LEFT_ALONE = ("/account/", "/demo/", "/static/", "/i18n/")
"""Where a walk would end, or move the clock of all."""
STRANGER = "stranger at the door"


@dataclass
class Walker:
    """Somebody, what they have seen, and the page they are at."""

    client: Client
    known: list[str]
    at: str = "/"
    links: list[str] = field(default_factory=list)
    forms: list[Shown] = field(default_factory=list)

    def saw(self, url: str, answer: Any) -> None:
        if answer.status_code in (301, 302):
            self.known.append(urljoin(url, answer["Location"]))
        if answer.status_code != 200 or "html" not in answer.get("Content-Type", "") or answer.streaming:
            return
        text, reader = answer.content.decode(), Reader(url)
        reader.feed(text)
        self.at, self.forms = url, [one for one in reader.found if goes(one.action)]
        self.links = [
            one for one in (urljoin(url, unescape(href)) for href in LINK.findall(text)) if goes(one)
        ]


def goes(url: str) -> bool:
    told = urlsplit(url)
    return not told.netloc and told.path.startswith("/") and not told.path.startswith(LEFT_ALONE)


@dataclass
class Walk:
    """What was asked and what came of it."""

    dice: Random
    wrong: list[str] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def broke(self, sender: object, request: Any = None, **_more: Any) -> None:
        kind, said, _ = sys.exc_info()
        self.faults.append(f"{getattr(kind, '__name__', kind)}: {str(said)[:160]}")

    def step(self, who: str, walker: Walker) -> None:
        """One request: now a form of the page, now a link of it, now a page seen before."""
        if walker.forms and self.dice.random() < 0.5:
            form = self.dice.choice(walker.forms)
            url, method, told = form.action, "post", self.filled(form)
        else:
            near = walker.links if walker.links and self.dice.random() < 0.7 else walker.known
            url, method, told = self.dice.choice(near), "get", {}
        answer = getattr(walker.client, method)(iri(unquoted(url)), told)
        self.statuses[f"{method} {answer.status_code}"] += 1
        if answer.status_code >= 500:
            self.wrong.append(f"{who} {method} {url} {told}: {answer.status_code} {self.faults[-1:]}")
        walker.saw(url, answer)

    def filled(self, form: Shown) -> dict[str, Any]:
        """As a person might, or with something of it wrong; with one of its buttons."""
        told = {name: [again(one) for one in values] for name, values in form.fields.items()}
        if form.buttons and (button := self.dice.choice(form.buttons))[0]:
            told[button[0]] = [button[1]]
        for name in list(told) if self.dice.random() < 0.5 else ():
            if self.dice.random() < 0.3:
                told[name] = [self.dice.choice(list(BAD.values()))]
        return told


def again(value: Any) -> Any:
    """A file that is sent once more."""
    if not isinstance(value, SimpleUploadedFile):
        return value
    value.seek(0)
    return SimpleUploadedFile(str(value.name), value.read())


def unquoted(url: str) -> str:
    told = urlsplit(url)
    return told.path + (f"?{told.query}" if told.query else "")


def walked(alive: Alive, many: int, seed: str) -> Walk:
    walk, known = Walk(Random(seed)), [one for one in addresses(alive) if not one.startswith("/api/")]
    everybody = {who: alive.town.client(login(alive, who)) for who in STAFF} | {STRANGER: Client()}
    for client in everybody.values():
        client.raise_request_exception = False
    walkers = {who: Walker(client, [*known]) for who, client in everybody.items()}
    got_request_exception.connect(walk.broke)
    try:
        for _ in range(many):
            who = walk.dice.choice(sorted(walkers))
            walk.step(who, walkers[who])
    finally:
        got_request_exception.disconnect(walk.broke)
    return walk


def sound() -> bool:
    """The record is whole, and the books are what it says."""
    return first_fault() is None and not check.differences() and not check.unrecorded()


@pytest.fixture(autouse=True)
def unhurried(settings: Any) -> None:
    settings.HOURLY = dict.fromkeys(settings.HOURLY, 10**6)


def test_a_walk_of_anybody_breaks_nothing(alive):
    walk = walked(alive, FEW, SEED or "every day")

    assert walk.wrong == []
    assert sum(walk.statuses.values()) == FEW


@pytest.mark.long
@pytest.mark.both
def test_thousands_of_steps_of_everybody_break_nothing(alive):
    before = Leaf.objects.count()
    walk = walked(alive, MANY, SEED or "at length")

    assert walk.wrong == []
    assert sound()
    assert Leaf.objects.count() > before + MANY / 200
    assert walk.statuses["post 302"] > MANY / 50


def test_a_page_that_breaks_is_found(alive, monkeypatch):
    """Negative control."""
    monkeypatch.delattr("gongjiang.web.desk.todo.render")
    walk = Walk(Random(1))
    client = alive.town.client("officer")
    client.raise_request_exception = False
    got_request_exception.connect(walk.broke)

    walk.step("officer", Walker(client, ["/desk/"]))

    assert [one.split(":")[0] for one in walk.wrong] == ["officer get /desk/ {}"]
    assert walk.faults == ["NameError: name 'render' is not defined"]
