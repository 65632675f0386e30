"""Cases: the list with its filters, the page of one, and the one place where steps are taken."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.suspensions import with_waits
from gongjiang.plans import plan_of, plans
from gongjiang.web.case_beside import beside
from gongjiang.web.desk.asks import sent
from gongjiang.web.dossier import case_page
from gongjiang.web.told_with import history, outcome
from gongjiang.web.visitor import actor, now, today

PAGE = 50
LONGEST_VERSION = 10
ORDERS = {
    "number": "number",
    "name": "person__name",
    "unit": "employer__name",
    "state": "state",
    "due": "due_on",
}


@require_GET
@login_required
def cases(request: HttpRequest) -> HttpResponse:
    found = filtered(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    schemes = [scheme for plan in plans() for scheme in plan.schemes]
    return render(
        request,
        "desk/cases.html",
        {
            "face": "cases",
            "page": page,
            "schemes": schemes,
            "states": State,
            "rounds": Round.objects.all()[:50],
            "today": today(),
            "asked": request.GET,
        },
    )


def filtered(request: HttpRequest) -> QuerySet[Case]:
    """The cases this person may see, as the filter bar narrows and orders them. Exports obey the same."""
    asked = request.GET
    found = visible_to(actor(request)).select_related("person", "employer", "body", "round")
    if asked.get("scheme"):
        found = found.filter(scheme=asked["scheme"])
    if asked.get("state"):
        found = found.filter(state=asked["state"])
    if asked.get("round"):
        found = found.filter(round__ref=asked["round"])
    if asked.get("roster"):
        found = found.filter(roster__ref=asked["roster"])
    if asked.get("late"):
        found = found.filter(due_on__lt=today(), stopped_on=None, state=State.NOMINATED)
    if text := asked.get("q", "").strip()[:60]:
        found = found.filter(
            Q(person__name__contains=text) | Q(number__contains=text) | Q(employer__name__contains=text)
        )
    order = ORDERS.get(asked.get("sort", "").lstrip("-"), "number")
    return found.order_by(f"-{order}" if asked.get("sort", "").startswith("-") else order, "pk")


def seen(request: HttpRequest, ref: str) -> Case:
    """One case, if this person may see it; to others it does not exist."""
    held = visible_to(actor(request)).select_related(
        "person", "employer", "body", "round", "cause__person", "honour__certificate"
    )
    return get_object_or_404(with_waits(held), ref=ref)


@require_GET
@login_required
def case(request: HttpRequest, ref: str) -> HttpResponse:
    return render(request, "desk/case.html", context(request, seen(request, ref)))


def context(request: HttpRequest, held: Case) -> dict[str, Any]:
    scheme = plan_of(held.scheme)[held.scheme]
    evidence = list(held.evidence.select_related("by").order_by("pk"))
    events = history(held.events.select_related("actor").order_by("-pk"), scheme.procedure)
    return {
        "face": "cases",
        "case": held,
        "found": case_page(held, actor(request), today()),
        "history": events,
        "outcome": outcome(events, scheme.procedure),
        "rules": {one.name: one.said for one in scheme.rules},
        "onward": {
            one.name for one in scheme.procedure.steps if scheme.procedure.onward(one, State(held.state))
        },
        "scheme": scheme,
        "steps": {step.name: step.said for step in scheme.procedure.steps},
        "evidence": evidence,
        "kinds": scheme.evidence,
        "held": {file.kind for file in evidence},
        "nominations": held.nominations.select_related("body").order_by("pk"),
        "determinations": held.determinations.select_related("by", "confirmed_by"),
        **beside(held, actor(request)),
        "today": today(),
    }


@require_POST
@login_required
def step(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Every change to every case of every scheme comes through here."""
    held = seen(request, ref)
    procedure = plan_of(held.scheme)[held.scheme].procedure
    if name not in procedure:
        raise Http404
    try:
        perform(held, name, actor(request), now(), sent(procedure[name], request.POST), version_of(request))
    except Refused as no:
        messages.error(request, no.said.en if request.LANGUAGE_CODE == "en" else no.said.zh)
        answer = render(
            request, "desk/case.html", context(request, seen(request, ref)) | {"given": request.POST}
        )
        answer.status_code = 409
        return answer
    messages.success(request, _("已办理"))
    return redirect("desk:case", ref)


def version_of(request: HttpRequest) -> int | None:
    """The version that the form was made from; nothing where it was left out or mangled."""
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < LONGEST_VERSION else None
