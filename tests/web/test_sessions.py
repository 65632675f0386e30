"""Sessions end, grave acts ask anew, and guessing is bounded before any password is looked at."""

import base64
import time
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from gongjiang.law.terms import Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import NewPosting, make_account
from gongjiang.office.registry.models import Disclosure, Person, User
from gongjiang.web import watchful
from tests.own_password import own_password
from tests.town import Town

PASSWORD = "a-long-password-1"
MINUTE = 60


class Clock:
    """What the house takes the time to be."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def time(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    held = Clock()
    monkeypatch.setattr(watchful, "time", held)
    return held


@pytest.fixture
def house(town: Town, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Town:
    """Not the demo; the second factor is tried elsewhere."""
    settings.DEMO = False
    monkeypatch.setattr("gongjiang.web.middleware.is_mfa_enabled", lambda user: True)
    cache.clear()
    return town


@pytest.fixture
def officer(house: Town) -> Client:
    now: Moment = house.round().now
    make_account("zhang", "张示例", NewPosting(Role.OFFICER), now)
    own_password("zhang")
    return entered("zhang")


@pytest.fixture
def worker(house: Town) -> Client:
    User.objects.create(username="worker", person=house.workers(1)[0])
    return entered("worker")


def entered(name: str) -> Client:
    user = User.objects.get(username=name)
    user.set_password(PASSWORD)
    user.save()
    client = Client(headers={"accept-language": "zh-hans"})
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    return client


def inside(client: Client) -> bool:
    return client.get(reverse("desk:post")).status_code == 200


@pytest.mark.parametrize(("who", "minutes"), [("officer", 15), ("worker", 30)])
def test_who_does_nothing_for_a_while_is_out(
    who: str, minutes: int, clock: Clock, request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(who)
    assert inside(client)

    clock.ahead += minutes * MINUTE - 5
    assert inside(client)
    clock.ahead += minutes * MINUTE - 5
    assert inside(client)
    clock.ahead += minutes * MINUTE + 60
    answer = client.get(reverse("desk:post"))

    assert (answer.status_code, answer.url.startswith(reverse("account_login"))) == (302, True)
    clock.ahead = 0
    assert not inside(client)


def test_half_a_day_ends_it_whatever_is_done(officer: Client, clock: Clock) -> None:
    for _ in range(12 * 6 - 1):
        clock.ahead += 10 * MINUTE
        assert inside(officer)

    clock.ahead += 11 * MINUTE
    assert not inside(officer)


def test_a_sign_in_that_was_never_used_is_over_too(officer: Client, clock: Clock) -> None:
    clock.ahead = 16 * MINUTE

    assert not inside(officer)


def test_a_session_from_before_the_sign_in_is_not_the_one_after(house: Town) -> None:
    client = Client()
    client.get("/elder/")
    client.session.save()
    planted = client.session.session_key
    User.objects.filter(username="officer").update(is_active=True)
    user = User.objects.get(username="officer")
    user.set_password(PASSWORD)
    user.save()
    client.cookies["sessionid"] = planted or ""

    client.post(reverse("account_login"), {"login": "officer", "password": PASSWORD})

    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_a_grave_act_asks_anew_and_then_goes_on(officer: Client, house: Town, clock: Clock) -> None:
    person: Person = house.workers(1)[0]
    address = reverse("desk:unmask", args=[person.ref])
    clock.ahead = 6 * MINUTE

    asked = officer.post(address, {"reason": "核对证书"})
    assert (asked.status_code, asked.url.split("?")[0]) == (302, reverse("account_reauthenticate"))
    assert not Disclosure.objects.exists()
    clock.ahead = 2 * MINUTE
    before = officer.session.session_key
    done = officer.post(asked.url, {"password": PASSWORD, "next": address})

    assert not Session.objects.filter(session_key=before).exists()
    assert person.id_number in done.content.decode()
    assert Disclosure.objects.count() == 1


def test_within_five_minutes_of_saying_who_one_is_nothing_is_asked(
    officer: Client, house: Town, clock
) -> None:
    clock.ahead = 4 * MINUTE

    answer = officer.post(reverse("desk:unmask", args=[house.workers(1)[0].ref]), {"reason": "核对证书"})

    assert answer.status_code == 200


def test_every_grave_route_is_a_route_of_the_house() -> None:
    spaces = [("", get_resolver())]
    spaces += [(f"{name}:", resolver) for name, (_, resolver) in get_resolver().namespace_dict.items()]
    known = {
        f"{space}{name}"
        for space, resolver in spaces
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }
    assert set(watchful.GRAVE) <= known
    assert "usersessions_list" in known
    assert {"approve", "publish", "confer"} <= watchful.decided()


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every time that a password was looked at."""
    seen: list[str] = []
    real = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        seen.append(password)
        return real(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return seen


def guess(name: str, **more: str) -> int:
    return Client().post(reverse("account_login"), {"login": name, "password": "x"}, **more).status_code


@pytest.mark.parametrize("spoofed", [False, True])
def test_guessing_at_one_account_is_bounded_before_hashing(
    spoofed: bool, house: Town, hashed: list[str]
) -> None:
    for n in range(40):
        more = {"HTTP_X_FORWARDED_FOR": f"10.0.0.{n}"} if spoofed else {}
        guess("officer", **more)

    assert 1 <= len(hashed) <= 10


def test_guessing_at_one_account_from_many_machines_is_bounded_too(house: Town, hashed: list[str]) -> None:
    for n in range(40):
        guess("officer", REMOTE_ADDR=f"10.0.0.{n}")

    assert 1 <= len(hashed) <= 10


def test_guessing_at_many_accounts_from_one_machine_is_bounded(house: Town, hashed: list[str]) -> None:
    for n in range(60):
        guess(f"nobody{n}")

    assert 1 <= len(hashed) <= 30


def test_an_account_that_is_not_there_costs_and_says_the_same(house: Town, hashed: list[str]) -> None:
    pages = []
    for name in ("officer", "nobody"):
        before = len(hashed)
        told = Client().post(reverse("account_login"), {"login": name, "password": "x"}).content.decode()
        pages.append((told.replace(name, "NAME").count("用户名"), len(hashed) - before))

    assert pages[0] == pages[1]


def test_behind_a_proxy_that_is_trusted_its_word_counts_and_no_more(
    house: Town, hashed: list[str], settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(40):
        guess(f"nobody{n}", HTTP_X_FORWARDED_FOR=f"10.9.9.{n}, 10.0.0.7")

    assert 1 <= len(hashed) <= 30


def test_a_session_at_rest_tells_nothing_and_a_planted_one_is_empty(officer: Client) -> None:
    inside(officer)
    held = Session.objects.get(session_key=officer.session.session_key)
    plain = signing.dumps({"_auth_user_id": "1"}, salt="django.contrib.sessions.SessionStore", compress=True)

    for told in (held.session_data, base64.b64decode(held.session_data)[16:].hex()):
        assert "auth_user" not in told
    Session.objects.filter(pk=held.pk).update(session_data=plain)
    assert not inside(officer)
