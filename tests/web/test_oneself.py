"""One's own account: what one signs in with, where one is signed in, and the others are put out."""

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import User
from gongjiang.web import watchful
from gongjiang.web.ended_sessions import sweep
from gongjiang.web.templatetags.browsers import browser
from tests.town import Town
from tests.web.access import login
from tests.web.alive import Alive

pytestmark = pytest.mark.usefixtures("demo_clock")
PASSWORD = "a-long-password-1"
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0"
DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"


@pytest.fixture
def worker(town: Town, settings: Any) -> str:
    """Somebody of the public, with a password of their own."""
    settings.DEMO = False
    cache.clear()
    made = User(username="worker", person=town.workers(1)[0])
    made.set_password(PASSWORD)
    made.save()
    return made.username


def entered(name: str, agent: str) -> Client:
    client = Client(headers={"accept-language": "zh-hans", "user-agent": agent})
    client.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    return client


def test_who_is_signed_in_twice_sees_both_and_puts_the_other_out(worker: str) -> None:
    phone, desktop = entered(worker, PHONE), entered(worker, DESKTOP)
    assert "另有 1 处" in desktop.get(reverse("desk:oneself")).content.decode()

    page = desktop.get(reverse("usersessions_list")).content.decode()
    assert [said in page for said in ("微信 WeChat · Android", "Firefox · Windows", "本设备")] == [True] * 3
    told = desktop.post(reverse("usersessions_list"), follow=True).content.decode()

    assert "没有在其他设备登录" in told
    assert phone.get(reverse("desk:oneself")).status_code == 302
    assert desktop.get(reverse("desk:oneself")).status_code == 200


def test_who_said_anew_who_they_are_is_still_on_the_list_and_can_be_put_out(
    worker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, desktop = entered(worker, PHONE), entered(worker, DESKTOP)
    key = phone.session.session_key
    monkeypatch.setattr(watchful, "FRESH", -1)
    asked = desktop.post(reverse("usersessions_list"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    phone.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    monkeypatch.undo()
    assert phone.session.session_key != key

    desktop.post(reverse("usersessions_list"))

    assert phone.get(reverse("desk:oneself")).status_code == 302


def test_what_is_over_is_not_kept_nor_from_where_it_was(worker: str) -> None:
    phone, desktop = entered(worker, PHONE), entered(worker, DESKTOP)
    Session.objects.filter(session_key=phone.session.session_key).update(expire_date=timezone.now())

    assert (sweep(timezone.now()), sweep(timezone.now())) == (1, 0)

    assert [one.session_key for one in UserSession.objects.all()] == [desktop.session.session_key]
    assert desktop.get(reverse("desk:oneself")).status_code == 200


def test_nobody_sees_or_ends_the_sessions_of_another(worker: str, town: Town) -> None:
    phone = entered(worker, PHONE)
    other = User(username="other", person=town.workers(1)[0])
    other.set_password(PASSWORD)
    other.save()
    stranger = entered("other", DESKTOP)

    page = stranger.get(reverse("usersessions_list")).content.decode()
    stranger.post(reverse("usersessions_list"))

    assert "微信" not in page
    assert phone.get(reverse("desk:oneself")).status_code == 200
    assert Client().get(reverse("usersessions_list")).status_code == 302


def test_what_a_browser_sends_is_told_as_people_know_it() -> None:
    assert browser("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/17 Safari/605") == "Safari · macOS"
    assert browser("curl/8.0") == "curl/8.0"
    assert browser("") == ""


def test_who_is_owed_something_and_named_no_account_is_asked_for_one(town: Town) -> None:
    walk = town.walked("rewarded", many=2, places=1)
    case = Case.objects.filter(cause__round=walk.round, state=State.OWED)[0]
    client, page = town.nominee(case), reverse("desk:todo")
    assert "待您登记收款账户" not in client.get(page).content.decode()

    Payable.objects.filter(case=case).update(account=None)

    told = client.get(page).content.decode()
    assert ("待您登记收款账户" in told, f'href="{reverse("desk:account")}"' in told) == (True, True)
    assert "待您登记收款账户" not in town.client("officer").get(page).content.decode()


def test_a_case_leads_to_what_followed_from_it_for_those_alone_who_see_that(alive: Alive) -> None:
    case = Case.objects.get(ref=alive.refs["certified"])
    link = reverse("desk:case", args=(case.consequences.get().ref,))

    for who, shown in (("officer", True), ("inspector1", False)):
        client = alive.town.client(login(alive, who))
        assert (link in client.get(reverse("desk:case", args=(case.ref,))).content.decode()) is shown
        assert client.get(link).status_code == (200 if shown else 404)
