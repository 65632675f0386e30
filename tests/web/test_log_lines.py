"""The log names nobody: what people send, in any part of a request or of a fault, is not in it."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from gongjiang.law.blanked import MARK, blanked
from gongjiang.office.registry.models import Person
from gongjiang.web.api import problems
from gongjiang.web.demo.people import id_number
from gongjiang.web.log_lines import Lines, told
from tests.logged import private

NUMBER = id_number(date(1980, 1, 2), 7)
WIDE = NUMBER.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
CARD, PHONE, KEY = "6228480402564890018", "13912345678", "gj_" + "k7" * 21
NAME, PASSWORD, MAIL = "张三丰某", "Sesame-Opens-99", "somebody.private@example.org"
SENT = (NUMBER, WIDE, CARD, PHONE, KEY, NAME, PASSWORD, MAIL)


def breaks(request: HttpRequest, told: str = "") -> HttpResponse:
    """A fault with everything private about it: in a local, in its words, in what caused it."""
    held = {"number": NUMBER, "asked": request.GET.dict()}
    try:
        int(f"{NUMBER} {NAME}")
    except ValueError as no:
        raise RuntimeError(f"{held} {NAME} {PHONE} {MAIL}") from no
    return HttpResponse()


def complains(request: HttpRequest) -> HttpResponse:
    logging.getLogger("somebody.elses").warning("login %s password=%s for %s", KEY, PASSWORD, WIDE)
    return HttpResponse(Person.objects.get(name=NAME))


urlpatterns = [path("breaks/<str:told>/", breaks), path("complains/", complains)]
handler404, handler500 = problems.lost, problems.broken


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the house would write down."""
    written = io.StringIO()
    yield from heard(written, Lines())


def heard(written: io.StringIO, formatter: logging.Formatter) -> Iterator[io.StringIO]:
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    logging.getLogger().addHandler(handler)
    told.setLevel(logging.INFO)
    yield written
    told.setLevel(logging.WARNING)
    logging.getLogger().removeHandler(handler)


def found_in(text: str) -> set[str]:
    return {one for one in SENT if one in text} | set(private(text))


def asked(client: Client) -> None:
    """Each private thing in a path, a query, a body, a header and a cookie."""
    for one in SENT:
        client.get(f"/verify/{one}/")
        client.get(f"/nowhere/{one}/{one}")
        client.get(reverse("portal:verify"), {"number": one, "password": one})
        client.post(reverse("account_login"), {"login": one, "password": one})
        client.post("/api/v1/cases", one, content_type="application/json")
        client.post(f"/desk/case/{one}/", {"q": one})
        client.generic("BREW", f"/scheme/{one}/?q={one}")
    client.get("/", headers={"host": "evil.example.org"})
    client.get("/api/v1/me", headers={"authorization": f"Bearer {KEY}"})
    client.post(reverse("portal:entitled"), {f"f{n}": NUMBER for n in range(2_100)})
    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": NUMBER})


@pytest.mark.django_db
def test_nothing_that_was_sent_stands_in_the_log(log):
    client = Client(raise_request_exception=False)

    asked(client)

    assert found_in(log.getvalue()) == set()
    assert len(log.getvalue().splitlines()) > 60


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_is_told_by_its_kind_and_its_lines_alone(log):
    client = Client(raise_request_exception=False)

    assert client.get(f"/breaks/{NAME}/", {"q": NUMBER}).status_code == 500
    assert client.get("/complains/").status_code == 500

    assert found_in(log.getvalue()) == set()
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    broken = next(line for line in told if "fault" in line)
    assert broken["route"] == "/breaks/<str:told>/"
    assert (broken["fault"]["kind"], broken["fault"]["after"]) == (
        "builtins.RuntimeError",
        "builtins.ValueError",
    )
    assert broken["fault"]["through"][-1].endswith("breaks")
    assert broken["request"] == told[1]["request"] != told[2]["request"]


@pytest.mark.django_db
def test_a_common_way_of_writing_a_log_would_have_held_it_all():
    written = io.StringIO()
    with override_settings(ROOT_URLCONF=__name__):
        for _ in heard(written, logging.Formatter("%(message)s")):
            Client(raise_request_exception=False).get(f"/breaks/{PHONE}/")

    assert {NUMBER, NAME, PHONE, MAIL} <= found_in(written.getvalue())


@pytest.mark.django_db
def test_a_request_is_a_line_that_a_machine_can_read(log, town, demo_clock):
    client = town.client("officer")

    client.get(reverse("desk:cases"), {"q": NAME})

    line = json.loads(log.getvalue().splitlines()[-1])
    assert {key: line[key] for key in ("logger", "method", "route", "status", "account")} == {
        "logger": "gongjiang.request",
        "method": "GET",
        "route": "/desk/cases/",
        "status": 200,
        "account": town.cast.users["officer"].pk,
    }
    assert line["bytes"] > 0
    assert client.session.session_key not in log.getvalue()


def test_the_house_writes_its_log_in_these_lines_alone():
    wired = settings.LOGGING

    assert wired["root"]["handlers"] == ["console"]
    assert wired["handlers"]["console"]["formatter"] == "lines"
    assert wired["formatters"] == {"lines": {"()": f"{Lines.__module__}.{Lines.__qualname__}"}}
    assert not any(one.get("handlers") for one in wired["loggers"].values())
    assert not logging.getLogger("django").handlers


@pytest.mark.parametrize(
    "given", [*SENT[:5], MAIL, f"密码：{PASSWORD}", f"password='{PASSWORD}'", "139 1234-5678"]
)
def test_what_is_private_by_its_shape_is_blanked(given):
    text = f"办理 {given} 完成"

    assert blanked(text).startswith("办理 ")
    assert MARK in blanked(text)
    assert not found_in(blanked(text))


def test_what_is_private_is_blanked_however_often_it_was_encoded():
    once = quote(f"办理 {SENT[0]} 完成")

    assert blanked(once) == blanked(quote(once)) == f"办理 {MARK} 完成"


@pytest.mark.parametrize(
    "given", ["2026-11-26 07:05:10", "共 1234567890 件", "/desk/case/hdvgssX0l3MUEoJgebvuuw/"]
)
def test_what_is_not_stays(given):
    assert blanked(given) == given
