"""Sessions end: after a while of nothing, and after half a day; grave acts ask anew who is there.

The demo, with made-up people, is left alone.
"""

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from gongjiang.law.procedures import needs as need
from gongjiang.plans import plans

STAFF, OTHERS, WHOLE = 15 * 60, 30 * 60, 12 * 3600
FRESH = 5 * 60
SELDOM = 30
"""Seconds between two notes of when somebody was last there."""
BEGAN, SEEN = "began", "seen"

GRAVE: dict[str, frozenset[str]] = {
    "finance:act": frozenset({"check", "approve", "withdraw"}),
    "desk:act": frozenset({"draw", "void", "commit"}),
    **dict.fromkeys((
        "finance:pending_one", "desk:resolve", "desk:revoke", "desk:result_act", "desk:objection",
        "desk:unmask", "desk:settings", "desk:plan_life",
        "desk:appointments", "desk:appointment",
        "desk:disclosures", "desk:account", "desk:telling", "desk:tokens", "desk:bulk", "desk:bulk_scheme",
        "desk:roster_act", "desk:story", "insight:finish", "usersessions_list",
    ), frozenset()),
}  # fmt: skip
"""What is sent there is not taken on an old sign-in; all of it where no act is named."""


class Watchful:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEMO or not request.user.is_authenticated:
            return self.get_response(request)
        if over(request, time.time()):
            logout(request)
            messages.info(request, _("登录已超时，请重新登录"))
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        before = last_said(request)
        answer = self.get_response(request)
        if request.user.is_authenticated and last_said(request) != before:
            known_by_another_name(request)
        return answer

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if settings.DEMO or not request.user.is_authenticated or request.method != "POST":
            return None
        if not grave(request) or fresh(request, time.time()):
            return None
        answer: HttpResponseRedirect = suspend_request(request, reverse("account_reauthenticate"))
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": answer.url})
        return answer


def known_by_another_name(request: HttpRequest) -> None:
    """The same sign-in under a new key; the list of one's devices follows."""
    before = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def last_said(request: HttpRequest) -> float:
    """When they last said who they are: from then on their session goes by another name."""
    return max((float(one["at"]) for one in get_authentication_records(request, request.user)), default=0.0)


def over(request: HttpRequest, now: float) -> bool:
    """Whether this session has ended; noted as alive where it has not. A clock put back revives none: who was
    seen later than now signs in anew.
    """
    held = request.session
    said = [float(one["at"]) for one in get_authentication_records(request, request.user)] or [now]
    began, seen = held.setdefault(BEGAN, said[0]), held.setdefault(SEEN, said[-1])
    idle = STAFF if request.user.postings.exists() else OTHERS  # type: ignore[union-attr]
    if now - began > WHOLE or now - seen > idle or seen - now > settings.CLOCK_TOLERANCE:
        return True
    if now - seen > SELDOM:
        held[SEEN] = now
    return False


def grave(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    acts, name = GRAVE.get(match.view_name), match.kwargs.get("name")
    if match.view_name == "desk:step":
        return name in decided()
    return acts is not None and (not acts or name in acts)


@cache
def decided() -> frozenset[str]:
    """The steps of cases that take another hand."""
    tables = (scheme.procedure for plan in plans() for scheme in plan.schemes)
    return frozenset(step.name for one in tables for step in one.steps if need.another_hand in step.needs)


def fresh(request: HttpRequest, now: float) -> bool:
    told = get_authentication_records(request, request.user)
    return any(abs(now - float(one["at"])) <= FRESH for one in told)
