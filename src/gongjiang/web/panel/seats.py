"""An expert's own seat: answer before any name is shown, mark file by file, seal and get a receipt."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongjiang.law.round_terms import Criterion
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk import marking, seating
from gongjiang.office.clerk.marks import terms
from gongjiang.office.clerk.perform import considered
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.review.models import Panel, Score, Seat
from gongjiang.plans import plan_of
from gongjiang.web.desk.dossier import facts
from gongjiang.web.replies import refused
from gongjiang.web.uploads import attachment
from gongjiang.web.visitor import actor, now, today


@dataclass(frozen=True)
class Desk:
    """The files of one seat with what has been marked of each."""

    case: Case
    score: Score | None
    given: int
    wanted: int

    @property
    def whole(self) -> bool:
        return self.given >= self.wanted


def _seat(request: HttpRequest, ref: str) -> Seat:
    held = seating.own_seat(ref, actor(request))
    if held is None:
        raise Http404
    return held


def _case(seat: Seat, ref: str) -> Case:
    """Only one's own desk: a recused or foreign file does not exist."""
    found = next((case for case in seating.desk_of(seat) if case.ref == ref), None)
    if found is None or seat.state != Seat.State.ACCEPTED:
        raise Http404
    return found


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
    return render(request, "panel/home.html", {"face": "panel", "seats": seats})


@require_GET
@login_required
def seat(request: HttpRequest, ref: str) -> HttpResponse:
    held = _seat(request, ref)
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
        },
    )


def desk(held: Seat) -> list[Desk]:
    scores = {score.case_id: score for score in Score.objects.filter(seat=held)}
    rows = []
    for case in seating.desk_of(held):
        score, wanted = scores.get(case.pk), len(terms(case).criteria)
        rows.append(Desk(case, score, min(len(score.marks), len(score.reasons)) if score else 0, wanted))
    return rows


@require_POST
@login_required
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    held = _seat(request, ref)
    given = request.POST
    try:
        if given.get("act") == "decline":
            seating.decline(held, given.get("reason", "").strip()[:200], actor(request), now())
            return redirect("panel:home")
        if given.get("declared") != "yes":
            raise refuse("请先确认已如实声明利害关系", "Confirm first that you have declared your interests")
        units = [int(pk) for pk in given.getlist("unit") if pk.isdigit()]
        seating.accept(held, units, given.get("note", "").strip()[:200], actor(request), now())
        messages.success(request, _("已接受邀请"))
    except Refused as no:
        refused(request, no.said)
    return redirect("panel:seat", ref)


@require_http_methods(["GET", "POST"])
@login_required
def score(request: HttpRequest, ref: str, case: str) -> HttpResponse:
    held = _seat(request, ref)
    found = _case(held, case)
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
        "facts": facts(scheme, considered(found, today())),
        "rows": rows,
        "evidence": found.evidence.order_by("pk"),
        "kinds": dict(scheme.evidence),
        "bands": BANDS,
    }


BANDS = (90, 80, 70, 60, 0)


def _save(request: HttpRequest, held: Seat, found: Case) -> None:
    criteria: tuple[Criterion, ...] = terms(found).criteria
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
def seal(request: HttpRequest, ref: str) -> HttpResponse:
    held = _seat(request, ref)
    try:
        sealed = marking.seal_scores(held, actor(request), now())
        messages.success(request, _("已密封 %(n)s 件，回执见下") % {"n": len(sealed)})
    except Refused as no:
        refused(request, no.said)
    return redirect("panel:seat", ref)


@require_POST
@login_required
def recuse(request: HttpRequest, ref: str, case: str) -> HttpResponse:
    held = _seat(request, ref)
    seating.recuse(held, _case(held, case), request.POST.get("note", "").strip()[:200], actor(request), now())
    messages.success(request, _("已回避，该件不再出现"))
    return redirect("panel:seat", ref)


@require_GET
@login_required
def evidence(request: HttpRequest, ref: str, file: str) -> HttpResponseBase:
    held = _seat(request, ref)
    found = get_object_or_404(Evidence, ref=file, case__in=[case.pk for case in seating.desk_of(held)])
    if not found.stored:
        raise Http404
    return attachment(found.stored, found.name, found.media_type)
