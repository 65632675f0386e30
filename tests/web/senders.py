"""Requests without the weight of a test's client, and everybody that may stand at a door."""

from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from gongjiang.office.clerk.tokens import make_token, revoke_token, scopes_for
from gongjiang.office.registry.models import Person, Posting, Token, User
from gongjiang.web.demo.cast import SINCE
from gongjiang.web.visitor import now, today
from tests.web.access import STAFF, login
from tests.web.alive import Alive

ZH = {"accept-language": "zh-hans"}
HANDLER = ClientHandler(enforce_csrf_checks=False)


class Sender(RequestFactory):
    """One sign-in, any number of requests; no template is watched and no context copied."""

    def __init__(self, client: Client | None = None, **headers: str) -> None:
        super().__init__(headers=ZH | headers)
        self.cookies = SimpleCookie() if client is None else client.cookies

    def request(self, **asked: Any) -> Any:
        return HANDLER(self._base_environ(**asked))

    def answer(self, method: str, url: str, data: str = "") -> HttpResponseBase:
        """What came back, with its body read, and all that the request did undone."""
        with transaction.atomic():
            answer = self.generic(method, url, data, content_type="application/x-www-form-urlencoded")
            if answer.streaming:
                answer.told = b"".join(answer.streaming_content)
            else:
                answer.told = answer.content
            transaction.set_rollback(True)
        return answer

    def status(self, method: str, url: str) -> int:
        return self.answer(method, url).status_code


def signed_in(alive: Alive, username: str) -> Sender:
    return Sender(alive.town.client(username))


def everybody(alive: Alive) -> dict[str, Sender]:
    """Everybody of the table by sign-in."""
    return {who: signed_in(alive, login(alive, who)) for who in STAFF}


def bearer(alive: Alive, who: str, *scopes: str, days: int = 30) -> Sender:
    me = alive.town.actor(login(alive, who), today())
    _, secret = make_token("试", scopes or scopes_for(me), days, me, now())
    return Sender(authorization=f"Bearer {secret}")


def outsiders(alive: Alive) -> dict[str, Sender]:
    """Who is nobody here: not signed in, disabled while signed in, or a programme at a page's door."""
    closed = account(alive, "closed", "officer")
    gone = signed_in(alive, "closed")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    return {"anonymous": Sender(), "disabled": gone, "token": bearer(alive, "officer")}


def account(alive: Alive, username: str, role: str) -> User:
    made = alive.town.cast.account(username, username, Person.objects.create(name="某人"))
    Posting.objects.create(user=made, role=role, since=SINCE)
    return made


def former(alive: Alive) -> Sender:
    """An officer whose post has ended, still signed in."""
    held = account(alive, "former", "officer")
    Posting.objects.filter(user=held).update(until=today() - timedelta(days=1))
    return signed_in(alive, "former")


def programmes(alive: Alive) -> dict[str, Sender]:
    """Programmes by their tokens: for some of the table's own people, with all that their roles allow."""
    who = ("officer", "supervisor", "maker", "employer", "body", "other-body", "nominee", "another")
    return {f"{one}'s": bearer(alive, one) for one in (*who, "expert", "system")}


def spent(alive: Alive) -> dict[str, Sender]:
    """Tokens that open nothing: revoked, expired, made up; none at all."""
    officer = alive.town.actor("officer", today())
    gone = bearer(alive, "officer")
    revoke_token(Token.objects.latest("pk").ref, officer, now())
    old = bearer(alive, "officer")
    Token.objects.filter(pk=Token.objects.latest("pk").pk).update(expires_on=today() - timedelta(days=1))
    return {"revoked": gone, "expired": old, "made-up": Sender(authorization="Bearer gj_x"), "none": Sender()}
