"""What somebody is asked who would know what is theirs: every fact once, under the heading it belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gongjiang.law.plan import Plan
from gongjiang.law.record import Field, Many
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Term
from gongjiang.law.words import Words
from gongjiang.web.replies import said

UNSAID = [("", gettext_lazy("不清楚"))]
YES_NO = [*UNSAID, ("yes", gettext_lazy("是")), ("no", gettext_lazy("否"))]
LONGEST = 60
MYSELF, HELD = gettext_lazy("本人与单位"), gettext_lazy("荣誉与称号")
NONE_LEFT = gettext_lazy("没有的不填。")
ONLY_FOR = gettext_lazy("只与这一事项有关，不涉及的不填。")


@dataclass(frozen=True)
class Group:
    """Questions of one subject under its heading."""

    said: str | Promise
    note: str | Promise
    fields: list[BoundField]


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
    for name, many in lists(plan).items():
        if not many.inside:
            yield from ((name, part, fact) for part, fact in many.record.fields.items() if not fact.inside)


def lists(plan: Plan) -> dict[str, Many]:
    return {name: many for scheme in asked_about(plan) for name, many in scheme.subject.lists.items()}


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


def grouped(plan: Plan, form: forms.Form) -> list[Group]:
    """What several schemes ask first, then what is held, then lists, then what one scheme alone asks."""
    placed = dict(places(plan))
    headings = list(dict.fromkeys([MYSELF, HELD, *placed.values()]))
    notes: dict[str | Promise, str | Promise] = {MYSELF: "", HELD: NONE_LEFT}
    notes |= {said(m.said): NONE_LEFT for m in lists(plan).values()}
    held: dict[str | Promise, list[BoundField]] = {heading: [] for heading in headings}
    for field in form:
        held[placed.get(field.name, HELD)].append(field)
    order = sorted(headings, key=lambda one: 0 if one in (MYSELF, HELD) else 1 if one in notes else 2)
    return [Group(one, notes.get(one, ONLY_FOR), held[one]) for one in order if held[one]]


def places(plan: Plan) -> Iterator[tuple[str, str | Promise]]:
    """Under which heading a question stands: that of the list whose register knows it, that of the only
    scheme that asks, or that of whoever asks.
    """
    known = {many.source: said(many.said) for many in lists(plan).values()}
    asking = Counter(name for scheme in asked_about(plan) for name in scheme.subject.fields)
    for scheme in asked_about(plan):
        for name, fact in scheme.subject.fields.items():
            alone = said(scheme.said) if asking[name] == 1 else MYSELF
            yield name, known.get(fact.source.partition(".")[0], alone)
    yield from ((f"{name}-{part}", said(lists(plan)[name].said)) for name, part, _ in listed(plan))
