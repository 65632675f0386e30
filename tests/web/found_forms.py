"""Every form that somebody's pages show, read off the pages and filled in as a person might."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve

from gongjiang.web.demo import people
from gongjiang.web.visitor import today
from tests.web.access import DOORS
from tests.web.alive import Alive
from tests.web.crawl import iri
from tests.web.objects import where
from tests.web.office import PDF
from tests.web.open_doors import OPEN
from tests.web.senders import Sender

KNOWN = {
    "id_number": people.id_number(date(1990, 3, 7), 997),
    "amount": "1.00",
    "year": "2026",
    "count": "1",
    "link": "https://example.org/",
    "email": "a@example.org",
    "planned": "5",
    "score": "80",
    "places": "3",
    "weight": "5",
    "value": "a@example.org",
    "parts": "1",
    "title_en": "Name",
    "subject_en": "Told",
    "body_en": "Text",
    "number": "6214850000000098",
    "again": "6214850000000098",
    "employer_code": people.credit_code(9997),
}
"""What a field of this name takes; any other takes what its kind takes."""
BY_KIND = {
    "number": "1",
    "time": "09:00",
    "email": "a@example.org",
    "url": "https://example.org/",
    "tel": "1",
}
Told = dict[str, list[Any]]


@dataclass
class Shown:
    """A form of a page: where it is sent, what it asks, and its buttons."""

    action: str
    fields: Told = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, value: Any) -> None:
        self.names.add(name)
        self.fields.setdefault(name, []).append(value)


@dataclass(frozen=True)
class Sending:
    """What is sent, where, by whom; and every name that the page asks for."""

    who: str
    url: str
    told: Told
    names: frozenset[str]

    @property
    def kind(self) -> tuple[str, ...]:
        """Alike are forms of one address, one act and the same fields, whatever they are about."""
        found = resolve(urlsplit(self.url).path)
        acts = [str(found.kwargs.get("name", "")), *map(str, self.told.get("act", []))]
        return found.view_name, *acts, *sorted(self.names)


class Reader(HTMLParser):
    """Forms that are posted, with each field filled in."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.found = url, list[Shown]()
        self.form: Shown | None = None
        self.select, self.area, self.options = "", "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag == "form" and held.get("method", "").lower() == "post":
            self.form = Shown(urljoin(self.url, held.get("action") or self.url))
        elif self.form is not None and "name" in held and held["name"] != "csrfmiddlewaretoken":
            self.asked(tag, held, self.form)
        elif tag == "option" and self.select:
            self.options.append(held.get("value", ""))

    def asked(self, tag: str, held: dict[str, str], form: Shown) -> None:
        name = held["name"]
        if tag == "button":
            form.buttons.append((name, held.get("value", "")))
            form.names.add(name)
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "textarea":
            form.put(name, KNOWN.get(name, "示例内容"))
        elif tag == "input":
            form.names.add(name)
            if held.get("type") != "radio" or name not in form.fields:
                form.put(name, typed(name, held))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select and self.form is not None:
            self.form.put(self.select, next((one for one in self.options if one), ""))
            self.select = ""
        elif tag == "form" and self.form is not None:
            self.found.append(self.form)
            self.form = None


def typed(name: str, held: dict[str, str]) -> Any:
    kind, value = held.get("type", "text"), held.get("value", "")
    if kind == "file":
        return SimpleUploadedFile("件.pdf", PDF)
    if kind in ("hidden", "radio", "checkbox"):
        return value or ("on" if kind == "checkbox" else "")
    if kind == "date":
        return value or str(today())
    return value or KNOWN.get(name) or BY_KIND.get(kind, "示例内容")


def sendings(alive: Alive, who: str, sender: Sender) -> Iterator[Sending]:
    """All that somebody may send from the pages that are open to them: a sending for each button."""
    doors = [door for door in (*OPEN, *DOORS) if "GET" in door.methods]
    for url in dict.fromkeys(where(alive, door) for door in doors):
        answer = sender.answer("GET", iri(url))
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        reader = Reader(url)
        reader.feed(answer.told.decode())
        for form in reader.found:
            for button in form.buttons or [("", "")]:
                told = form.fields | ({button[0]: [button[1]]} if button[0] else {})
                yield Sending(who, form.action, told, frozenset(form.names))
