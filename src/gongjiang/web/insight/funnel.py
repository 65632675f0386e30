"""How many of a round came how far: every stage, how many reached it and how many are there now."""

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.terms import EXITS, State
from gongjiang.office.cases.models import Case, Event, Round
from gongjiang.plans import plan_of
from gongjiang.web.visitor import allowed

WIDTH = 1000


@dataclass(frozen=True)
class Stage:
    """A stage of the way, with its bar in thousandths of all cases."""

    state: State
    reached: int
    here: int
    width: int


@require_GET
@allowed("insight.see")
def funnel(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Round, ref=ref)
    here = dict(Case.objects.filter(round=held).order_by().values_list("state").annotate(Count("pk")))
    total = sum(here.values())
    return render(request, "insight/funnel.html", {
        "face": "insight", "round": held, "total": total, "stages": stages(held, here, total),
        "exits": [Stage(state, here[state], here[state], 0) for state in EXITS if here.get(state)],
        "scheme": plan_of(held.scheme)[held.scheme],
    })  # fmt: skip


def stages(held: Round, here: dict[str, int], total: int) -> list[Stage]:
    """The first stage is where every case began; the others count the cases that were ever brought there."""
    reached = dict(
        Event.objects.filter(case__round=held).order_by().values_list("target")
        .annotate(Count("case", distinct=True))
    )  # fmt: skip
    found = []
    for place, state in enumerate(plan_of(held.scheme)[held.scheme].procedure.main):
        number = total if place == 0 else reached.get(state, 0)
        found.append(Stage(state, number, here.get(state, 0), round(WIDTH * number / total) if total else 0))
    return found
