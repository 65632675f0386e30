"""One target: its figure as it stands, the cases behind it, what was done on it, what may be done next."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gongjiang.law.duty import TARGET_MOVES, Measure, TargetAct, TargetState, completion
from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.indicators import INDICATORS
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.target_acts import BY, SCORING, take
from gongjiang.office.clerk.targets import Owner, read_figure, reweigh, scope_of, split
from gongjiang.office.duty.models import Target
from gongjiang.office.duty.visible import answers_for, seen_by
from gongjiang.web.finance.fields import done_by
from gongjiang.web.finance.words import clause_words
from gongjiang.web.insight.duty_forms import SplitForm, WeightForm
from gongjiang.web.insight.owners import owner_of
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now

PAGE, DIGITS = 50, 12


@dataclass(frozen=True)
class Offer:
    """An act that this person may take now, and whether a number goes with it."""

    act: TargetAct
    asks: str


@require_http_methods(["GET", "POST"])
@allowed("duty.see")
def one(request: HttpRequest, ref: str) -> HttpResponse:
    me = actor(request)
    held = get_object_or_404(seen_by(me, Target.objects.select_related("body", "set_by", "origin")), ref=ref)
    forms: dict[str, Any] = {
        "split": SplitForm(request, request.POST if request.POST.get("act") == "split" else None),
        "reweigh": WeightForm(
            request, request.POST if request.POST.get("act") == "reweigh" else None,
            initial={"weight": held.weight},
        ),
    }  # fmt: skip
    if request.method == "POST" and acted(request, held, me, forms):
        messages.success(request, _("已办理"))
        return redirect("insight:target", ref)
    figure = read_figure(held)
    changes = may(me, "target.set") and held.state == TargetState.SET
    return render(request, "insight/target.html", {
        "face": "duty", "tab": "targets", "held": held, "figure": figure, "forms": forms, "changes": changes,
        "reached": completion(held.planned, figure) if figure else None, "offers": offers(held, me),
        "entries": held.entries.select_related("by"), "parts": held.parts.select_related("body"),
        "indicator": INDICATORS.get(held.indicator), "clauses": clause_words(), "given": request.POST,
        "acts": {act.value: act for act in TargetAct}, "state": TargetState(held.state),
    })  # fmt: skip


def offers(held: Target, me: Actor) -> list[Offer]:
    found = []
    for act, (source, _goal) in TARGET_MOVES.items():
        theirs = act in BY and may(me, BY[act]) and held.state == source
        if theirs and (BY[act] != "duty.answer" or answers_for(me, held)):
            filed = act is TargetAct.REPORT and held.measure == Measure.FILED
            found.append(Offer(act, "score" if act in SCORING else "number" if filed else ""))
    return found


def acted(request: HttpRequest, held: Target, me: Actor, forms: dict[str, Any]) -> bool:
    """Whether it was done; otherwise the page says why not, with what was typed."""
    name, given = request.POST.get("act", ""), request.POST
    if name == "reweigh":
        return done_by(forms[name], lambda told: reweigh(held, told["weight"], me, now()))
    if name == "split":
        heir = owner_of(given.get("heir", "")) or Owner()
        return done_by(forms[name], lambda told: split(held, told["until"], heir, told["reason"], me, now()))
    if name not in list(TargetAct):
        raise Http404
    try:
        take(held, TargetAct(name), given.get("text", "").replace("\0", ""), number(given), me, now())
    except Refused as no:
        refused(request, no.said)
        return False
    return True


def number(given: Any) -> int | None:
    text = str(given.get("number", "")).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else None


@require_GET
@allowed("duty.see")
def behind(request: HttpRequest, ref: str) -> HttpResponse:
    """The cases that the figure counted, as far as this person may see them."""
    me = actor(request)
    held = get_object_or_404(seen_by(me, Target.objects.select_related("body")), ref=ref)
    if held.indicator not in INDICATORS:
        raise Http404
    counted = INDICATORS[held.indicator].behind(scope_of(held))
    mine = visible_to(me).filter(pk__in=counted.order_by().values("pk"))
    found = mine.select_related("person", "employer").order_by("number")
    return render(request, "insight/target_cases.html", {
        "face": "duty", "held": held, "indicator": INDICATORS[held.indicator], "clauses": clause_words(),
        "all": counted.count(), "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
    })  # fmt: skip
