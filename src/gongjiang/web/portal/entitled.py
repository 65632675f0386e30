"""What am I entitled to? Every scheme asked at once, each with its reasons and clause; nothing is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gongjiang.law.effect import Confer, Grant, Match
from gongjiang.law.facts import read_facts
from gongjiang.law.money import shown
from gongjiang.law.plan import Plan
from gongjiang.law.record import Field
from gongjiang.law.scheme import Assessment, Outcome, Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.terms import Term
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.rulings import settings_of
from gongjiang.plans import plans
from gongjiang.web.replies import said
from gongjiang.web.visitor import today

UNSAID = [("", gettext_lazy("不清楚"))]
YES_NO = [*UNSAID, ("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]
ORDER = (Outcome.ELIGIBLE, Outcome.NEEDS_PERSON, Outcome.BLOCKED, Outcome.NOT_ELIGIBLE)
LONGEST = 60


@dataclass(frozen=True)
class Answer:
    """What one scheme says of the person, and what it would give."""

    scheme: Scheme
    found: Assessment
    grants: tuple[Words, ...]


def asked_about(plan: Plan) -> list[Scheme]:
    """What a person may have for themselves."""
    return [scheme for scheme in plan.schemes if scheme.for_people]


def questions(plan: Plan) -> dict[str, Field]:
    """Every single fact that some scheme asks and a person can know of themselves; the same one only once."""
    return {
        name: fact
        for scheme in asked_about(plan)
        for name, fact in scheme.subject.fields.items()
        if not fact.inside
    }


def form_of(plan: Plan) -> type[forms.Form]:
    fields: dict[str, forms.Field] = {name: _field(fact) for name, fact in questions(plan).items()}
    fields["honours"] = _several(gettext_lazy("所获荣誉"), [h.said for h in plan.registers.honours])
    titles = [title.said for title in plan.registers.titles.values()]
    fields["titles_held"] = _several(gettext_lazy("已获称号"), titles)
    entries = {f"{name}-{part}": _field(fact) for name, part, fact in listed(plan) if name not in fields}
    return type("QuestionsForm", (forms.Form,), fields | entries)


def listed(plan: Plan) -> Iterator[tuple[str, str, Field]]:
    """The facts of one entry of every list that a person can tell of, such as their best contest result."""
    lists = {name: many for scheme in asked_about(plan) for name, many in scheme.subject.lists.items()}
    for name, many in lists.items():
        if not many.inside:
            yield from ((name, part, fact) for part, fact in many.record.fields.items() if not fact.inside)


def _several(label: Any, choices: list[Words]) -> forms.MultipleChoiceField:
    named = [(words.zh, said(words)) for words in choices]
    return forms.MultipleChoiceField(
        label=label, choices=named, required=False, widget=forms.CheckboxSelectMultiple
    )


def _field(fact: Field) -> forms.Field:
    shown_as: dict[str, Any] = {"label": said(fact.said), "required": False}
    if fact.kind is bool:
        return forms.TypedChoiceField(
            choices=YES_NO, coerce=lambda value: value == "yes", empty_value=None, **shown_as
        )
    if fact.kind is date:
        return forms.DateField(widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **shown_as)
    if issubclass(fact.kind, Term):
        choices = [*UNSAID, *((term.value, said(term.said)) for term in fact.kind)]
        return forms.ChoiceField(choices=choices, **shown_as)
    if fact.kind is int:
        return forms.IntegerField(min_value=0, max_value=10_000, **shown_as)
    return forms.CharField(max_length=LONGEST, **shown_as)


@require_http_methods(["GET", "POST"])
def entitled(request: HttpRequest) -> HttpResponse:
    """Sent by POST, so that what somebody says of themselves stands in no address and no log."""
    plan = plans()[0]
    form = form_of(plan)(request.POST or None)
    answers = list(answered(plan, form.cleaned_data)) if request.method == "POST" and form.is_valid() else []
    answers.sort(key=lambda answer: ORDER.index(answer.found.outcome))
    shown_with = {"face": "entitled", "form": form, "answers": answers, "today": today()}
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
        yield Answer(scheme, found, tuple(worded(plan, found, settings, day)))


def completed(scheme: Scheme, told: Mapping[str, Any]) -> dict[str, Any]:
    """With what follows from the answers, such as whether a number agrees with its level."""
    subject = scheme.subject
    own = {name: value for name, value in told.items() if name in subject.fields or name in subject.lists}
    stated = {name: value.isoformat() if isinstance(value, date) else value for name, value in own.items()}
    for unfold in scheme.unfolds.values():
        stated = {**unfold(stated), **stated}
    return stated


def worded(plan: Plan, found: Assessment, settings: Settings, day: date) -> Iterator[Words]:
    yield from (_granted(grant) for grant in found.grants)
    yield from (_granted(pay) for _, pay in plan.consequences(found.grants, settings, day))


def _granted(grant: Grant) -> Words:
    if isinstance(grant, Confer):
        return Words(f"“{grant.title.said.zh}”称号", f"the title {grant.title.said.en}")
    if isinstance(grant, Match):
        return Words(f"单位配套 {shown(grant.amount)}", f"{shown(grant.amount)} from the employer")
    return Words(f"{shown(grant.amount)}（{grant.fund.zh}）", f"{shown(grant.amount)} ({grant.fund.en})")
