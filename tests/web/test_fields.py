"""What each answer is made of is as the table says, for everybody who may have it: no field more or fewer."""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from tests.web.access import DOORS, EVERYBODY, Door, acting, login
from tests.web.alive import Alive
from tests.web.crawl import iri
from tests.web.fields import FIELDS
from tests.web.labels import labels
from tests.web.objects import other_things, where
from tests.web.open_doors import API, OPEN
from tests.web.senders import Sender, everybody, programmes, signed_in

NOBODY = "anonymous"
REST = "*"
EXPORTS = ("summary", "transfers", "payables", "batches", "recoveries", "matches")
SHEETS = tuple(Door("finance:export", (name, "2026"), acting("money.export")) for name in EXPORTS)
FORMATS = {"desk:report": ("?format=xlsx",)}
API_OPEN = tuple(
    Door(f"api:{name}", args, EVERYBODY)
    for name, args in (
        ("schemes", ()),
        ("scheme", ("craftsman-selection",)),
        ("rounds", ()),
        ("notices", ()),
        ("notice", ("notice",)),
        ("craftsmen", ()),
        ("certificate", ("number",)),
        ("head", ()),
    )
)
PUBLIC = (*OPEN, *API_OPEN)


def own() -> list[Door]:
    held = {(door.name, door.args): door for door in (*PUBLIC, *DOORS, *SHEETS, *API)}
    return [door for door in held.values() if "GET" in door.methods]


def doors() -> list[Door]:
    """The same, and with other things behind them: cases and rounds in every state of the town."""
    return [*own(), *(door for door in other_things() if "GET" in door.methods)]


def named(door: Door, asked: str) -> str:
    return " ".join([door.name, *door.args, *([asked] if asked else [])])


def seen(alive: Alive, door: Door, sender: Sender) -> Iterator[tuple[str, list[str]]]:
    """What is told at a door, by the name of each way to ask; nothing where there is nothing yet."""
    for asked in ("", *FORMATS.get(door.name, ())):
        answer = sender.answer("GET", iri(where(alive, door) + asked))
        if answer.status_code == 200:
            yield named(door, asked), labels(answer)


def declared(name: str, who: str) -> set[str]:
    """What the table says that somebody is told there."""
    held = FIELDS.get(name, {})
    mine = next((told for whom, told in held.items() if who in whom.split()), held.get(REST, ""))
    return set(mine.split("|")) - {""}


def wrong(alive: Alive, door: Door, who: str, sender: Sender) -> list[str]:
    found = []
    for name, told in seen(alive, door, sender):
        more, fewer = set(told) - declared(name, who), declared(name, who) - set(told)
        if more or fewer or name not in FIELDS:
            found.append(f"{name}, {who}: more {sorted(more)}, fewer {sorted(fewer)}")
    return found


def who_may(alive: Alive, door: Door) -> list[str]:
    return sorted(door.allowed(alive)) + [NOBODY] * (door in PUBLIC)


def test_each_answer_is_made_of_what_the_table_says(alive):
    """Each door once a day, for somebody by chance who may open it; the long drill asks everybody."""
    dice, tokens, found = Random(), programmes(alive), []
    known = cache(
        lambda who: tokens.get(who) or (Sender() if who == NOBODY else signed_in(alive, login(alive, who)))
    )
    for door in own():
        who = [one for one in who_may(alive, door) if one in tokens or not one.endswith("'s")]
        if who:
            one = dice.choice(who)
            found += wrong(alive, door, one, known(one))

    assert "\n".join(found) == ""


@pytest.mark.long
def test_each_answer_is_made_of_what_the_table_says_for_everybody(alive):
    senders, found, many, told = everybody(alive) | programmes(alive) | {NOBODY: Sender()}, [], 0, set()
    for door in doors():
        for who in who_may(alive, door):
            if who in senders:
                many += 1
                found += wrong(alive, door, who, senders[who])
        told |= {named(door, asked) for asked in ("", *FORMATS.get(door.name, ()))}

    print(many, "answers at", len(FIELDS), "addresses,", sum(map(len, FIELDS.values())), "sets of fields")
    assert "\n".join(found) == ""
    assert set(FIELDS) - told == set()
    assert many > 1500


def test_a_column_that_is_added_to_a_sheet_is_found(alive, monkeypatch):
    monkeypatch.setattr("gongjiang.web.desk.export.headings", lambda: ["办件号", "身份证号"])

    found = wrong(alive, Door("desk:export", (), EVERYBODY), "officer", signed_in(alive, "officer"))

    assert found
    assert "more ['身份证号']" in found[0]


def test_a_field_that_is_added_to_the_api_is_found(alive, monkeypatch):
    """It needs a place in the shape before it is told at all, and then in the table."""
    told = {
        "ref": "x",
        "name": "王",
        "unit": "",
        "title": "t",
        "certificate": "",
        "conferred_on": "2026-01-01",
    }
    monkeypatch.setattr("gongjiang.web.api.public.craftsman", lambda one: told | {"id_number": "420199"})
    door = Door("api:craftsmen", (), EVERYBODY)
    assert wrong(alive, door, NOBODY, Sender()) == []

    monkeypatch.setitem(FIELDS, "api:craftsmen", {REST: "items|next"})

    assert "items.certificate" in wrong(alive, door, NOBODY, Sender())[0]


def test_a_field_that_somebody_sees_and_others_alone_should_is_found(alive, monkeypatch):
    held = FIELDS["desk:person life"]
    mine = next(whom for whom in held if "officer" in whom.split())
    monkeypatch.setitem(FIELDS, "desk:person life", {**held, mine: held[mine].replace("?reason", "")})
    door = next(one for one in DOORS if one.name == "desk:person")

    assert "more ['?reason']" in wrong(alive, door, "officer", signed_in(alive, "officer"))[0]
    assert wrong(alive, door, "auditor", signed_in(alive, "auditor")) == []
