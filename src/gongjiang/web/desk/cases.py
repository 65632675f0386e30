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

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department, Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round, Veto
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.services import HOLDING
from gongjiang.office.clerk.standings import terms_of
from gongjiang.office.clerk.suspensions import with_waits
from gongjiang.plans import plan_of, plans
from gongjiang.web.case_logs import logs_of
from gongjiang.web.desk.asks import sent
from gongjiang.web.dossier import case_page
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
    return {
        "face": "cases",
        "case": held,
        "found": case_page(held, actor(request), today()),
        "history": held.events.select_related("actor").order_by("-pk"),
        "scheme": scheme,
        "steps": {step.name: step.said for step in scheme.procedure.steps},
        "evidence": evidence,
        "kinds": scheme.evidence,
        "held": {file.kind for file in evidence},
        "nominations": held.nominations.select_related("body").order_by("pk"),
        "vetoes": asked_of_departments(held),
        "determinations": held.determinations.select_related("by", "confirmed_by"),
        "letters": held.letters.filter(state="sent")[:20],
        **around(held),
        **class_of(held, actor(request)),
        **gathered(held, actor(request)),
        **powers(held, actor(request)),
        "today": today(),
    }


def powers(held: Case, me: Actor) -> dict[str, bool]:
    """What this visitor may do on the page beside the steps."""
    return {
        "may_upload": may(me, "evidence.add") or me.person == held.person_id,
        "may_revoke": may(me, "honour.revoke"),
        "may_answer": may(me, "veto.answer"),
        "inside": may(me, "round.see"),
        "sees_person": may(me, "round.see") or me.person == held.person_id,
        "may_give": may(me, "account.give") and not held.person.users.exists(),
    }


def gathered(held: Case, me: Actor) -> dict[str, Any]:
    """What the case gathered since it was recognised: logs, scores, referrals, letters."""
    scheme = plan_of(held.scheme)[held.scheme]
    found = {
        "logs": logs_of(held, me),
        "departments": list(Department),
        "holds_sessions": held.state in HOLDING,
    }
    if not (scheme.logs or scheme.figures) and scheme.grants:
        return found
    return found | {
        "grades": held.grades.select_related("by"),
        "referrals": held.referrals.all(),
        "issued": held.issued_letters.all(),
    }


def around(held: Case) -> dict[str, Any]:
    """What follows from the case, and what it waits for."""
    waits = held.suspensions.filter(lifted_on=None).select_related("result")
    return {"following": held.consequences.all(), "suspensions": waits}


def class_of(held: Case, me: Actor) -> dict[str, Any]:
    """The newest roster, where the scheme keeps one, and whether this visitor may send another."""
    if "class.members" not in {
        many.source for many in plan_of(held.scheme)[held.scheme].subject.lists.values()
    }:
        return {}
    rows = list(held.trainees.select_related("person"))
    newest = max((row.edition for row in rows), default=0)
    host = any(post.role is Role.EMPLOYER and post.organisation == held.employer_id for post in me.posts)
    sending = host and held.state == State.UNDER_WAY
    return {"trainees": [row for row in rows if row.edition == newest], "may_list": sending}


def asked_of_departments(held: Case) -> list[Veto]:
    """The questions put to other departments, each with its words."""
    said = {matter.key: matter.said for matter in terms_of(held).vetoes}
    rows = list(held.vetoes.order_by("pk"))
    for row in rows:
        row.matter_said = said.get(row.matter, Words(row.matter, row.matter))  # type: ignore[attr-defined]
        row.department_said = Department(row.department).said  # type: ignore[attr-defined]
    return rows


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
