"""Signs that experts marked together, for who audits: of closed panels, and nothing follows from them.

The formulas stand in gongjiang.law.marking_signs. Experts are told by their number of the register.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gongjiang.law.agreement import Agreement, agreement
from gongjiang.law.marking_signs import ODD, Cell, Fitted, OfExpert, Sign, of_experts
from gongjiang.law.marking_signs import signs as found_in
from gongjiang.law.scoring import weighted_total
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.marks import terms
from gongjiang.office.review.models import Panel, Recusal, Score
from gongjiang.web.visitor import allowed

FEWEST = 2
"""Of fewer nominees or experts nothing can be told."""
KINDS = {
    "body": gettext_lazy("一名专家对一个推荐单位的人选"),
    "pair_body": gettext_lazy("两名专家对一个推荐单位的人选"),
    "pair_one": gettext_lazy("两名专家对同一名人选"),
    "same": gettext_lazy("两名专家的评分完全相同"),
}


@dataclass(frozen=True)
class Found:
    """What is told of one panel; `few` where it is too small to tell anything."""

    panel: Panel
    few: bool
    experts: list[OfExpert]
    signs: list[tuple[Any, Sign]]
    marks: Mapping[Cell, float] = field(default_factory=dict)

    @cached_property
    def agreement(self) -> Agreement | None:
        """How far they agree, and each expert's severity as the mixed model has it; worked out when asked."""
        return agreement(self.marks)


@require_GET
@allowed("panel.signs")
def signs(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Round, ref=ref)
    panels = list(Panel.objects.filter(round=held).select_related("group").order_by("group__code"))
    closed = [panel for panel in panels if panel.state == Panel.State.CLOSED]
    marks, bodies = given(closed)
    return render(request, "insight/signs.html", {
        "face": "insight", "round": held, "waiting": len(panels) - len(closed), "odd": ODD,
        "found": [told(panel, marks[panel.pk], bodies) for panel in closed],
    })  # fmt: skip


def given(panels: list[Panel]) -> tuple[dict[int, dict[Cell, float]], dict[str, str]]:
    """Panel -> each sealed mark, weighted as the round announced; and who nominated each nominee. Who stepped
    aside has marked nobody.
    """
    marks: dict[int, dict[Cell, float]] = defaultdict(dict)
    bodies: dict[str, str] = {}
    scores = Score.objects.filter(seat__panel__in=panels, sealed_at__isnull=False)
    stepped = set(Recusal.objects.filter(case__scores__in=scores).values_list("case", "expert"))
    for score in scores.select_related("case__round", "case__body", "seat__expert"):
        weights, case = terms(score.case).weights, score.case
        total = weighted_total([(mark, weights[key]) for key, mark in score.marks.items()])
        if isinstance(total, Problem) or (case.pk, score.seat.expert_id) in stepped:
            continue
        marks[score.seat.panel_id][case.number, score.seat.expert.number] = float(total)
        bodies[case.number] = case.body.name if case.body else ""
    return marks, bodies


def told(panel: Panel, marks: dict[Cell, float], bodies: dict[str, str]) -> Found:
    sides = [{cell[side] for cell in marks} for side in (0, 1)]
    if min(map(len, sides)) < FEWEST:
        return Found(panel, True, [], [])
    fitted = Fitted(marks)
    named = [(KINDS[sign.kind], sign) for sign in found_in(fitted, bodies)]
    return Found(panel, False, of_experts(fitted), named, marks)
