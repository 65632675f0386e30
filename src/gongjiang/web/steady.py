"""A clock that stands before the end of the record is wrong: until it is right again nothing is written.

Pages go on being read. This is asked where the system's clock is read, and nowhere deeper: what is written at
made-up times, by tests and by the demo, whose clock is moved by hand, passes.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongjiang.office.journal.pace import seconds_behind
from gongjiang.web.api.problems import HERE, problem
from gongjiang.web.log_lines import method, route
from gongjiang.web.visitor import now

OPEN = ("/account/", "/i18n/", "/elder/")
"""Signing in and out, the language, larger letters: nothing of the office."""
READ = ("GET", "HEAD", "OPTIONS")
WRITING = frozenset({"desk:certificate", "desk:credential", "desk:post_letter"})
"""Pages that are asked for with GET, and write: a paper is first made, a letter is noted as read."""
SOON = "60"
clock = logging.getLogger("gongjiang.clock")


def late(at: datetime) -> int:
    """Seconds by which a clock is behind the record, where that is more than is borne; otherwise 0."""
    if settings.DEMO or (settings.HOME / "DEMO").exists():
        return 0
    behind = seconds_behind(at)
    return int(behind) if behind > settings.CLOCK_TOLERANCE else 0


def tell(seconds: int, **where: str) -> None:
    """One line of the log: for whoever keeps the house, of nobody in particular."""
    clock.error("", extra={"event": {"clock": "behind the record", "seconds": seconds, **where}})


class Steady:
    """Refuses what would be written by a wrong clock, before anybody is asked for a password again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if not writes(request) or not (seconds := late(now().at)):
            return None
        tell(seconds, method=method(request), route=route(request))
        return answer(request)


def writes(request: HttpRequest) -> bool:
    if request.path.startswith(OPEN):
        return False
    match = request.resolver_match
    return request.method not in READ or (match is not None and match.view_name in WRITING)


def answer(request: HttpRequest) -> HttpResponse:
    told = problem(request, 503) if request.path.startswith(HERE) else render(request, "503.html", status=503)
    told["Retry-After"] = SOON
    told["Cache-Control"] = "no-store"
    return told
