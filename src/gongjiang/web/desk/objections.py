"""Objections: taken up by somebody who has not handled the case, decided by another."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.policy import may
from gongjiang.office.clerk import objections as clerk
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.notice.models import Objection
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now


@require_GET
@allowed("objection.read")
def objections(request: HttpRequest) -> HttpResponse:
    held = Objection.objects.select_related("entry__notice", "entry__case", "handler").order_by(
        "closed_on", "-received_at", "-pk"
    )
    if ref := request.GET.get("round"):
        held = held.filter(entry__notice__round__ref=ref)
    return render(request, "desk/objections.html", {"face": "objections", "objections": held[:200]})


@require_http_methods(["GET", "POST"])
@allowed("objection.read")
def objection(request: HttpRequest, ref: str) -> HttpResponse:
    read = Objection.objects.select_related("entry__notice", "handler", "entry__corrected_into__corrected_by")
    held = get_object_or_404(read, ref=ref)
    if request.method == "POST":
        try:
            _act(request, held)
            messages.success(request, _("已办理"))
            return redirect("desk:objection", ref)
        except Refused as no:
            refused(request, no.said)
    me = actor(request)
    handles = held.handler_id == request.user.pk
    decides = may(me, "objection.close") and held.reported_on is not None
    return render(request, "desk/objection.html", {
        "face": "objections", "objection": held, "handles": handles, "decides": decides,
        "outcomes": Objection.Outcome.choices, "may_take": may(me, "objection.take"),
    })  # fmt: skip


def _act(request: HttpRequest, held: Objection) -> None:
    act = request.POST.get("act")
    if act == "take":
        clerk.take(held, actor(request), now())
    elif act == "report":
        clerk.report_objection(held, request.POST.get("report", ""), actor(request), now())
    elif act == "close":
        given = request.POST
        outcome, finding = given.get("outcome", ""), given.get("finding", "").strip()[:600]
        honours, reason = (given.get(name, "").strip()[:300] for name in ("honours", "reason"))
        clerk.close_objection(held, outcome, finding, actor(request), now(), honours, reason)
    else:
        raise Http404
