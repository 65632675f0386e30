"""A browser from which somebody has signed in before: wrong passwords typed elsewhere do not shut it out.

It holds a signed word of chance, good for one account's name and telling none. Guesses from it are counted by
themselves, those from anywhere else together: nobody keeps an officer or an expert from their work by typing.
"""

import secrets
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse

KEPT = timedelta(days=180)


def signer(username: str) -> TimestampSigner:
    return TimestampSigner(salt=f"known machine|{username.lower()}")


def known(request: HttpRequest, username: str) -> str:
    """The word by which this browser counts for this account; empty where it is not known."""
    try:
        return signer(username).unsign(request.COOKIES.get(settings.KNOWN_COOKIE, ""), max_age=KEPT)
    except BadSignature:
        return ""


def remember(request: HttpRequest, username: str) -> None:
    """To be told with the answer, once somebody is in."""
    word = known(request, username) or secrets.token_urlsafe(16)
    request._known_machine = signer(username).sign(word)  # type: ignore[attr-defined]


class KnownMachine:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if word := getattr(request, "_known_machine", ""):
            answer.set_cookie(
                settings.KNOWN_COOKIE, word, KEPT, secure=settings.SECURE, httponly=True, samesite="Lax"
            )
        return answer
