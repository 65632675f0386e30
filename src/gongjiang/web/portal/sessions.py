"""What bases, studios and courses hold for the public: to be seen by anybody, and booked after signing in."""

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.session_kinds import SessionKind
from gongjiang.office.services.models import Booking, Session
from gongjiang.web.visitor import today

MOST = 100


@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    found = coming()
    if (kind := request.GET.get("kind", "")) in set(SessionKind):
        found = found.filter(kind=kind)
    if text := request.GET.get("q", "").strip()[:40]:
        found = found.filter(title__contains=text) | found.filter(occupation__contains=text)
    shown = {"face": "sessions", "sessions": found[:MOST], "kinds": list(SessionKind), "asked": request.GET}
    return render(request, "portal/sessions.html", shown)


def coming() -> QuerySet[Session]:
    """Sessions that can be booked, with the seats that are taken, in one query."""
    live = Booking.objects.filter(session=OuterRef("pk"), cancelled_on=None).order_by().values("session")
    taken = Subquery(live.annotate(sum=Sum("people")).values("sum"), output_field=IntegerField())
    held = Session.objects.filter(state=Session.State.OPEN, on__gte=today())
    return held.select_related("case__employer").annotate(taken=Coalesce(taken, Value(0)))
