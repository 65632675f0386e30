"""Passwords and codes: long, of any signs, as they were typed, each code once; none that everybody tries."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from math import log2

import pytest
from allauth.mfa import app_settings as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string

from gongjiang.config import settings as as_installed
from gongjiang.office.registry.models import User
from gongjiang.web.adapter import door
from gongjiang.web.log_lines import Lines
from gongjiang.web.sealed_sessions import SessionStore
from tests.town import Town
from tests.web.test_signing_in import DESK, code, enrolled, now, password, signed_in

__all__ = ["now", "password"]
LONG = " 长长的口令, with blanks and signs of every kind; 64 of them or more " + "x" * 20
CHANGE = reverse("account_change_password")


@pytest.fixture
def written() -> Iterator[StringIO]:
    held, before = StringIO(), door.level
    handler = logging.StreamHandler(held)
    handler.setFormatter(Lines())
    door.addHandler(handler)
    door.setLevel(logging.INFO)
    yield held
    door.removeHandler(handler)
    door.setLevel(before)


@pytest.fixture
def worker(town: Town, settings) -> User:
    settings.DEMO = False
    cache.clear()
    held = User(username="worker", person=town.workers(1)[0])
    held.set_password(LONG)
    held.save()
    return held


def taken(word: str, user: User | None = None) -> bool:
    try:
        validate_password(word, user)
    except ValidationError:
        return False
    return True


def entered(word: str) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": "worker", "password": word})
    return client


def inside(client: Client) -> bool:
    return client.get(reverse("desk:post")).status_code == 200


@pytest.mark.parametrize("word", ["onlyletterswithin", "839201748261", "四海之内皆兄弟也何必曰利", LONG])
def test_signs_of_any_kind_may_make_a_password(word: str) -> None:
    assert taken(word)


@pytest.mark.parametrize("word", ["elevensigns", "1q2w3e4r5t6y", "Gongjiang2026!", "人社局技能人才工匠2026"])
def test_what_is_short_or_common_or_the_houses_own_is_refused(word: str) -> None:
    assert not taken(word)


def test_the_name_of_an_account_does_not_make_its_password() -> None:
    assert not taken("zhang.shiliu2026", User(username="zhang.shiliu"))
    assert taken("zhang.shiliu2026", User(username="wang"))


def test_a_password_of_more_than_64_signs_opens_as_it_was_typed_and_not_otherwise(worker: User) -> None:
    assert inside(entered(LONG))
    assert not any(inside(entered(word)) for word in (LONG.strip(), LONG[:-1], LONG.upper(), LONG[:64]))


def test_a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions(worker: User) -> None:
    here, elsewhere, fresh = entered(LONG), entered(LONG), "another-long-one-7"
    asked = {"password1": fresh, "password2": fresh}

    here.post(CHANGE, {"oldpassword": "not-the-old-one", **asked})
    assert inside(elsewhere)
    here.post(CHANGE, {"oldpassword": LONG, **asked})

    assert (inside(here), inside(elsewhere), inside(entered(fresh))) == (True, False, True)


def test_a_password_is_typed_where_it_is_not_seen_and_may_be_pasted(worker: User) -> None:
    for page in (Client().get(reverse("account_login")), entered(LONG).get(CHANGE)):
        said = page.content.decode()
        assert 'type="password"' in said
        assert not any(word in said for word in ("onpaste", 'autocomplete="off"'))


def test_a_code_opens_once(password: str) -> None:
    secret = enrolled(password)
    cache.clear()
    first, second, address = signed_in(password), signed_in(password), reverse("mfa_authenticate")
    now_valid = code(secret)

    for client in (first, second):
        client.post(address, {"code": now_valid})

    assert [client.get(DESK).status_code for client in (first, second)] == [200, 302]


def test_a_recovery_code_opens_once(password: str) -> None:
    enrolled(password)
    first, second, address = signed_in(password), signed_in(password), reverse("mfa_authenticate")
    one = Authenticator.objects.get(type="recovery_codes").wrap().generate_codes()[0]

    for client in (first, second):
        client.post(address, {"code": one})

    assert [client.get(DESK).status_code for client in (first, second)] == [200, 302]


def test_who_came_in_and_who_did_not_is_a_line_that_holds_nothing_typed(
    worker: User, written: StringIO
) -> None:
    entered("guessed-at-random")
    entered(LONG).post(reverse("account_logout"))

    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [(one["door"], one["account"], one["by"]) for one in lines] == [
        ("wrong password", None, []),
        ("came in", worker.pk, ["password"]),
        ("left", worker.pk, []),
    ]
    assert all(one["at"].endswith("+00:00") for one in lines)
    assert not any(word in written.getvalue() for word in ("guessed", "worker", "长长"))


def test_a_wrong_code_and_too_many_tries_are_lines_too(password: str, written: StringIO) -> None:
    enrolled(password)
    signed_in(password).post(reverse("mfa_authenticate"), {"code": "000000"})
    for _ in range(12):
        signed_in("guessed-at-random")

    told = [json.loads(line)["door"] for line in written.getvalue().splitlines()]
    assert {"wrong code", "wrong password", "too many tries"} <= set(told)


def test_codes_live_half_a_minute_and_what_is_by_chance_is_long_enough(db) -> None:
    assert (mfa.TOTP_PERIOD, mfa.TOTP_TOLERANCE) == (30, 0)
    assert mfa.RECOVERY_CODE_DIGITS * log2(10) > 20
    fresh = {SessionStore()._get_new_session_key() for _ in range(100)}
    assert len(fresh) == 100
    assert min(len(one) for one in fresh) * log2(36) > 128


def test_passwords_are_kept_as_argon2id() -> None:
    kept = import_string(as_installed.PASSWORD_HASHERS[0])().encode(LONG, "a-salt-of-16-signs")

    assert len(as_installed.PASSWORD_HASHERS) == 1
    assert kept.startswith("argon2$argon2id$")
