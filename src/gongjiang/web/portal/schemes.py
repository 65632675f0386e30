"""A scheme in plain words, read off the scheme itself: who, on what conditions, by what steps, for what."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.effect import Confer, MatchBy, PayBy
from gongjiang.law.money import shown
from gongjiang.law.plan import Plan
from gongjiang.law.procedure import Procedure, Step
from gongjiang.law.round_terms import round_terms
from gongjiang.law.scheme import Scheme
from gongjiang.law.setting_words import stated
from gongjiang.law.settings import Parameter, Settings
from gongjiang.law.words import Words
from gongjiang.office.cases.rulings import settings_of
from gongjiang.plans import NoSuchScheme, plan_of, plans
from gongjiang.web.dossier import Assumed
from gongjiang.web.portal.guides import guide
from gongjiang.web.portal.periods import timed
from gongjiang.web.portal.ways_in import way_in
from gongjiang.web.visitor import actor, today


@dataclass(frozen=True)
class Condition:
    """A rule in words, with what it takes for granted: signed by somebody, or supposed for the time."""

    said: Words
    clause: str
    taken: tuple[Assumed, ...]

    @property
    def assumed(self) -> tuple[Words, ...]:
        return tuple(one.said for one in self.taken)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/schemes.html", {"face": "schemes", "plans": plans()})


@require_GET
def scheme(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        plan = plan_of(slug)
    except NoSuchScheme:
        raise Http404 from None
    held, settings, day = plan[slug], settings_of(plan), today()
    way = way_in(held, actor(request), request.user.is_authenticated, day)
    terms = round_terms(way.running[0].round.terms) if way.running else held.round_terms
    return render(request, "portal/scheme.html", {
        "face": "schemes", "scheme": held, "clause": plan.by_clause.get(held.clause), "guide": guide(held),
        "conditions": conditions(held, settings, day), "grants": grants(plan, held, settings, day),
        "steps": timed(held, straight(held.procedure), terms, settings, day), "way": way, "today": day,
    })  # fmt: skip


def straight(held: Procedure) -> list[Step]:
    """The steps of the straight way, in its order; what leads back to it is not one of them."""
    return [
        step for here, there in pairwise(held.main) for step in held.leaving(here) if step.target is there
    ]


def conditions(held: Scheme, settings: Settings, day: date) -> list[Condition]:
    return [
        Condition(rule.said, rule.clause, tuple(taken(one, settings, day) for one in rule.assumes))
        for rule in held.rules
    ]


def taken(held: Parameter, settings: Settings, day: date) -> Assumed:
    """What is assumed, in the words that hold that day, with whoever signed them."""
    ruling = settings.ruling(held.key, day)
    words = stated(held, ruling)
    return Assumed(words, ruling.signer, ruling.since) if ruling else Assumed(words, "", None)


def grants(plan: Plan, held: Scheme, settings: Settings, day: date) -> list[Words]:
    """What is granted, and what follows of its own accord."""
    own = [said(grant, settings, day) for grant in held.grants]
    conferred = tuple(grant for grant in held.grants if isinstance(grant, Confer))
    then = [said(grant, settings, day) for follow in plan.following(conferred) for grant in follow.grants]
    return own + then


def said(grant: Confer | PayBy | MatchBy, settings: Settings, day: date) -> Words:
    if isinstance(grant, Confer):
        return Words(f"授予“{grant.title.said.zh}”称号", f"the title {grant.title.said.en}")
    if isinstance(grant.amount, Parameter):
        fen = int(settings.value(grant.amount.key, day) or 0)
        if not fen:
            return grant.amount.said
        sum_of = shown(fen)
        if isinstance(grant, MatchBy):
            return Words(f"所在单位 1∶1 配套 {sum_of}", f"the employer pays as much again: {sum_of}")
        return Words(
            f"{grant.amount.said.zh} {sum_of}（{grant.fund.zh}）",
            f"{grant.amount.said.en} {sum_of} ({grant.fund.en})",
        )
    return Words("按条件计算的补贴", "a sum that depends on the facts")
