"""Everybody may ask whether the house can serve; particulars and figures are for who keeps it."""

import re

import pytest
from django.conf import settings as ours
from django.test import Client

from gongjiang.office.journal.models import Head, record
from gongjiang.office.registry.models import Person
from gongjiang.web import health
from tests.town import Town

ELSEWHERE = {"REMOTE_ADDR": "10.0.0.9"}
TOKEN = "a-token-of-the-watch"
LINE = re.compile(r"# TYPE \w+ (gauge|counter|histogram)|\w+(\{[^}]+\})? -?[0-9.]+(e-?[0-9]+)?")


@pytest.fixture
def client(town: Town) -> Client:
    return Client()


def test_a_stranger_hears_one_word(client: Client) -> None:
    answers = [client.get(address, **ELSEWHERE) for address in ("/health", "/health/live")]

    assert [(one.status_code, one.content) for one in answers] == [(200, b"ok\n")] * 2
    assert client.get("/metrics", **ELSEWHERE).status_code == 404


def test_who_keeps_the_house_hears_each_part(client: Client) -> None:
    told = client.get("/health").json()

    assert told == {
        "ready": True, **dict.fromkeys(health.CHECKS, True),
        "clock_stepped_seconds": 0, "backup_age_seconds": None, "weakened": [],
    }  # fmt: skip


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
def test_who_comes_through_a_proxy_is_a_stranger(client: Client, header: str) -> None:
    assert client.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404


def test_behind_tls_loopback_is_not_enough(client: Client, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    assert client.get("/metrics").status_code == 404


def test_a_token_opens_it_from_anywhere_and_then_alone(client: Client, settings) -> None:
    settings.WATCH_TOKEN = TOKEN
    asked = ({}, {"Authorization": f"Bearer {TOKEN}"}, {"Authorization": f"Bearer {TOKEN}x"})

    codes = [client.get("/metrics", headers=headers, **ELSEWHERE).status_code for headers in asked]

    assert (codes, client.get("/metrics").status_code) == ([404, 200, 404], 404)


def test_figures_are_in_the_form_and_name_nobody(client: Client) -> None:
    client.get("/schemes/")
    text = client.get("/metrics").content.decode()

    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    assert 'gongjiang_requests_total{status="2xx"' in text
    assert [name for name in Person.objects.values_list("name", flat=True) if name in text] == []


@pytest.mark.parametrize("part", health.CHECKS)
def test_a_part_that_fails_is_told_without_saying_which(
    part: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> bool:
        raise OSError

    monkeypatch.setitem(health.CHECKS, part, fails)

    stranger, keeper = client.get("/health", **ELSEWHERE), client.get("/health")

    assert (stranger.status_code, stranger.content) == (503, b"not ok\n")
    assert [name for name, sound in keeper.json().items() if sound is False] == ["ready", part]


def test_a_head_that_is_not_at_the_last_leaf_is_noticed(town: Town) -> None:
    record("test.note", "x", {}, town.round().now.at)
    assert health.journal()

    Head.objects.update(size=Head.objects.get().size + 1)

    assert not health.journal()


def test_a_clock_behind_the_record_is_noticed(town: Town) -> None:
    from datetime import timedelta

    record("test.note", "x", {}, health.now().at + timedelta(minutes=4))
    assert health.clock()
    record("test.note", "x", {}, health.now().at + timedelta(minutes=6))

    assert not health.clock()


@pytest.mark.parametrize("moved", [-7200, 7200, 400 * 86400])
def test_a_clock_that_was_put_on_or_back_is_told_and_keeps_nobody_out(moved, client, monkeypatch) -> None:
    began, boot = health.BEGAN
    monkeypatch.setattr(health, "BEGAN", (began - moved, boot))

    told = client.get("/health")

    assert (told.status_code, told.json()["clock_stepped_seconds"]) == (200, moved)
    assert f"gongjiang_clock_stepped_seconds {moved}" in client.get("/metrics").content.decode()


def test_the_age_of_the_last_backup_is_told(client: Client, tmp_path, settings) -> None:
    settings.HOME = tmp_path
    (tmp_path / health.LAST_BACKUP).touch()

    assert client.get("/health").json()["backup_age_seconds"] in range(60)
    assert ours.WATCH_TOKEN == ""
