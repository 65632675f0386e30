"""Staff sign in with two factors; who has lost one comes in person; nobody signs up."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import NewPosting, make_account, reset_account
from gongjiang.office.registry.models import User
from tests.own_password import own_password
from tests.town import Town

SECRET = re.compile(r'value="([A-Z2-7]{32})"')
DESK = "/desk/"


@pytest.fixture
def now(town: Town) -> Moment:
    return town.round().now


@pytest.fixture
def password(now: Moment, settings) -> str:
    settings.DEMO = False
    made = make_account("zhang", "张示例", NewPosting(Role.OFFICER), now)
    own_password("zhang")
    return made


def signed_in(password: str) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": "zhang", "password": password})
    return client


def code(secret: str) -> str:
    """This half minute's: of one that is about to end, the next one's, lest it end on the way."""
    left = 30 - time.time() % 30
    time.sleep(left if left < 2 else 0)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def enrolled(password: str) -> str:
    """The secret of the second factor that was set up."""
    client, address = signed_in(password), reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate"), {"password": password})
    secret = SECRET.search(client.get(address).content.decode())[1]
    assert client.post(address, {"code": code(secret)}).status_code == 302
    return secret


def test_a_password_alone_opens_nothing(password: str) -> None:
    answer = signed_in(password).get(DESK)

    assert (answer.status_code, answer.url) == (302, reverse("mfa_activate_totp"))


def test_with_a_second_factor_the_desk_opens_and_asks_for_it_ever_after(password: str) -> None:
    secret = enrolled(password)
    later = signed_in(password)
    assert later.get(DESK).status_code == 302

    cache.clear()
    later.post(reverse("mfa_authenticate"), {"code": code(secret)})

    assert later.get(DESK).status_code == 200


def test_what_makes_the_codes_is_not_to_be_read_at_rest(password: str) -> None:
    secret = enrolled(password)

    held = list(Authenticator.objects.values_list("data", flat=True))
    assert secret not in str(held)
    assert all(one.get("secret", one.get("seed")).startswith("sealed:") for one in held)


def test_a_factor_put_in_another_accounts_row_opens_nothing(password: str, now: Moment) -> None:
    secret, row = enrolled(password), Authenticator.objects.get(type="totp")
    other = User.objects.exclude(username="zhang")[0]
    cache.clear()
    assert row.wrap().validate_code(code(secret))

    cache.clear()
    Authenticator.objects.create(user=other, type="totp", data=row.data)
    assert not row.wrap().validate_code(code(secret))
    Authenticator.objects.filter(pk=row.pk).delete()
    assert not Authenticator.objects.get(user=other, type="totp").wrap().validate_code(code(secret))


def test_a_wrong_code_opens_nothing(password: str) -> None:
    enrolled(password)
    later = signed_in(password)

    later.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert later.get(DESK).status_code == 302


def test_a_reset_takes_the_old_password_and_the_second_factor_away(password: str, now: Moment) -> None:
    enrolled(password)

    fresh = reset_account(User.objects.get(username="zhang"), now)
    own_password("zhang")

    assert not Authenticator.objects.filter(user__username="zhang").exists()
    assert signed_in(password).get(DESK).url.startswith(reverse("account_login"))
    assert signed_in(fresh).get(DESK).url == reverse("mfa_activate_totp")


@pytest.mark.parametrize("address", ["/account/password/reset/", "/account/email/"])
def test_who_lost_a_password_is_told_to_come_in_person(client: Client, address: str, db) -> None:
    answer = client.get(address, headers={"accept-language": "zh-hans"})

    assert "当面核对后重置" in answer.content.decode()


def test_nobody_signs_up(client: Client, db) -> None:
    before = User.objects.count()

    client.post(
        "/account/signup/",
        {"username": "me", "password1": "a-long-password-1", "password2": "a-long-password-1"},
    )

    assert User.objects.count() == before
