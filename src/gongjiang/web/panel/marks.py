"""What the chair sees when a panel has closed: a column an expert, a row a nominee, under pseudonyms."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.policy import may
from gongjiang.law.scoring import weighted_total
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import seating
from gongjiang.office.clerk.marks import review_marks, terms
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.review.models import Panel, Recusal, Score, Seat
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now


@dataclass(frozen=True)
class Row:
    case: Case
    marks: tuple[Decimal | None, ...]
    panel: Decimal | None
    spread: Decimal


@require_GET
@allowed("panel.marks")
def marks(request: HttpRequest, ref: str, group: str) -> HttpResponse:
    panel = get_object_or_404(
        Panel.objects.select_related("round", "group"), round__ref=ref, group__code=group
    )
    closed = panel.state == Panel.State.CLOSED
    members = Seat.objects.filter(panel=panel, kind=Seat.Kind.MEMBER).exclude(state=Seat.State.DECLINED)
    seats = list(members.order_by("ref"))
    recused = Recusal.objects.filter(expert__seats__panel=panel, case__round=panel.round).distinct()
    shown = {
        "standing": members.select_related("expert").order_by("expert__number"),
        "may_replace": may(actor(request), "panel.substitute"),
        "face": "rounds",
        "panel": panel,
        "round": panel.round,
        "closed": closed,
        "rows": table(panel, seats) if closed else [],
        "letters": [chr(ord("A") + n) for n in range(len(seats))],
        "recused": recused.count(),
    }
    return render(request, "panel/marks.html", shown)


@require_POST
@allowed("panel.substitute")
def replace(request: HttpRequest, ref: str) -> HttpResponse:
    """A member who cannot serve: the next in the drawn order takes the place."""
    seat = get_object_or_404(Seat.objects.select_related("panel__round", "panel__group", "expert"), ref=ref)
    try:
        seating.replace(seat, request.POST.get("reason", "").strip()[:200], actor(request), now())
        messages.success(request, _("已由下一位候补递补"))
    except Refused as no:
        refused(request, no.said)
    return redirect("panel:marks", seat.panel.round.ref, seat.panel.group.code)


def table(panel: Panel, seats: list[Seat]) -> list[Row]:
    """Each expert's weighted total, the panel's mark, and how far the experts lie apart."""
    given: dict[tuple[int, int], Decimal] = {}
    scores = Score.objects.filter(seat__panel=panel, sealed_at__isnull=False).select_related(
        "case__round", "case__person", "case__employer"
    )
    cases = {score.case_id: score.case for score in scores}
    for score in scores:
        total = weighted_total([(mark, terms(score.case).weights[key]) for key, mark in score.marks.items()])
        if not isinstance(total, Problem):
            given[score.case_id, score.seat_id] = total
    review = review_marks(list(cases.values()))
    rows = [
        _row(case, [given.get((case.pk, seat.pk)) for seat in seats], review.get(case.pk))
        for case in cases.values()
    ]
    return sorted(rows, key=lambda row: row.panel or Decimal(0), reverse=True)


def _row(case: Case, found: list[Decimal | None], panel: Decimal | None) -> Row:
    valid = [mark for mark in found if mark is not None]
    return Row(case, tuple(found), panel, max(valid) - min(valid) if valid else Decimal(0))
