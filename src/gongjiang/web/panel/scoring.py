"""Marking one file beside its dossier, stepping aside from it, reading its documents."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk import marking, seating
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.clerk.marks import terms
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.review.models import Score, Seat
from gongjiang.plans import plan_of
from gongjiang.web.dossier import facts
from gongjiang.web.panel.desk import case_of, desk, files_of, seat_of
from gongjiang.web.replies import refused
from gongjiang.web.uploads import attachment
from gongjiang.web.visitor import actor, now


@require_http_methods(["GET", "POST"])
@login_required
def score(request: HttpRequest, ref: str, case: str) -> HttpResponse:
    held = seat_of(request, ref)
    found = case_of(held, case)
    kept = Score.objects.filter(seat=held, case=found).first()
    if request.method == "POST":
        try:
            _save(request, held, found)
            following = _next(held, found)
            messages.success(request, _("已保存"))
            return (
                redirect("panel:score", ref, following.ref)
                if following and "next" in request.POST
                else redirect("panel:seat", ref)
            )
        except Refused as no:
            refused(request, no.said)
    return render(
        request,
        "panel/score.html",
        {"face": "panel", "seat": held, "case": found, "score": kept, **dossier(request, found, kept)},
    )


def dossier(request: HttpRequest, found: Case, kept: Score | None) -> dict[str, Any]:
    scheme, given = plan_of(found.scheme)[found.scheme], request.POST
    marks, reasons = (kept.marks, kept.reasons) if kept else ({}, {})
    rows = [
        (
            c,
            given.get(f"mark-{c.key}", marks.get(c.key, "")),
            given.get(f"reason-{c.key}", reasons.get(c.key, "")),
        )
        for c in terms(found).criteria
    ]
    return {
        "facts": facts(
            scheme,
            facts_of(scheme, [found])[found.pk],
            frozenset(log.source for log in scheme.logs if log.private),
        ),
        "rows": rows,
        "evidence": found.evidence.order_by("pk"),
        "kinds": dict(scheme.evidence),
    }


def _save(request: HttpRequest, held: Seat, found: Case) -> None:
    criteria = terms(found).criteria
    marks = {c.key: request.POST.get(f"mark-{c.key}", "") for c in criteria}
    reasons = {c.key: request.POST.get(f"reason-{c.key}", "")[:400] for c in criteria}
    marking.save_score(held, found, marks, reasons, actor(request), now())


def _next(held: Seat, found: Case) -> Case | None:
    """The next file that is not yet whole, in the desk's own order."""
    rows = desk(held)
    later = [row for row in rows if row.case.ref > found.ref] + [
        row for row in rows if row.case.ref < found.ref
    ]
    return next((row.case for row in later if not row.whole), None)


@require_POST
@login_required
def recuse(request: HttpRequest, ref: str, case: str) -> HttpResponse:
    held = seat_of(request, ref)
    seating.recuse(
        held, case_of(held, case), request.POST.get("note", "").strip()[:200], actor(request), now()
    )
    messages.success(request, _("已回避，该件不再出现"))
    return redirect("panel:seat", ref)


@require_GET
@login_required
def evidence(request: HttpRequest, ref: str, file: str) -> HttpResponseBase:
    held = seat_of(request, ref)
    found = get_object_or_404(Evidence, ref=file, case__in=[case.pk for case in files_of(held)])
    if not found.stored:
        raise Http404
    return attachment(found.stored, found.name, found.media_type)
