"""Every address that may be asked, with its filters and searches; an answer without what chance put in it."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.urls import reverse

from tests.web.access import DOORS
from tests.web.alive import Alive
from tests.web.objects import absent, other_things, sealed, where
from tests.web.open_doors import API, OPEN, SHUT
from tests.web.senders import Sender

ASKED = {
    "desk:cases": ("?q=张", "?q=E05", "?state=nominated", "?state=ineligible", "?sort=-due", "?late=1",
                   "?page=2", "?scheme=craftsman-selection"),
    "desk:export": ("?state=nominated", "?q=W"),
    "desk:pool": ("?q=张",),
    "portal:roster": ("?page=2", "?q=张"),
    "portal:notices": ("?page=2",),
    "portal:sessions": ("?q=焊", "?kind=training"),
    "portal:verify": ("?number=WHGJ20260001", "?number=WHGJ20269999", "?number=420199198001019991"),
    "portal:contests": ("?page=2",),
    "finance:payables": ("?q=张", "?state=paid", "?page=2"),
    "finance:payables_export": ("?state=held",),
    "finance:matches": ("?q=张",),
    "insight:targets": ("?clause=2.2.3",),
    "desk:letters": ("?page=2",),
    "desk:report": ("?format=xlsx", "?format=pdf"),
}  # fmt: skip
ANEW = ("desk:credential",)
"""Signed anew, with the hour, whenever it is asked for."""
V1 = "/api/v1"
API_ALSO = ("/schemes", "/rounds", "/notices", "/craftsmen", "/openapi.json", "/record/head", "/cases?q=张",
            "/cases?state=nominated", "/cases?limit=3", "/certificates/WHGJ20260001")  # fmt: skip
CHANCE = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+|(nonce=")[^"]+|(data-csrf=")[^"]+')


def addresses(alive: Alive) -> list[str]:
    """All that a GET may reach: the doors of people, and with them their filters."""
    doors = (*DOORS, *other_things(), *sealed(alive), *OPEN, *SHUT, *absent())
    asked = (door for door in doors if "GET" in door.methods and door.name not in ANEW)
    pages = {where(alive, door): door.name for door in asked}
    found = [f"{url}{asked}" for url, name in pages.items() for asked in ("", *ASKED.get(name, ()))]
    return [*found, *(V1 + path for path in API_ALSO), f"{V1}/notices/{alive.refs['notice']}", "/robots.txt",
            "/sitemap.xml", "/feed/"]  # fmt: skip


def of_programmes(alive: Alive) -> list[str]:
    """What a token may ask."""
    return [where(alive, door) for door in API if door.methods == "GET"] + [V1 + path for path in API_ALSO]


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many statements the database is asked."""
    many = [0]

    def counting(execute: Any, *told: Any) -> Any:
        many[0] += 1
        return execute(*told)

    with connection.execute_wrapper(counting):
        yield many


Seen = dict[str, tuple[int, int, bytes]]


def crawled(sender: Sender, urls: list[str], keep: bool = False) -> Seen:
    """For each address its status, the statements it took, and a digest of what was told."""
    seen = {}
    for url in urls:
        with counted() as many:
            answer = sender.answer("GET", iri(url))
        body = settled(answer)
        seen[url] = answer.status_code, many[0], body if keep else sha256(body).digest()
    return seen


def iri(url: str) -> str:
    return quote(url, safe="/:?&=%")


def settled(answer: Any) -> bytes:
    """The headers and the body, without tokens; of a workbook its parts, without the hour it was made."""
    kept = sorted(pair for pair in answer.headers.items() if pair[0] not in ("Date", "Expires", "Set-Cookie"))
    heads = "\n".join(": ".join(pair) for pair in kept)
    told = CHANCE.sub(b"", answer.told)
    if told[:4] == b"PK\x03\x04":
        heads = re.sub(r"Content-Length: \d+", "", heads)
        told = b"\n".join(unpacked(told))
    return heads.encode() + b"\n\n" + told


def unpacked(told: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(told)) as held:
        for name in sorted(held.namelist()):
            if name != "docProps/core.xml":
                yield name.encode() + held.read(name)


def reverse_of(alive: Alive, name: str, args: tuple[str, ...]) -> str:
    return reverse(name, args=[alive.refs.get(key, key) for key in args])
