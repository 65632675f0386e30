"""What the house makes to sign in with opens nothing but its own change, and runs out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.office.clerk.passwords import TERM
from gongjiang.office.clerk.staffing import reset_account
from gongjiang.office.registry.models import User
from tests.clerk.duty_ground import moment
from tests.web.test_passwords import CHANGE, LONG, entered, inside, worker

__all__ = ["worker"]
OWN = "another-long-one-7"


@pytest.fixture
def first(worker: User) -> str:
    """The account was reset: a password was made and told."""
    return reset_account(worker, moment())


def changed(client: Client, old: str, new: str) -> None:
    client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": new})


def aged(by: timedelta) -> None:
    User.objects.filter(username="worker").update(first_password_until=timezone.now() - by + TERM)


def test_until_it_is_ones_own_a_password_opens_its_change_alone(first: str) -> None:
    aged(timedelta())
    client = entered(first)

    assert client.get(reverse("desk:post")).url == CHANGE
    assert client.post(reverse("desk:tokens"), {"name": "x"}).url == CHANGE
    assert "一次性密码" in client.get(CHANGE).content.decode()


def test_with_ones_own_the_house_opens_now_and_the_next_time(first: str) -> None:
    aged(timedelta())
    client = entered(first)

    changed(client, first, OWN)

    assert inside(client)
    assert inside(entered(OWN))
    assert not inside(entered(first))


def test_the_same_one_again_is_not_ones_own(first: str) -> None:
    aged(timedelta())
    client = entered(first)

    changed(client, first, first)

    assert not inside(client)


def test_after_its_term_it_opens_not_even_its_change(first: str) -> None:
    aged(TERM + timedelta(seconds=1))
    client = entered(first)

    changed(client, first, OWN)

    assert "已过期" in client.get(reverse("account_login")).content.decode()
    assert User.objects.get(username="worker").check_password(first)


def test_a_new_reset_opens_it_again_and_a_password_of_ones_own_never_runs_out(
    first: str, worker: User
) -> None:
    aged(TERM + timedelta(days=1))
    again = reset_account(worker, moment())
    aged(timedelta())
    client = entered(again)
    changed(client, again, OWN)

    assert inside(entered(OWN))
    assert User.objects.get(username="worker").first_password_until is None
    assert not User.objects.get(username="worker").check_password(LONG)


def test_the_demo_is_entered_without_a_password_and_asks_for_none_of_ones_own(
    first: str, worker: User, settings
) -> None:
    settings.DEMO = True
    client = Client()
    client.force_login(User.objects.get(username="worker"))

    assert inside(client)
