"""The first page: what is open now, what is on notice, where to look."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.workdays import Calendar, YearNotLoaded
from gongjiang.office.cases.models import Round
from gongjiang.office.notice.models import Notice
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.plans import plans
from gongjiang.web.visitor import today


@dataclass(frozen=True)
class Open:
    round: Round
    left: int | None


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    day, official = today(), calendar()
    open_rounds = Round.objects.filter(opens_on__lte=day, closes_on__gte=day).order_by("closes_on", "pk")
    notices = running(official)
    return render(request, "portal/home.html", {
        "face": "home", "plan": plans()[0], "today": day, "schemes": plans()[0].schemes,
        "open": [Open(held, left(official, held)) for held in open_rounds], "notices": notices,
    })  # fmt: skip


def left(official: Calendar, held: Round) -> int | None:
    return workdays_left(official, held.closes_on)


def workdays_left(official: Calendar, until: date) -> int | None:
    """Working days left, today included; None where the calendar is not loaded."""
    try:
        return official.workdays_between(today(), until)
    except YearNotLoaded:
        return None


@dataclass(frozen=True)
class Running:
    notice: Notice
    people: int
    left: int | None


def running(official: Calendar) -> list[Running]:
    """Notices whose period runs, with their countdown in working days."""
    held = Notice.objects.filter(closes_on__gte=today(), opens_on__lte=today()).prefetch_related("entries")
    return [
        Running(n, sum(e.state != "struck" for e in n.entries.all()), workdays_left(official, n.closes_on))
        for n in held
    ]
