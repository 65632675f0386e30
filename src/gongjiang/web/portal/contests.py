"""Contests for the public: what is on the register, and published results by name, unit, rank and medal."""

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from gongjiang.law.terms import ContestClass, Medal
from gongjiang.office.registry.models import Edition, Entry

PAGE = 60
CLASSES = {term.value: term.said for term in ContestClass}
MEDALS = {term.value: term.said for term in Medal}
STANDING = {"result__published_on__isnull": False, "result__annulled_on": None}


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    counted = Count(
        "trades__entries__result", filter=Q(**{f"trades__entries__{k}": v for k, v in STANDING.items()})
    )
    held = Edition.objects.select_related("contest").annotate(results=counted)
    page = Paginator(held.order_by(F("held_on").desc(nulls_last=True), "-pk"), PAGE)
    shown = {"face": "contests", "page": page.get_page(request.GET.get("page")), "classes": CLASSES}
    return render(request, "portal/contests.html", shown)


@require_GET
def contest(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Edition.objects.select_related("contest"), ref=ref)
    entries = Entry.objects.filter(trade__edition=held, withdrawn_on=None, **STANDING)
    ordered = entries.order_by("trade__name", "trade", F("result__rank").asc(nulls_last=True), "pk")
    people = ordered.select_related("trade", "result").prefetch_related(
        "competitors__person", "competitors__employer"
    )
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    shown = {"face": "contests", "edition": held, "page": page, "classes": CLASSES, "medals": MEDALS}
    return render(request, "portal/contest.html", shown)
