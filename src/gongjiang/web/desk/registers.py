"""The registers at the desk: what is on each, and a form to add to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gongjiang.law.standing import Actor
from gongjiang.law.terms import HonourLevel, Role
from gongjiang.law.words import Words
from gongjiang.office.clerk import registers as clerk
from gongjiang.office.clerk.expert_accounts import asked_for
from gongjiang.office.clerk.expert_accounts import key as key_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.registry.models import (
    Expert,
    HonourName,
    OccupationGroup,
    Organisation,
    Person,
)
from gongjiang.web.desk import register_forms as form
from gongjiang.web.replies import in_words
from gongjiang.web.visitor import actor, allowed, now

Add = Callable[[Any, Actor, Moment], object]


@dataclass(frozen=True)
class Register:
    """A register: its name, its rows, what is shown of a row, its form, and how an entry is added."""

    said: Words
    headings: tuple[Words, ...]
    rows: Callable[[], QuerySet[Any]]
    cells: Callable[[Any], Sequence[object]]
    form: type[forms.Form]
    add: Add
    person: Callable[[Any], Person | None] = field(default=lambda row: None)
    """For whom an account can be asked from a row."""


@require_http_methods(["GET", "POST"])
@allowed("register.keep")
def register(request: HttpRequest, key: str) -> HttpResponse:
    if key not in REGISTERS:
        raise Http404
    held = REGISTERS[key]
    entry = held.form(request.POST or None)
    if request.method == "POST" and entry.is_valid():
        try:
            held.add(entry, actor(request), now())
            messages.success(request, _("已登记"))
            return redirect("desk:register", key)
        except Refused as no:
            entry.add_error(None, in_words(request, no.said))
    page = Paginator(held.rows(), 50).get_page(request.GET.get("page"))
    shown = {
        "face": "registers",
        "key": key,
        "register": held,
        "registers": REGISTERS,
        "form": entry,
        "page": page,
    }
    waiting = asked_for() if key == "experts" else set()
    rows = [(held.cells(row), person, person is not None and key_of(person) in waiting)
            for row in page for person in (held.person(row),)]  # fmt: skip
    return render(request, "desk/register.html", shown | {"rows": rows})


def _expert(entry: form.ExpertForm, me: Actor, moment: Moment) -> object:
    told = entry.cleaned_data
    new = clerk.NewExpert(entry.person(), told["group"], told["body"], told["since"], told["until"])
    return clerk.add_expert(new, me, moment)


def _honour(entry: form.HonourForm, me: Actor, moment: Moment) -> object:
    told = entry.cleaned_data
    aliases = [alias.strip() for alias in told["aliases"].replace(",", "、").split("、") if alias.strip()]
    return clerk.add_honour(told["name"].strip(), told["level"], told["skilled"], aliases, me, moment)


def _unit(entry: form.UnitForm, me: Actor, moment: Moment) -> object:
    told = entry.cleaned_data
    return clerk.keep_unit(told["unit"], told["in_city"] == "yes", told["sector"], me, moment)


def _occupation(entry: form.OccupationForm, me: Actor, moment: Moment) -> object:
    return clerk.add_occupation(
        entry.cleaned_data["group"], entry.cleaned_data["occupation"].strip(), me, moment
    )


def signs_in(person: Person) -> bool:
    """Whether somebody has the post of an expert in some account of theirs."""
    posts = (post for user in person.users.all() for post in user.postings.all())
    return any(post.role == Role.EXPERT and post.until is None for post in posts)


CITY: dict[bool | None, Words] = {
    True: Words("是", "yes"),
    False: Words("否", "no"),
    None: Words("未知", "not known"),
}
NAME, GROUP = Words("姓名", "name"), Words("大类", "group")
NAMED, LEVEL = Words("名称", "name"), Words("层级", "level")


def _named(held: HonourName | OccupationGroup) -> Words:
    return Words(held.name, held.name_en or held.name)


REGISTERS: dict[str, Register] = {
    "experts": Register(
        Words("专家库", "experts"),
        (Words("专家号", "number"), NAME, GROUP, Words("单位", "employer"), Words("聘期止", "until")),
        lambda: Expert.objects.select_related("person__employer", "group").prefetch_related(
            "person__users__postings"
        ),
        lambda e: (e.number, e.person.name, _named(e.group), e.person.employer or "", e.until),
        form.ExpertForm,
        _expert,
        lambda e: None if signs_in(e.person) else e.person,
    ),
    "honours": Register(
        Words("荣誉字典", "honours"),
        (NAMED, LEVEL, Words("别名", "aliases")),
        lambda: HonourName.objects.order_by("pk"),
        lambda h: (_named(h), HonourLevel(h.level).said, "、".join(h.aliases)),
        form.HonourForm,
        _honour,
    ),
    "units": Register(
        Words("单位", "units"),
        (
            NAMED,
            Words("统一社会信用代码", "credit code"),
            Words("在本市", "in the city"),
            Words("行业", "sector"),
        ),
        lambda: Organisation.objects.order_by("name", "pk"),
        lambda u: (u.name, u.credit_code or "", CITY[u.in_city], u.sector),
        form.UnitForm,
        _unit,
    ),
    "occupations": Register(
        Words("职业大类", "occupations"),
        (GROUP, Words("职业（工种）", "occupations")),
        lambda: OccupationGroup.objects.all(),
        lambda g: (_named(g), "、".join(g.occupations)),
        form.OccupationForm,
        _occupation,
    ),
}
