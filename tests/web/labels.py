"""What an answer is made of: the keys of JSON, the headings of sheets, the headings and terms of pages."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from python_calamine import CalamineWorkbook

CHANCE = re.compile(r"[\d,.]*\d+")
EVERYWHERE = ("csrfmiddlewaretoken", "days", "next", "language")
"""On every page: against forgery, the demo's clock, the language."""
HEADS, FIELDS, MARK = ("h2", "th", "dt"), ("input", "select", "textarea", "button"), "?"


class Reader(HTMLParser):
    """Headings of sections and of columns, terms of lists, and with a mark the names of what is filled in.
    The heading of a row is what the row is about: no field.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found, self.inside, self.text = list[str](), "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag in HEADS and held.get("scope") != "row":
            self.inside, self.text = tag, ""
        elif tag in FIELDS and (name := held.get("name")) and name not in EVERYWHERE:
            self.found.append(f"{MARK}{name}")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.found.append(CHANCE.sub("#", " ".join(self.text.split())))
            self.inside = ""


def labels(answer: Any) -> list[str]:
    """Each once, in the order in which they come."""
    kind, told = answer.headers.get("Content-Type", ""), answer.told
    if "json" in kind:
        found = keys(json.loads(told))
    elif "spreadsheet" in kind:
        found = headings(told)
    elif "csv" in kind:
        found = iter(next(csv.reader(io.StringIO(told.decode("utf-8-sig"))), []))
    elif "html" in kind:
        reader = Reader()
        reader.feed(told.decode())
        found = iter(reader.found)
    else:
        found = iter([kind])
    return [*dict.fromkeys(one for one in found if one)]


def keys(told: Any, above: str = "") -> Iterator[str]:
    """Each name with those it stands in; a list is what its members are."""
    if isinstance(told, dict):
        for name, value in told.items():
            said = CHANCE.sub("#", name)
            yield f"{above}{said}"
            yield from keys(value, f"{above}{said}.")
    elif isinstance(told, list):
        for one in told:
            yield from keys(one, above)


def headings(told: bytes) -> Iterator[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(told))
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        yield from (str(cell) for cell in (rows[0] if rows else []))
