"""Flooding is bounded: of what costs more than a page, so many an hour for each person or machine.

Who has had their share is told so, and when to come again; what they typed stands in the answer, ready to be
sent anew. Nobody else notices.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongjiang.web.bounds import kind
from gongjiang.web.limits import left, machine, now, tally, told_when
from gongjiang.web.log_lines import method, route
from gongjiang.web.measuring import bounded

STRANGERS = ("/api/", "/account/")
"""They have limits of their own."""
PUBLIC = "portal:"
UNTYPED = "csrfmiddlewaretoken"
flood = logging.getLogger("gongjiang.flood")


class Bounded:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or request.path.startswith(STRANGERS):
            return None
        what = kind(request, match.view_name)
        if not what or (not match.view_name.startswith(PUBLIC) and not request.user.is_authenticated):
            return None
        return None if taken(request, what) else answer(request, what)


def taken(request: HttpRequest, what: str) -> bool:
    """One more of it, if it is within the limit; the first that is not is told in the log."""
    hourly = settings.HOURLY[what]
    count = tally(f"{what}:{who(request)}", hourly, now())
    if count > hourly:
        bounded(what)
    if count == hourly + 1:
        tell(request, what, hourly)
    return count <= hourly


def who(request: HttpRequest) -> str:
    """The person whatever their accounts, the account where no person stands behind it, or the machine."""
    user: Any = request.user
    if not user.is_authenticated:
        return machine(request)
    return f"person-{user.person_id}" if user.person_id else f"account-{user.pk}"


def tell(request: HttpRequest, what: str, hourly: int) -> None:
    """One line an hour for each: who is told by the number of their account, a stranger not at all."""
    told = {"bounded": what, "hourly": hourly, "account": getattr(request.user, "pk", None)}
    event = {"method": method(request), "route": route(request), **told}
    flood.warning("", extra={"event": event})


def answer(request: HttpRequest, what: str) -> HttpResponse:
    names = [name for name in request.POST if name != UNTYPED]
    typed = [(name, value) for name in names for value in request.POST.getlist(name)]
    again = timezone.localtime(datetime.fromtimestamp(now() + left(now()), timezone.get_default_timezone()))
    shown = {"what": what, "hourly": settings.HOURLY[what], "again": again, "typed": typed,
             "files": sorted(request.FILES), "sent": request.method == "POST"}  # fmt: skip
    return told_when(render(request, "429.html", shown, status=429))
