"""Contests at the desk: the register, a contest with its editions, an edition with all entries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import ContestClass, Medal, Recommender
from gongjiang.office.clerk import contests as clerk
from gongjiang.office.clerk import judging, results
from gongjiang.office.clerk.feeding import titles_in_doubt
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import Contest, Edition, Entry, Trade
from gongjiang.web.desk import contest_forms as form
from gongjiang.web.replies import in_words, refused
from gongjiang.web.visitor import actor, allowed, now, today

PAGE = 50
TERMS = {
    "classes": {term.value: term.said for term in ContestClass},
    "medals": {term.value: term.said for term in Medal},
    "channels": {term.value: term.said for term in Recommender},
}


def keeper(request: HttpRequest) -> bool:
    return may(actor(request), "register.keep")


@require_GET
@allowed("round.see")
def contests(request: HttpRequest) -> HttpResponse:
    return _contests(request, form.ContestForm())


@require_POST
@allowed("register.keep")
def add_contest(request: HttpRequest) -> HttpResponse:
    told = form.ContestForm(request.POST)
    if told.is_valid():
        try:
            made = clerk.add_contest(**told.cleaned_data, actor=actor(request), now=now())
            return redirect("desk:contest", made.ref)
        except Refused as no:
            told.add_error(None, in_words(request, no.said))
    return _contests(request, told)


def _contests(request: HttpRequest, told: form.ContestForm) -> HttpResponse:
    held = Contest.objects.annotate(held=Count("editions")).order_by("name", "pk")
    page = Paginator(held, PAGE).get_page(request.GET.get("page"))
    shown = {"face": "contests", "page": page, "form": told, "keeper": keeper(request)}
    return render(request, "desk/contests.html", shown)


@require_GET
@allowed("round.see")
def contest(request: HttpRequest, ref: str) -> HttpResponse:
    return _contest(request, get_object_or_404(Contest, ref=ref), form.EditionForm())


@require_POST
@allowed("register.keep")
def add_edition(request: HttpRequest, ref: str) -> HttpResponse:
    held, told = get_object_or_404(Contest, ref=ref), form.EditionForm(request.POST)
    if told.is_valid():
        try:
            made = clerk.add_edition(held, told.new(), actor(request), now())
            return redirect("desk:edition", made.ref)
        except Refused as no:
            told.add_error(None, in_words(request, no.said))
    return _contest(request, held, told)


def _contest(request: HttpRequest, held: Contest, told: form.EditionForm) -> HttpResponse:
    editions = held.editions.annotate(entered=Count("trades__entries")).order_by("-held_on", "-pk")
    return render(request, "desk/contest.html", {
        "face": "contests", "contest": held, "editions": editions, "form": told,
        "keeper": keeper(request), **TERMS,
    })  # fmt: skip


def _trades(held: Edition) -> QuerySet[Trade]:
    return held.trades.annotate(entered=Count("entries")).order_by("name", "pk")


@require_GET
@allowed("round.see")
def edition(request: HttpRequest, ref: str) -> HttpResponse:
    held = get_object_or_404(Edition.objects.select_related("contest"), ref=ref)
    entries = Entry.objects.filter(trade__edition=held).select_related("trade", "body", "result__filed_by")
    ordered = entries.order_by("trade__name", "trade", F("result__rank").asc(nulls_last=True), "pk")
    people = ordered.prefetch_related("competitors__person", "competitors__employer", "judged")
    me = actor(request)
    return render(request, "desk/edition.html", {
        "face": "contests", "edition": held, "trades": _trades(held), "keeper": keeper(request),
        "page": Paginator(people, PAGE).get_page(request.GET.get("page")),
        "may_verify": may(me, "result.verify"), "may_publish": may(me, "result.publish"), **TERMS,
        "entry_form": form.EntryForm(held), "result_form": form.ResultForm(held),
    })  # fmt: skip


@require_GET
@allowed("round.see")
def doubts(request: HttpRequest) -> HttpResponse:
    """Titles that stood on a result annulled since: the authority reviews them, one by one."""
    held = titles_in_doubt(today())
    may_revoke = may(actor(request), "revocation.see")
    return render(
        request, "desk/doubts.html", {"face": "contests", "honours": held, "may_revoke": may_revoke}
    )


@dataclass(frozen=True)
class Act:
    """Something done to an edition: who may, with which form, and how the clerk does it."""

    act: str
    form: type[form.OfEdition]
    run: Callable[[Edition, Any, Actor, Moment], object]


def _draw_up(held: Edition, told: Any, me: Actor, moment: Moment) -> object:
    return judging.draw_up(told.cleaned_data["trade"], told.cleaned_data["medals"], me, moment)


def _mark(held: Edition, told: Any, me: Actor, moment: Moment) -> object:
    asked = told.cleaned_data
    scores = [asked[name] for name in ("first", "second", "third")]
    made = judging.mark_aspect(asked["entry"], asked["aspect"], asked["max_mark"], scores, me, moment)
    return None if made.mark is not None else _("评委分差过大，须重新评分")


KEEP = "register.keep"
ACTS = {
    "trade": Act(KEEP, form.TradeForm, lambda e, f, me, at: clerk.add_trade(
        e, f.cleaned_data["name"], f.cleaned_data["team_size"], me, at)),
    "enter": Act(KEEP, form.EntryForm, lambda e, f, me, at: clerk.enter(
        f.cleaned_data["trade"], f.new(), me, at)),
    "withdraw": Act(KEEP, form.WithdrawForm, lambda e, f, me, at: clerk.withdraw(
        f.cleaned_data["entry"], f.cleaned_data["reason"], me, at)),
    "mark": Act(KEEP, form.MarkForm, _mark),
    "file": Act(KEEP, form.ResultForm, lambda e, f, me, at: results.file_result(
        f.cleaned_data["entry"], f.outcome(), me, at)),
    "draw-up": Act(KEEP, form.DrawUpForm, _draw_up),
    "verify": Act("result.verify", form.OfEdition, lambda e, f, me, at: results.verify(e, me, at)),
    "publish": Act("result.publish", form.OfEdition, lambda e, f, me, at: results.publish(e, me, at)),
}  # fmt: skip


@require_POST
@allowed("round.see")
def act(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    held = get_object_or_404(Edition.objects.select_related("contest"), ref=ref)
    if name not in ACTS or not may(actor(request), ACTS[name].act):
        raise Http404
    told = ACTS[name].form(held, request.POST)
    if not told.is_valid():
        for field, errors in told.errors.items():
            label = told.fields[field].label if field in told.fields else ""
            messages.error(request, f"{label or ''} {errors[0]}".strip())
        return redirect("desk:edition", ref)
    try:
        again = ACTS[name].run(held, told, actor(request), now())
        if isinstance(again, str):
            messages.warning(request, again)
        else:
            messages.success(request, _("已办理"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:edition", ref)
