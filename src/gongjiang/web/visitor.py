"""Who is at the page, and when: the only place where the web reads the session and the clock."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import NOBODY, actor_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.registry.models import User

CLOCK = "demo_clock"
View = Callable[..., HttpResponse]


def days_ahead() -> int:
    """How far the demo's clock has been moved on; a real installation has no such clock."""
    if not settings.DEMO:
        return 0
    path = settings.HOME / CLOCK
    return int(path.read_text()) if path.exists() else 0


def move_clock(days: int) -> None:
    (settings.HOME / CLOCK).write_text(str(days_ahead() + days))


def now() -> Moment:
    """The day is that of the house's own zone, whatever zone the machine or the request is in."""
    at: datetime = timezone.now() + timedelta(days=days_ahead())
    return Moment(timezone.localdate(at, timezone.get_default_timezone()), at)


def today() -> date:
    return now().day


def actor(request: HttpRequest) -> Actor:
    """The actor of this request, read once."""
    held = getattr(request, "_actor", None)
    if held is None:
        held = actor_of(request.user, today()) if isinstance(request.user, User) else NOBODY
        request._actor = held  # type: ignore[attr-defined]
    return held


def allowed(act: str) -> Callable[[View], View]:
    """A view for those whom the policy table names; to others the page is not there."""

    def guard(view: View) -> View:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(actor(request), act):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guard


def public_address(request: HttpRequest) -> str:
    """Where people check certificates: the installation's own address, or the one this page was asked at."""
    given = getattr(settings, "PUBLIC_ADDRESS", "")
    return str(given or f"{request.scheme}://{request.get_host()}")
