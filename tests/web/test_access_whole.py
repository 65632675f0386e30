"""Access is exactly as declared, whole: everybody, at every door, with every kind of thing behind it."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from django.urls import get_resolver, reverse

from tests.web.access import DOORS, NOBODY, STAFF, Door
from tests.web.objects import absent, other_things, sealed, where
from tests.web.open_doors import API, OPEN, SHUT, SIGNED_IN, declared
from tests.web.senders import Sender, account, everybody, former, outsiders, programmes, signed_in, spent

METHODS = ("GET", "POST")
UNUSED = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
MORE = {"checker": "finance_checker", "approver": "finance_approver", "department": "department"}


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Twenty thousand refusals need not be written down."""
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("django.request").setLevel(logging.NOTSET)


@pytest.fixture
def more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The roles that the everyday table leaves out because another stands for them."""
    for who, role in MORE.items():
        monkeypatch.setitem(STAFF, who, role)


@dataclass
class Tally:
    """Cells tried, what was not as declared, and every way in which something was said not to be there."""

    cells: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lost: set[tuple[object, ...]] = field(default_factory=set)

    def cell(self, kind: str, who: str, method: str, url: str, sender: Sender, right: "Right") -> None:
        answer = sender.answer(method, url)
        self.cells[kind] += 1
        if answer.status_code == 404:
            self.lost.add((answer["Content-Type"], answer.told, tuple(sorted(answer.headers))))
        if not right(answer):
            self.wrong.append(f"{kind}: {who} {method} {url}: {answer.status_code}")


def opened(answer: object) -> bool:
    return answer.status_code in (200, 302, 409)  # type: ignore[attr-defined]


def not_there(answer: object) -> bool:
    return answer.status_code == 404  # type: ignore[attr-defined]


def no_such_method(answer: object) -> bool:
    return answer.status_code in (404, 405)  # type: ignore[attr-defined]


def sent_to_the_door(answer: object) -> bool:
    return answer.status_code == 302 and answer.url.startswith(reverse("account_login"))  # type: ignore[attr-defined]


Right = type(opened)


def as_declared(alive, doors: Iterable[Door], kind: str, senders: dict[str, Sender], tally: Tally) -> None:
    for door in doors:
        url = where(alive, door)
        for method in METHODS:
            allowed = door.open_to(alive, method)
            for who, sender in senders.items():
                right = opened if who in allowed else not_there
                tally.cell(
                    kind, who, method, url, sender, right if method in door.methods else no_such_method
                )


@pytest.mark.long
def test_everybody_at_every_door_with_every_kind_of_thing(alive, more):
    account(alive, "department", "department")
    tally, staff, nobody = Tally(), everybody(alive), outsiders(alive)
    ended = {"former": former(alive)}
    doors = {"own": DOORS, "others'": (*other_things(),), "sealed": (*sealed(alive),), "absent": (*absent(),)}

    for kind, held in doors.items():
        as_declared(alive, held, kind, staff, tally)
        for door in held:
            for method in METHODS:
                for who, sender in nobody.items():
                    right = sent_to_the_door if method in door.methods else no_way
                    tally.cell("outside", who, method, where(alive, door), sender, right)
    as_declared(alive, [closed(door) for door in DOORS if staffed(alive, door)], "ended", ended, tally)
    for door in DOORS:
        for method in UNUSED:
            for who in ("officer", "nominee"):
                tally.cell("method", who, method, where(alive, door), staff[who], no_such_method)
            tally.cell("method", "anonymous", method, where(alive, door), nobody["anonymous"], no_such_method)

    print(f"{sum(tally.cells.values())} cells", dict(tally.cells))
    assert tally.wrong == []
    assert len(tally.lost) == 1
    assert sum(tally.cells.values()) >= 20_000


def test_a_door_that_opens_wider_than_declared_is_reported(alive):
    tally, door = Tally(), Door("desk:rounds", (), NOBODY)

    as_declared(alive, [door], "own", {"officer": signed_in(alive, "officer")}, tally)

    assert tally.wrong == ["own: officer GET /desk/rounds/: 200"]


def no_way(answer: object) -> bool:
    return no_such_method(answer) or sent_to_the_door(answer)


def closed(door: Door) -> Door:
    return Door(door.name, door.args, NOBODY, door.methods)


def staffed(alive, door: Door) -> bool:
    """Whether a door is for those who hold a post, and not for everybody who has signed in."""
    return "another" not in door.allowed(alive)


@pytest.mark.long
def test_the_public_doors_are_the_same_for_everybody(alive):
    tally, staff = Tally(), everybody(alive)
    senders = staff | outsiders(alive)

    for door in (*OPEN, *SHUT):
        shut = door.allowed is NOBODY
        for method in METHODS:
            for who, sender in senders.items():
                right = (not_there if shut else opened) if method in door.methods else no_such_method
                tally.cell("public", who, method, where(alive, door), sender, right)
    as_declared(alive, SIGNED_IN, "signed in", staff, tally)

    print(f"{sum(tally.cells.values())} cells")
    assert tally.wrong == []


@pytest.mark.long
def test_the_api_opens_to_a_token_what_its_owner_may_see(alive):
    tally, tokens, nothing = Tally(), programmes(alive), spent(alive)

    for door in API:
        allowed, url = door.allowed(alive), where(alive, door)
        for who, sender in tokens.items():
            for method in METHODS:
                right = taken if who in allowed else closed_to_token
                tally.cell(
                    "api", who, method, url, sender, right if method in door.methods else no_such_method
                )
        for who, sender in nothing.items():
            method = door.methods
            tally.cell("api", who, method, url, sender, lambda answer: answer.status_code == 401)

    print(f"{sum(tally.cells.values())} cells")
    assert tally.wrong == []


def taken(answer: object) -> bool:
    """What was sent is empty, which is found after who sent it."""
    return answer.status_code in (200, 400, 409, 422)  # type: ignore[attr-defined]


def closed_to_token(answer: object) -> bool:
    return answer.status_code in (400, 403, 404, 422)  # type: ignore[attr-defined]


def names(patterns, space: tuple[str, ...] = ()) -> Iterator[str]:
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from names(one.url_patterns, (*space, one.namespace) if one.namespace else space)
        else:
            yield ":".join((*space, one.name or ""))


def test_every_address_of_the_house_is_in_a_table(alive):
    routes = set(names(get_resolver().url_patterns))

    assert routes - declared(DOORS, alive) == set()
    assert declared(DOORS, alive) - routes == set()
