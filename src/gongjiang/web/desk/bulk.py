"""Bulk steps: what will change and what will be refused, and why,
before the count is typed and anything moves.
"""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gongjiang.law.procedure import Step
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.preview import preview
from gongjiang.office.clerk.refused import Refused
from gongjiang.plans import NoSuchScheme, plan_of
from gongjiang.web.desk.asks import sent
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now, today

MOST = 1000


@require_http_methods(["GET", "POST"])
@allowed("round.see")
def bulk(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """On the cases of one round."""
    held = get_object_or_404(Round, ref=ref)
    return _bulk(request, held.scheme, Q(round=held), name, {"round": held})


@require_http_methods(["GET", "POST"])
@allowed("round.see")
def of_scheme(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """On the cases of a scheme that has no rounds: those that opened of their own accord."""
    return _bulk(request, slug, Q(round=None, scheme=slug), name, {})


def _bulk(request: HttpRequest, slug: str, which: Q, name: str, shown: dict[str, Any]) -> HttpResponse:
    try:
        procedure = plan_of(slug)[slug].procedure
    except NoSuchScheme:
        raise Http404 from None
    me = actor(request)
    if name not in procedure or procedure[name].by not in me.roles:
        raise Http404
    step = procedure[name]
    found = (
        visible_to(me)
        .filter(which, state__in=step.sources)
        .select_related("person", "employer", "body", "round", "cause")
    )
    cases = list(found[:MOST])
    if request.method == "POST" and _done(request, step, cases):
        return redirect(request.path)
    judged = preview(cases, name, me, today(), {ask.name: "—" for ask in step.asks})
    return render(
        request,
        "desk/bulk.html",
        {"face": "rounds", "step": step, "preview": judged, "scheme": plan_of(slug)[slug], **shown},
    )


def _done(request: HttpRequest, step: Step, cases: list[Case]) -> bool:
    """The typed count must be the number that will move: nobody presses this by mistake."""
    me, given = actor(request), sent(step, request.POST)
    chosen = set(request.POST.getlist("case"))
    picked = [case for case in cases if case.ref in chosen]
    if request.POST.get("count", "").strip() != str(len(picked)) or not picked:
        messages.error(request, _("请勾选办件并准确填写件数"))
        return False
    try:
        done = perform_many([case.pk for case in picked], step.name, me, now(), given)
    except Refused as no:
        refused(request, no.said)
        return False
    moved = len(done.moved)
    messages.success(request, ngettext("已办理 %(n)s 件", "已办理 %(n)s 件", moved) % {"n": moved})
    for case, said in done.refused[:10]:
        messages.warning(request, f"{case.number} {said.en if request.LANGUAGE_CODE == 'en' else said.zh}")
    return True
