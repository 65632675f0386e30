"""Sessions at the desk: arranged beside a case, booked, signed in to at the door, rated, closed."""

import io
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.session_kinds import SessionKind
from gongjiang.office.clerk import services
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.services.models import Attendance, Booking, Session
from gongjiang.web.desk.cases import seen
from gongjiang.web.replies import in_words, refused, said
from gongjiang.web.visitor import actor, now, today

INK = "#1d1b19"


class SessionForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("服务"))
    title = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    occupation = forms.CharField(label=gettext_lazy("职业（工种）"), max_length=60, required=False)
    place = forms.CharField(label=gettext_lazy("地点"), max_length=120)
    on = forms.DateField(label=gettext_lazy("日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    starts = forms.TimeField(label=gettext_lazy("开始"), widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    seats = forms.IntegerField(label=gettext_lazy("座位"), min_value=1, max_value=services.MOST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, said(kind.said)) for kind in SessionKind]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@login_required
def of_case(request: HttpRequest, ref: str) -> HttpResponse:
    """What a case has arranged, and a form for one more."""
    case = seen(request, ref)
    may = services.may_arrange(case, actor(request))
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            held = services.arrange(case, services.Planned(**form.cleaned_data), actor(request), now())
            messages.success(request, _("已安排"))
            return redirect("desk:session", held.ref)
        except Refused as no:
            form.add_error(None, in_words(request, no.said))
    shown = {"face": "cases", "case": case, "sessions": case.sessions.all(), "form": form, "may": may}
    return render(request, "desk/sessions.html", shown)


@require_GET
@login_required
def session(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Session.objects.select_related("case__person", "case__employer"), ref=ref)
    me = actor(request)
    hosts = services.may_arrange(held.case, me)
    mine = (
        Booking.objects.filter(session=held, person=me.person, cancelled_on=None).first()
        if me.person
        else None
    )
    came = Attendance.objects.filter(session=held, person=me.person).first() if me.person else None
    return render(request, "desk/session.html", {
        "face": "todo", "session": held, "left": services.seats_left(held), "mine": mine, "came": came,
        "hosts": hosts, "acts_for_unit": any(post.organisation for post in me.posts),
        "bookings": held.bookings.select_related("person", "organisation") if hosts else [],
        "attendances": held.attendances.select_related("person") if hosts else [],
        "today": today(), "range": range(1, 6),
    })  # fmt: skip


ACTS = ("book", "cancel", "rate", "held", "called_off")


@require_POST
@login_required
def act(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    held = get_object_or_404(Session, ref=ref)
    if name not in ACTS:
        raise Http404
    try:
        _done(request, held, name)
        messages.success(request, _("已办理"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:session", ref)


def _done(request: HttpRequest, held: Session, name: str) -> None:
    me, moment = actor(request), now()
    if name == "book":
        services.book(held, _number(request.POST.get("people", "1")), me, moment)
    elif name == "cancel":
        services.cancel_booking(held, me, moment)
    elif name == "rate":
        services.rate(held, _number(request.POST.get("stars", "")), request.POST.get("words", ""), me, moment)
    else:
        services.close(held, name, me, moment)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


@require_http_methods(["GET", "POST"])
@login_required
def here(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    """Where the code at the door leads: one button, so that a picture that is followed signs nobody in."""
    held = get_object_or_404(Session.objects.select_related("case__employer"), ref=ref, code=code)
    if request.method == "POST":
        try:
            services.attend(held, code, actor(request), now())
            messages.success(request, _("签到成功"))
        except Refused as no:
            refused(request, no.said)
        return redirect("desk:session", ref)
    return render(request, "desk/session_here.html", {"face": "todo", "session": held})


@require_GET
@login_required
def door(request: HttpRequest, ref: str) -> HttpResponse:
    """The code for the door, as a picture: for who holds the session alone."""
    held = get_object_or_404(Session.objects.select_related("case"), ref=ref)
    if not services.may_arrange(held.case, actor(request)):
        raise Http404
    picture = io.BytesIO()
    link = request.build_absolute_uri(reverse("desk:session_here", args=[held.ref, held.code]))
    segno.make(link, error="m", micro=False).save(picture, kind="svg", dark=INK, scale=6, border=4)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml; charset=utf-8")
