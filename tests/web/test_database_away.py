"""A database that is away for a moment is told as that, in words: no fault, and not as if all were saved."""

from errno import ENOENT, ENOSPC

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from gongjiang.web.api import problems
from gongjiang.web.sealed_sessions import SessionStore

AWAY = {
    "lost": OperationalError("gone"), "closed": InterfaceError("closed"), "full": OSError(ENOSPC, "full"),
    "ours": DataError("wrong"), "other": OSError(ENOENT, "absent"),
}  # fmt: skip


def asks(request: HttpRequest, how: str) -> HttpResponse:
    raise AWAY[how]


urlpatterns = [path("asks/<str:how>/", asks), path("api/asks/<str:how>/", asks)]
handler404, handler500 = problems.lost, problems.broken
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "暂时无法读取或保存"), ("en", "can be read or")])
@pytest.mark.parametrize("how", ["lost", "closed", "full"])
def test_people_are_told_to_look_again(how: str, language: str, said: str, django_assert_num_queries) -> None:
    client = Client(raise_request_exception=False, headers={"accept-language": language})

    with django_assert_num_queries(0):
        answer = client.get(f"/asks/{how}/")

    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert said in answer.content.decode()


def test_programmes_are_told_to_ask_again() -> None:
    answer = Client(raise_request_exception=False).post("/api/asks/lost/")

    assert (answer.status_code, answer["Retry-After"], answer["Content-Type"]) == (503, "5", problems.TYPE)
    assert answer.json()["title"] == problems.AWAY.zh


def test_a_fault_of_ours_is_not_called_that() -> None:
    client = Client(raise_request_exception=False)

    assert {client.get(f"/asks/{how}/").status_code for how in ("ours", "other")} == {500}
    with override_settings(DEBUG=False):
        assert client.get("/api/asks/ours/").status_code == 500


def test_a_session_that_cannot_be_written_is_no_bad_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection went after the act was done and before the session learnt of it."""
    held = SessionStore()
    held.create()
    held["seen"] = 1
    monkeypatch.setattr(Session, "save", lambda *_told, **_more: asks(HttpRequest(), "lost"))

    with pytest.raises(OperationalError):
        held.save()


def test_a_session_that_another_request_ended_is_still_told_as_that() -> None:
    held = SessionStore()
    held.create()
    Session.objects.all().delete()

    with pytest.raises(UpdateError):
        held.save()
