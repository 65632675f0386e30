"""Every field of every form takes what it should not: a clear word, nothing lost, never a fault."""

from html import unescape
from itertools import cycle, islice
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from gongjiang.office.cases.models import Case, Event
from gongjiang.office.journal.models import Leaf
from tests.web.alive import Alive
from tests.web.bad_input import BAD, FORMS, Form

SAID = ('class="errorlist', 'class="error"', "没有这个页面")
QUERIES = (
    "page=abc",
    "page=-1",
    "page=999999",
    "page=" + "9" * 5000,
    "sort=;drop",
    "sort=-",
    "state=nonsense",
    "round=x",
    "scheme=x",
    "q=%00",
    "q=%ED%A0%80",
    "q=" + "x" * 3000,
    "late=%00",
    "number=%00",
    "format=exe",
    "year=" + "9" * 5000,
    "year=%00&fund=x&line=x",
    "q=%27%22%3E%3Cscript%3E",
)
LISTS = {
    "": (
        "portal:home",
        "portal:contests",
        "portal:notices",
        "portal:roster",
        "portal:verify",
        "portal:draws",
    ),
    "officer": (
        "desk:todo",
        "desk:cases",
        "desk:export",
        "desk:rounds",
        "desk:objections",
        "desk:letters",
        "desk:rosters",
        "desk:contests",
        "finance:payables",
        "finance:recoveries",
        "finance:matches",
        "finance:samples",
        "finance:closings",
    ),
}


def written() -> tuple[int, int, int]:
    return Case.objects.count(), Event.objects.count(), Leaf.objects.count()


def client(alive: Alive, who: str) -> Client:
    return (
        alive.town.client(alive.people.get(who, who))
        if who
        else Client(headers={"accept-language": "zh-hans"})
    )


def tried(alive: Alive, form: Form, sender: Client, key: str, value: str) -> str:
    """What is wrong with the answer to one spoiled field; empty when it was taken or refused rightly."""
    before, url = written(), reverse(form.name, args=form.args(alive.refs))
    answer = sender.post(url, form.fields | {key: value}, follow=True)
    page = unescape(answer.content.decode())
    if answer.status_code >= 500:
        return str(answer.status_code)
    refused = answer.status_code in (400, 404, 429) or any(sign in page for sign in SAID)
    if not (refused or form.answers or answer.redirect_chain) and written() == before:
        return "nothing said"
    if refused and written() != before:
        return "refused, and yet something was written"
    back = answer.status_code in (200, 409) and not answer.redirect_chain
    if back and key in form.rerenders and "\0" not in value and value.strip() and value not in page:
        return "what was typed is gone"
    return ""


FACES = pytest.mark.parametrize("face", ["portal", "desk", "panel", "finance", "insight"])


@FACES
def test_no_field_of_any_form_breaks_the_house_or_loses_what_was_typed(alive, face, monkeypatch):
    """Every field takes some of what it should not, and the next field the next: all take their turn."""
    assert spoiled(alive, face, monkeypatch, few=3) == []


@pytest.mark.long
@FACES
def test_no_field_of_any_form_breaks_whatever_it_is_given(alive, face, monkeypatch):
    assert spoiled(alive, face, monkeypatch, few=len(BAD)) == []


def spoiled(alive: Alive, face: str, monkeypatch: Any, few: int) -> list[str]:
    """What is wrong with the forms of a face when each field in turn is given so many of the bad inputs."""
    monkeypatch.setattr(settings, "HOURLY", dict.fromkeys(settings.HOURLY, 10**6))
    found, turning = [], cycle(BAD.items())
    for form in (form for form in FORMS if form.name.startswith(f"{face}:")):
        sender = client(alive, form.who)
        sender.raise_request_exception = False
        for key in form.fields:
            for what, value in islice(turning, few):
                with transaction.atomic():
                    wrong = tried(alive, form, sender, key, value)
                    transaction.set_rollback(True)
                if wrong:
                    found.append(f"{form.name} {form.args({})} {key}, {what}: {wrong}")
                if form.who == "":
                    cache.clear()
    return found


def test_every_address_that_takes_a_form_is_in_the_table():
    """A form added to a page and not to the table is found here."""
    elsewhere = {
        "portal:elder",
        "portal:clock",
        "desk:import_confirm",
        "desk:results_confirm",
        "finance:file",
    }

    taking = {
        f"{face}:{pattern.name}"
        for face in ("portal", "desk", "panel", "finance")
        for pattern in get_resolver(f"gongjiang.web.{face}.urls").url_patterns
        if takes_post(pattern.callback)
    }

    assert taking - {form.name for form in FORMS} == elsewhere


def takes_post(view: Any) -> bool:
    """Read off the view's own guards, from the outermost in."""
    while view is not None:
        held = [cell.cell_contents for cell in getattr(view, "__closure__", None) or ()]
        if any(isinstance(methods, list) and "POST" in methods for methods in held):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def test_no_question_in_the_address_breaks_a_list(alive):
    broken = {}
    for who, names in LISTS.items():
        sender = client(alive, who)
        sender.raise_request_exception = False
        for name in names:
            for query in QUERIES:
                status = sender.get(f"{reverse(name)}?{query}").status_code
                if status not in (200, 404):
                    broken[f"{name}?{query[:30]}"] = status

    assert broken == {}


def test_a_form_without_its_token_is_refused_in_words(alive):
    sender = Client(enforce_csrf_checks=True, headers={"accept-language": "zh-hans"})

    answer = sender.post(
        reverse("portal:object", args=(alive.refs["notice"], alive.refs["entry"])), {"kind": "person"}
    )

    assert answer.status_code == 403
    assert "<h1>" in answer.content.decode()
