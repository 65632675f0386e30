"""What am I entitled to? Every scheme asked at once, each with its reasons and clause; nothing is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from gongjiang.law.effect import Confer, Grant, Match
from gongjiang.law.facts import read_facts
from gongjiang.law.money import shown
from gongjiang.law.plan import Plan
from gongjiang.law.scheme import Assessment, Outcome, Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.rulings import settings_of
from gongjiang.plans import plans
from gongjiang.web.portal.questions import asked_about, form_of, grouped, listed
from gongjiang.web.visitor import today

ORDER = (Outcome.ELIGIBLE, Outcome.NEEDS_PERSON, Outcome.BLOCKED, Outcome.NOT_ELIGIBLE)
UNDECIDED = (Outcome.NEEDS_PERSON, Outcome.BLOCKED)


@dataclass(frozen=True)
class Answer:
    """What one scheme says of the person, and what it gives, or would once a person has found for them."""

    scheme: Scheme
    found: Assessment
    grants: tuple[Words, ...]

    @property
    def provisional(self) -> bool:
        return self.found.outcome is not Outcome.ELIGIBLE


@require_http_methods(["GET", "POST"])
def entitled(request: HttpRequest) -> HttpResponse:
    """Sent by POST, so that what somebody says of themselves stands in no address and no log."""
    plan = plans()[0]
    form = form_of(plan)(request.POST or None)
    answers = list(answered(plan, form.cleaned_data)) if request.method == "POST" and form.is_valid() else []
    answers.sort(key=lambda answer: ORDER.index(answer.found.outcome))
    shown_with = {"face": "entitled", "form": form, "answers": answers, "today": today(),
                  "groups": grouped(plan, form)}  # fmt: skip
    answer = render(request, "portal/entitled.html", shown_with)
    answer["Cache-Control"] = "no-store"
    return answer


def answered(plan: Plan, given: Mapping[str, Any]) -> Iterator[Answer]:
    told = {name: value for name, value in given.items() if value not in (None, "", [])}
    entries: dict[str, dict[str, Any]] = {}
    for name, part, _ in listed(plan):
        if (value := told.pop(f"{name}-{part}", None)) is not None:
            entries.setdefault(name, {})[part] = value
    told |= {name: [entry] for name, entry in entries.items()}
    settings, day = settings_of(plan), today()
    for scheme in asked_about(plan):
        facts = read_facts(scheme, completed(scheme, told), whole=False)
        if isinstance(facts, Problem):
            continue
        found = scheme.assess(facts.row, day, settings)
        grants = found.grants
        if found.outcome in UNDECIDED:
            grants = scheme.grants_on(facts.row, day, settings)
        yield Answer(scheme, found, tuple(worded(plan, grants, settings, day)))


def completed(scheme: Scheme, told: Mapping[str, Any]) -> dict[str, Any]:
    """With what follows from the answers, such as whether a number agrees with its level. What somebody was
    asked and left open stays open, whatever an empty place means elsewhere.
    """
    subject = scheme.subject
    own = {name: value for name, value in told.items() if name in subject.fields or name in subject.lists}
    stated = {name: value.isoformat() if isinstance(value, date) else value for name, value in own.items()}
    asked = {name for name, fact in subject.fields.items() if not fact.inside}
    for unfold in scheme.unfolds.values():
        stated = {**{k: v for k, v in unfold(stated).items() if k not in asked}, **stated}
    return stated


def worded(plan: Plan, grants: tuple[Grant, ...], settings: Settings, day: date) -> Iterator[Words]:
    yield from (_granted(grant) for grant in grants)
    yield from (_granted(pay) for _, pay in plan.consequences(grants, settings, day))


def _granted(grant: Grant) -> Words:
    if isinstance(grant, Confer):
        return Words(f"“{grant.title.said.zh}”称号", f"the title {grant.title.said.en}")
    if isinstance(grant, Match):
        return Words(f"单位配套 {shown(grant.amount)}", f"{shown(grant.amount)} from the employer")
    return Words(f"{shown(grant.amount)}（{grant.fund.zh}）", f"{shown(grant.amount)} ({grant.fund.en})")
