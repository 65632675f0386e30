"""年度目标: the list of a year, how far each owner is, and the setting of a new one."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from gongjiang.law.duty import TargetState
from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.indicators import INDICATORS
from gongjiang.office.clerk.targets import set_target
from gongjiang.office.duty.models import Target, TargetEntry, YearScore
from gongjiang.office.duty.visible import seen_by
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plans
from gongjiang.web.finance.fields import done_by
from gongjiang.web.finance.words import clause_words
from gongjiang.web.insight.duty_forms import TargetForm
from gongjiang.web.insight.owners import held_by, owner_of
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50
FIGURES = Prefetch(
    "entries", TargetEntry.objects.filter(number__isnull=False).order_by("-pk"), to_attr="figures"
)
SCORED = (TargetState.SCORED, TargetState.FINAL)


@dataclass(frozen=True)
class Progress:
    """How far one owner's year is."""

    body: NominatingBody | None
    department: str
    key: str
    targets: int
    weights: int
    scored: int
    final: YearScore | None

    @property
    def ready(self) -> bool:
        return self.final is None and self.weights == 100 and self.scored == self.targets


@require_http_methods(["GET", "POST"])
@allowed("duty.see")
def index(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    sets = may(me, "target.set")
    if request.method == "POST" and not (sets and request.POST.get("act") == "set"):
        raise Http404
    form = TargetForm(request, request.POST or None, initial={"year": today().year})
    made: list[Target] = []

    def act(told: dict[str, Any]) -> None:
        made.append(set_target(plans()[0], form.whose(), told["year"], form.wanted(), me, now()))

    if request.method == "POST" and done_by(form, act):
        return redirect("insight:target", made[0].ref)
    year = chosen(request.GET.get("year", ""))
    found = asked(request, seen_by(me, Target.objects.filter(year=year)))
    return render(request, "insight/targets.html", {
        "face": "duty", "tab": "targets", "year": year, "years": years(), "form": form, "sets": sets,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")), "indicators": INDICATORS,
        "states": {state.value: state for state in TargetState}, "clauses": clause_words(),
        "progress": progress(me, year), "finishes": may(me, "target.finish"), "asked": request.GET,
    })  # fmt: skip


def asked(request: HttpRequest, found: "QuerySet[Target]") -> "QuerySet[Target]":
    """As the address narrows them: by owner or by clause."""
    if key := request.GET.get("owner", ""):
        owner = owner_of(key)
        found = found.filter(**held_by(owner)) if owner else found.none()
    if clause := request.GET.get("clause", "")[:12].replace("\0", ""):
        found = found.filter(clause=clause)
    return found.select_related("body").prefetch_related(FIGURES)


def chosen(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else today().year


def years() -> list[int]:
    held = Target.objects.order_by("-year").values_list("year", flat=True).distinct()
    return sorted({today().year, *held}, reverse=True)


def progress(me: Actor, year: int) -> list[Progress]:
    """Each owner's year in three queries, however many owners."""
    held = seen_by(me, Target.objects.filter(year=year)).order_by("body__code", "department")
    rows = list(
        held.values_list("body", "department").annotate(
            n=Count("pk"), weights=Sum("weight"), scored=Count("pk", filter=Q(state__in=SCORED))
        )
    )
    bodies = NominatingBody.objects.in_bulk([row[0] for row in rows if row[0]])
    final = {(one.body_id, one.department): one for one in YearScore.objects.filter(year=year)}
    found = []
    for body, department, number, weights, scored in rows:
        named = bodies.get(body or 0)
        key = f"body:{named.code}" if named else f"department:{department}"
        found.append(Progress(named, department, key, number, weights, scored, final.get((body, department))))
    return found
