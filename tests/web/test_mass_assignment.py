"""Nothing is set that a form does not ask: every form with every field of every model beside its own."""

import ast
import re
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.urls import get_resolver, reverse

from gongjiang.office.registry.models import Contest
from tests.architecture.house import SOURCE, python_files, short
from tests.remembered import _rows
from tests.web.access import STAFF, login
from tests.web.bad_input import FORMS
from tests.web.found_forms import Sending, sendings
from tests.web.senders import Sender, signed_in

MARK = "cnry-mass"
FEW = 6
EMPTY_HANDED = ("government", "auditor", "system", "auditadmin", "leader", "stranger", "inspector3")
"""Whose pages show hardly a form in this town."""
TAKEN = {("desk:session_act", "book"): {"people"}, ("desk:disclosures", ""): {"emergency"}}
"""What an address takes though this page leaves it out, and refuses whole: a unit books for several,
a person for nobody else; a supervisor agrees to an emergency, an officer asks for one.
"""
CHANCE = re.compile(r"[0-9a-f]{64}|[A-Za-z0-9_\-]{22}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+00:00)?")
"""What chance and the clock put into a row: digests, references, times."""
Changes = list[tuple[str, tuple[str, ...]]]


def everything() -> dict[str, str]:
    """The name of every field of every model, as the database and as Python calls it, each with a value."""
    held = {}
    for model in apps.get_models():
        for one in (*model._meta.concrete_fields, *model._meta.many_to_many):
            held[one.name] = held[getattr(one, "attname", one.name)] = value_of(one)
    return held


def value_of(one: Any) -> str:
    if isinstance(one, models.BooleanField):
        return "on"
    if isinstance(one, models.DateField):
        return "2031-03-03"
    if isinstance(one, models.IntegerField | models.ForeignKey | models.ManyToManyField):
        return "3"
    return str([*one.choices][-1][0]) if one.choices else MARK


def posted(sender: Sender, sending: Sending, beside: dict[str, str]) -> tuple[int, Changes]:
    """How it was answered, and what it changed; all of it undone."""
    for held in sending.told.values():
        for one in held:
            if hasattr(one, "seek"):
                one.seek(0)
    with transaction.atomic():
        before = _rows()
        status = sender.post(sending.url, beside | sending.told).status_code
        changes = changed(before, _rows())
        transaction.set_rollback(True)
    return status, changes


def changed(before: dict[str, Any], after: dict[str, Any]) -> Changes:
    """Rows that are new or otherwise, without what chance and the clock put into them."""
    found = []
    for table, rows in after.items():
        if rows != before[table]:
            old = set(before[table])
            found += [(table, tuple(map(settled, row))) for row in rows if row not in old]
            found += [(table, ("gone",)) for row in old - set(rows)]
    return found


def settled(value: Any) -> str:
    return CHANCE.sub("*", str(value)) if not isinstance(value, bytes) else "sealed"


def assigned(sender: Sender, sending: Sending, beside: dict[str, str]) -> tuple[bool, str]:
    """Whether the form as it is wrote anything, and what the same form with more in it did otherwise.

    Sent twice as it is first: what differs between these two is of chance.
    """
    status, first = posted(sender, sending, {})
    _, second = posted(sender, sending, {})
    known = sending.names | TAKEN.get(sending.kind[:2], set())
    more = {name: value for name, value in beside.items() if name not in known}
    also, third = posted(sender, sending, more)
    tables = sorted({table for table, _ in first} - {"cache"})
    shape = [table for table, _ in first]
    if (status, shape) != (also, [table for table, _ in third]):
        return bool(tables), f"{sending.who} {sending.kind[:3]} {status} {shape} → {also} {third}"
    for (table, one), (_, two), (_, three) in zip(first, second, third, strict=True):
        for a, b, c in zip(one, two, three, strict=True):
            if MARK in c or (a == b and a != c):
                return bool(tables), f"{sending.who} {sending.kind[:3]} {table}: {a} → {c}"
    return bool(tables), ""


def told(alive, sender: Sender, who: str) -> list[Sending]:
    """A sending of each kind."""
    return [*{one.kind: one for one in sendings(alive, who, sender)}.values()]


def registered(alive) -> list[Sending]:
    """The forms of the table of bad input, as they stand there."""
    return [
        Sending(alive.people.get(form.who, form.who), reverse(form.name, args=form.args(alive.refs)),
                {name: [value] for name, value in form.fields.items()}, frozenset(form.fields))
        for form in FORMS
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HOURLY", dict.fromkeys(settings.HOURLY, 10**6))


def test_nothing_is_set_that_somebodys_forms_do_not_ask(alive):
    """Each day some forms of somebody; the long drill has all of everybody's."""
    dice = Random()
    who = dice.choice([one for one in STAFF if one not in EMPTY_HANDED])
    sender = signed_in(alive, login(alive, who))
    held = told(alive, sender, who)
    some = dice.sample(held, min(FEW, len(held)))

    assert [wrong for one in some if (wrong := assigned(sender, one, everything())[1])] == []


@pytest.mark.long
def test_nothing_is_set_that_no_form_asks(alive):
    seen, wrote, found, beside = set(), set(), [], everything()
    for who in ("anonymous", *STAFF, "unit"):
        sender = Sender() if who == "anonymous" else signed_in(alive, login(alive, who))
        for one in told(alive, sender, who):
            if one.kind not in seen:
                seen.add(one.kind)
                changes, wrong = assigned(sender, one, beside)
                wrote |= {one.kind} if changes else set()
                found += [wrong] if wrong else []

    routes = {kind[0] for kind in wrote}
    print(len(beside), "names", len(seen), "forms", len(wrote), "that wrote, of", len(routes), "addresses")
    assert found == []
    assert len(beside) > 500
    assert (len(wrote) >= 62, len(routes) >= 50) == (True, True)


@pytest.mark.long
def test_nothing_is_set_by_a_form_that_is_refused(alive):
    found, beside = [], everything()
    for one in registered(alive):
        sender = signed_in(alive, one.who) if one.who else Sender()
        found.append(assigned(sender, one, beside)[1])

    assert [wrong for wrong in found if wrong] == []


def test_a_view_that_sets_what_it_is_sent_is_found(alive, monkeypatch):
    sender, url = signed_in(alive, "officer"), reverse("desk:contest_add")
    sending = Sending(
        "officer", url, {"name": ["一届赛"], "organiser": ["示例会"]}, frozenset({"name", "organiser"})
    )
    pattern = next(
        one for one in get_resolver("gongjiang.web.desk.urls").url_patterns if one.name == "contest_add"
    )
    rightly = pattern.callback

    def careless(request: Any) -> Any:
        answer, made = rightly(request), Contest.objects.latest("pk")
        sent = {name: request.POST[name] for name in ("name", "ref") if name in request.POST}
        Contest.objects.filter(pk=made.pk).update(**sent)
        return answer

    assert assigned(sender, sending, everything()) == (True, "")
    monkeypatch.setattr(pattern, "callback", careless)

    assert MARK in assigned(sender, sending, everything())[1]


def test_no_form_of_the_house_is_made_of_a_model():
    """A form that is made of a model takes what the model has; ours name each field."""
    made = {"ModelForm", "ModelSchema", "modelform_factory", "construct_instance", "CreateView", "UpdateView"}

    using = [
        f"{short(path)}:{node.lineno}"
        for path in python_files(SOURCE)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if getattr(node, "id", getattr(node, "attr", "")) in made or whole_form(node)
    ]

    assert using == []


def whole_form(node: ast.AST) -> bool:
    """Whether all that was sent is taken, whatever it is called: `**request.POST`, its items, its dict."""
    taken = node.value if isinstance(node, ast.keyword) and node.arg is None else None
    if isinstance(node, ast.Attribute) and node.attr in ("items", "lists", "dict", "keys", "values"):
        taken = node.value
    return isinstance(taken, ast.Attribute) and taken.attr in ("POST", "GET", "FILES")
