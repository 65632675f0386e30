"""What browsers are told: to keep nothing, to load nothing from elsewhere, and to ask over a sealed line."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as ours
from django.test import Client
from django.urls import reverse

from tests.console.conftest import outside
from tests.town import Town

ELSEWHERE = "//elsewhere.example/"
ASKED = """
import json
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("createcachetable", verbosity=0)
proxied = Client(headers={"host": "craft.example", "x-forwarded-proto": "https"})
open = Client(headers={"host": "craft.example"})
named = {"page": proxied.get("/schemes/"),
         "language": proxied.post("/i18n/setlang/", {"language": "en"}),
         "elder": proxied.post("/elder/"), "style": proxied.get("/static/house/base.css"),
         "live": proxied.get("/health/live"), "people": open.get("/schemes/"),
         "programme": open.get("/api/v1/schemes")}
told = {name: [one.status_code, dict(one.headers), [str(c.OutputString()) for c in one.cookies.values()]]
        for name, one in named.items()}
kept = {"name": settings.SESSION_COOKIE_NAME, "secure": settings.SESSION_COOKIE_SECURE,
        "http": settings.SESSION_COOKIE_HTTPONLY, "site": settings.SESSION_COOKIE_SAMESITE}
print(json.dumps([told, kept]))
"""


@pytest.fixture(scope="module")
def behind_tls(tmp_path_factory: pytest.TempPathFactory) -> Any:
    home: Path = tmp_path_factory.mktemp("tls")
    told = outside(home, "manage", "shell", "-v", "0", "-c", ASKED,
                   GONGJIANG_HTTPS="1", GONGJIANG_HOSTS="craft.example")  # fmt: skip
    return json.loads(told.out.splitlines()[-1])


def test_behind_a_proxy_with_tls_pages_are_given_and_not_sent_round_for_ever(behind_tls: Any) -> None:
    told, _ = behind_tls

    assert (told["page"][0], told["style"][0], told["live"][0]) == (200, 200, 200)


def test_people_are_led_to_https_and_programmes_refused(behind_tls: Any) -> None:
    told, _ = behind_tls

    assert (told["people"][0], told["people"][1]["Location"]) == (301, "https://craft.example/schemes/")
    assert (told["programme"][0], "Location" in told["programme"][1]) == (403, False)


def test_whatever_is_answered_bears_the_policy_of_the_house(behind_tls: Any) -> None:
    told, _ = behind_tls

    for _, headers, _ in told.values():
        policy = headers["Content-Security-Policy"]
        assert all(
            f"{one} 'none'" in policy for one in ("default-src", "object-src", "base-uri", "frame-ancestors")
        )
    for name in ("page", "language", "elder", "style", "live"):
        headers = told[name][1]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_every_cookie_is_this_hosts_own_and_sealed_off(behind_tls: Any) -> None:
    told, kept = behind_tls
    cookies = [cookie for _, _, held in told.values() for cookie in held]

    assert sorted(cookie.split("=")[0] for cookie in cookies) == [
        "__Host-csrftoken", "__Host-elder", "__Host-language",
    ]  # fmt: skip
    for cookie in cookies:
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert len(cookie.split(";")[0]) < 4096
    assert kept == {"name": "__Host-sessionid", "secure": True, "http": True, "site": "Lax"}
    assert ours.MESSAGE_STORAGE.endswith("session.SessionStorage")


def test_what_is_shown_to_somebody_known_is_kept_by_nobody(town: Town, demo_clock: None) -> None:
    client, stranger = town.client("officer"), Client()
    for address in (reverse("desk:todo"), reverse("desk:cases"), reverse("portal:home"), "/nowhere/"):
        assert "no-store" in client.get(address)["Cache-Control"], address

    assert (
        "no-store" in stranger.get("/api/v1/schemes", headers={"authorization": "Bearer x"})["Cache-Control"]
    )
    assert "Cache-Control" not in stranger.get(reverse("portal:home"))


def test_who_leaves_takes_along_what_the_browser_held(town: Town, demo_clock: None) -> None:
    client, name = town.client("officer"), ours.SESSION_COOKIE_NAME
    held = client.cookies[name].value

    answer = client.post(reverse("account_logout"))
    client.cookies[name] = held

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(reverse("desk:todo")).status_code == 302


def test_every_page_of_somebody_who_is_signed_in_lets_them_leave(town: Town, demo_clock: None) -> None:
    client, leave = town.client("officer"), f'action="{reverse("account_logout")}"'
    for address in (reverse("desk:todo"), reverse("portal:home"), reverse("desk:cases")):
        assert leave in client.get(address).content.decode(), address


def test_nobody_is_sent_elsewhere(town: Town, demo_clock: None) -> None:
    client = town.client("officer")

    large = client.post("/elder/", headers={"referer": "https://elsewhere.example/"})
    tongue = client.post("/i18n/setlang/", {"language": "en", "next": ELSEWHERE})
    left = client.post(reverse("account_logout"), {"next": ELSEWHERE})

    assert [one.url for one in (large, tongue, left)] == ["/", "/", "/"]


def test_what_is_text_says_how_it_is_written(town: Town) -> None:
    for address in ("/health/live", "/healthz", reverse("portal:home"), reverse("portal:replay")):
        assert "charset=utf-8" in Client().get(address)["Content-Type"], address


def test_no_folder_is_listed_and_nothing_of_the_works_lies_open(town: Town) -> None:
    for address in ("/static/", "/static/house/", "/.git/config", "/data/", "/secrets/log", "/evidence/"):
        assert Client().get(address).status_code == 404, address


def test_no_method_but_those_of_a_page_is_taken(town: Town) -> None:
    for address in (reverse("portal:home"), reverse("desk:todo"), "/account/login/", "/api/v1/schemes"):
        assert Client().generic("TRACE", address).status_code == 405, address


def test_no_other_origin_reads_what_is_given_here(town: Town) -> None:
    for address in (reverse("portal:home"), "/api/v1/schemes", "/api/v1/me", "/account/login/"):
        answer = Client().get(address, headers={"origin": "https://elsewhere.example"})
        assert "Access-Control-Allow-Origin" not in answer, address
