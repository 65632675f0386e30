"""Masking holds on every page: no list, page, sheet or answer shows a whole identity number or account."""

import re
from random import choice

import pytest
from django.urls import reverse

from gongjiang.office.registry.models import PayeeAccount, Person
from tests.web.access import STAFF, login
from tests.web.canaries import opened
from tests.web.crawl import iri
from tests.web.senders import Sender, signed_in
from tests.web.test_canaries import there

pytestmark = pytest.mark.both
AS_SENT = ("desk:roster_errors",)
"""A sheet's own rows that were refused, given back as they came to those who put them right."""
MENDERS = ("officer", "employer")
LONG = re.compile(rb"[0-9]{15,19}[0-9Xx]?")


def whole(alive, who: str) -> list[str]:
    """Where somebody sees a number whole that is somebody's."""
    sender = Sender() if who == "anonymous" else signed_in(alive, login(alive, who))
    kept = {person.id_number.encode() for person in Person.objects.all() if person.id_number}
    kept |= {account.number.encode() for account in PayeeAccount.objects.all()}
    assert len(kept) > 100
    sent = {reverse(name, args=(alive.refs["claims"],)) for name in AS_SENT if who in MENDERS}
    found = []
    for url in set(there(alive)) - sent:
        told = opened(sender.answer("GET", iri(url)).told)
        if not kept.isdisjoint(LONG.findall(told)):
            found.append(f"{who} {url}")
    return found


def test_somebody_by_chance_sees_no_number_whole(alive):
    assert whole(alive, choice(["anonymous", *sorted(STAFF)])) == []


@pytest.mark.long
def test_nobody_sees_a_number_whole(alive):
    assert [found for who in ("anonymous", *STAFF) for found in whole(alive, who)] == []


def test_a_number_that_stood_whole_would_be_found(alive):
    number = Person.objects.exclude(id_index=None)[0].id_number

    assert LONG.findall(opened(f"<td>{number}</td>".encode())) == [number.encode()]
