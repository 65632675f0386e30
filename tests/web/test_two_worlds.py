"""Two worlds that differ in a secret look alike to everybody who is not told it: byte for byte, statement
for statement.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from random import choice

import pytest
from django.db import transaction
from django.urls import reverse

from gongjiang.office.cases.models import Round
from gongjiang.office.ledger.models import MatchEvidence
from gongjiang.web.visitor import today
from tests.append_only import lifted
from tests.clock import set_day
from tests.web.access import STAFF, login, named
from tests.web.crawl import Seen, addresses, crawled, iri, of_programmes, reverse_of, settled
from tests.web.objects import GONE, NUMBER
from tests.web.secrets_held import SECRETS, Secret, booked, third_seat
from tests.web.senders import Sender, bearer, everybody, signed_in
from tests.web.test_access_whole import quiet

__all__ = ["quiet"]
pytestmark = pytest.mark.both


@contextmanager
def otherwise(alive, secrets: list[Secret]) -> Iterator[None]:
    """The same town, but for these secrets; afterwards it is as it was."""
    with transaction.atomic():
        with lifted():
            for secret in secrets:
                secret.otherwise(alive)
        yield
        transaction.set_rollback(True)


def kept_from(alive, who: str) -> list[Secret]:
    return [one for one in SECRETS if who.removesuffix("'s") not in one.known_to(alive)]


def leaks(alive, who: str, sender: Sender, urls: list[str], before: Seen) -> list[str]:
    """The secrets that somebody could tell from their pages, and where; all at once, then one by one."""
    held = kept_from(alive, who)
    with otherwise(alive, held):
        after = crawled(sender, urls)
    if after == before:
        return []
    where = [url for url in urls if after[url] != before[url]]
    found = [told for one in held for told in alone(alive, one, who, sender, where, before)]
    return found or [f"{who} {where}"]


def alone(alive, secret: Secret, who: str, sender: Sender, urls: list[str], before: Seen) -> Iterator[str]:
    with otherwise(alive, [secret]):
        after = crawled(sender, urls)
    for url in urls:
        if after[url] != before[url]:
            yield f"{secret.name}: {who} {url} {before[url][:2]} {after[url][:2]}"


@pytest.fixture
def rounds(alive) -> None:
    """The round that is drawn by its name; a title's paper once made stays as it is."""
    booked(alive)
    alive.refs["round_I"] = Round.objects.get(code="I").ref
    alive.refs["receipt-match"] = MatchEvidence.objects.get(ref=alive.refs["receipt"]).due.ref
    paper = reverse("desk:certificate", args=(alive.refs["certified"],))
    alive.town.client("officer").get(paper)


def test_somebody_by_chance_can_tell_nothing(alive, rounds):
    """A part of what the long drill asks of everybody."""
    absent = {GONE, NUMBER}
    urls = [url for url in addresses(alive) if absent.isdisjoint(url.split("/"))]
    who = choice(["anonymous", *sorted(STAFF)])
    sender = Sender() if who == "anonymous" else signed_in(alive, login(alive, who))

    assert "\n".join(leaks(alive, who, sender, urls, crawled(sender, urls))) == ""


def test_who_should_not_know_and_can_tell_is_named(alive, rounds, monkeypatch):
    target = next(one for one in SECRETS if one.name == "a target")
    monkeypatch.setitem(globals(), "SECRETS", (replace(target, known_to=named()),))
    body, url = (
        signed_in(alive, login(alive, "body")),
        reverse("insight:target", args=(alive.refs["target"],)),
    )

    found = leaks(alive, "body", body, [url, "/"], crawled(body, [url, "/"]))

    assert [told.split(" (")[0] for told in found] == [f"a target: body {url}"]


@pytest.mark.long
def test_nobody_can_tell_what_they_are_not_told(alive, rounds):
    senders: dict[str, Sender] = {"anonymous": Sender()} | everybody(alive)
    urls, found = addresses(alive), []

    for who, sender in senders.items():
        before = crawled(sender, urls)
        assert crawled(sender, urls[:40]) == {url: before[url] for url in urls[:40]}
        found += leaks(alive, who, sender, urls, before)

    print("\n".join(found))
    print(len(SECRETS), "secrets", len(urls), "addresses", len(senders), "people")
    assert "\n".join(found) == ""


@pytest.mark.long
def test_no_programme_can_tell_either(alive, rounds):
    urls, found = of_programmes(alive), []
    for who in ("maker", "nominee", "another", "employer", "body", "other-body", "expert", "system"):
        sender = bearer(alive, who)
        sender.answer("GET", urls[0])
        found += leaks(alive, f"{who}'s", sender, urls, crawled(sender, urls))

    assert "\n".join(found) == ""


def shown(alive, secret: Secret, senders: dict[str, Sender]) -> bytes:
    """What is told where the secret may be seen."""
    if secret.beside:
        return secret.beside()
    url = reverse_of(alive, secret.told_at, secret.told_of) + secret.asked
    return settled(senders[secret.told_to].answer("POST" if secret.taken else "GET", iri(url)))


def test_whoever_is_told_a_secret_sees_that_it_is_otherwise(alive, rounds):
    """Of each secret: what nobody could see would be kept from nobody."""
    senders, unseen, day = {"anonymous": Sender()} | everybody(alive), [], today()
    third = third_seat(alive)
    alive.refs["third-seat"] = third.ref
    senders |= {who: signed_in(alive, who) for who in ("officer2", "unit")}
    senders["third"] = signed_in(alive, f"expert-{third.expert.number}")
    for secret in SECRETS:
        set_day(day + timedelta(days=secret.days))
        before = shown(alive, secret, senders)
        set_day(day)
        with otherwise(alive, [secret]):
            set_day(day + timedelta(days=secret.days))
            after = shown(alive, secret, senders)
        set_day(day)
        if before == after:
            unseen.append(f"{secret.name} {secret.told_to} {secret.told_at}")

    assert "\n".join(unseen) == ""
    assert len(SECRETS) >= 60
