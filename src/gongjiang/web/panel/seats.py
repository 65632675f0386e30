"""An expert's own seat: answer before any name is shown, see the desk, seal and get a receipt."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.terms import Role
from gongjiang.office.clerk import marking, seating
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.review.models import Panel, Seat
from gongjiang.web.panel.desk import desk, reads, seat_of
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, now


@require_GET
@login_required
def home(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    if Role.EXPERT not in me.roles:
        raise Http404
    seats = (
        Seat.objects.filter(expert__person=me.person, kind=Seat.Kind.MEMBER)
        .select_related("panel__round", "panel__group")
        .order_by("-pk")
    )
    first = sorted(seats, key=lambda held: held.panel.state == Panel.State.CLOSED)
    return render(request, "panel/home.html", {"face": "panel", "seats": first})


@require_GET
@login_required
def seat(request: HttpRequest, ref: str) -> HttpResponse:
    held = seat_of(request, ref)
    if held.state == Seat.State.INVITED:
        return render(
            request,
            "panel/answer.html",
            {"face": "panel", "seat": held, "units": seating.units_of(held.panel)},
        )
    rows = desk(held) if held.state == Seat.State.ACCEPTED else []
    return render(
        request,
        "panel/seat.html",
        {
            "face": "panel",
            "seat": held,
            "rows": rows,
            "done": sum(row.whole for row in rows),
            "panel": held.panel,
            "sealed": bool(rows) and all(row.score and row.score.sealed_at for row in rows),
            "open": held.panel.state == Panel.State.OPEN,
            "reads": reads(held),
        },
    )


@require_POST
@login_required
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    held = seat_of(request, ref)
    given = request.POST
    try:
        if given.get("act") == "decline":
            seating.decline(held, given.get("reason", "").strip()[:200], actor(request), now())
            return redirect("panel:home")
        if given.get("declared") != "yes":
            raise refuse("请先确认已如实声明利害关系", "Confirm first that you have declared your interests")
        units = [int(pk) for pk in given.getlist("unit") if pk.isascii() and pk.isdigit() and len(pk) < 19]
        seating.accept(held, units, given.get("note", "").strip()[:200], actor(request), now())
        messages.success(request, _("已接受邀请"))
    except Refused as no:
        refused(request, no.said)
    return redirect("panel:seat", ref)


@require_POST
@login_required
def seal(request: HttpRequest, ref: str) -> HttpResponse:
    held = seat_of(request, ref)
    try:
        sealed = marking.seal_scores(held, actor(request), now())
        messages.success(request, _("已密封 %(n)s 件，回执见下") % {"n": len(sealed)})
    except Refused as no:
        refused(request, no.said)
    return redirect("panel:seat", ref)
