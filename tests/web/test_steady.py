"""Time tricks fail: what a clock behind the record would write is refused, said, logged, and taken later."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.office.cases.models import Round
from gongjiang.office.clerk.tokens import make_token
from gongjiang.office.journal.models import Leaf, record
from gongjiang.office.registry.models import Contest
from gongjiang.web import steady, watchful
from gongjiang.web.log_lines import Lines
from gongjiang.web.visitor import now, today
from tests.ledger_ground import ROOT
from tests.town import Town
from tests.web.crawl import addresses, iri
from tests.web.senders import HANDLER, signed_in

V1 = "/api/v1"
NOON = datetime(2026, 6, 1, 4, tzinfo=UTC)
At = Callable[[datetime], None]
REFUSED = [timedelta(days=-400), timedelta(hours=-2), timedelta(minutes=-6)]
TAKEN = [timedelta(minutes=-4), timedelta(0), timedelta(hours=11)]


@pytest.fixture
def at(town: Town, settings, monkeypatch: pytest.MonkeyPatch) -> At:
    """A real house whose last leaf was written at noon, and its clock, which may be put anywhere."""
    settings.DEMO = False
    monkeypatch.setattr("gongjiang.web.middleware.is_mfa_enabled", lambda user: True)
    with transaction.atomic():
        record("test.note", "x", {}, NOON)

    def stand(instant: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: instant)

    return stand


@pytest.fixture
def officer(at: At, town: Town) -> Client:
    at(NOON)
    return town.client("officer")


def sent(client: Client, **more: str):
    return client.post(
        reverse("desk:contest_add"), {"name": "一届赛", "organiser": "示例会"}, headers=more or None
    )


@pytest.mark.both
@pytest.mark.parametrize("moved", REFUSED, ids=str)
def test_what_a_clock_behind_the_record_would_write_is_refused_until_it_is_right(officer, at, moved):
    leaves = Leaf.objects.count()
    at(NOON + moved)

    answer = sent(officer)

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "时钟有误" in answer.content.decode()
    assert (Contest.objects.count(), Leaf.objects.count()) == (0, leaves)
    at(NOON + timedelta(seconds=1))
    assert sent(officer).status_code == 302
    assert (Contest.objects.count(), Leaf.objects.count()) == (1, leaves + 1)


@pytest.mark.both
@pytest.mark.parametrize("moved", TAKEN, ids=str)
def test_a_clock_that_is_right_or_nearly_so_writes(officer, at, moved):
    at(NOON + moved)

    assert sent(officer).status_code == 302
    assert Contest.objects.count() == 1


@pytest.mark.both
def test_without_the_guard_it_would_have_been_taken(officer, at, monkeypatch):
    at(NOON - timedelta(hours=2))
    monkeypatch.setattr(steady, "late", lambda at: 0)

    assert sent(officer).status_code == 302
    assert Leaf.objects.latest("seq").at < NOON


def test_how_much_is_borne_is_a_setting(officer, at, settings):
    settings.CLOCK_TOLERANCE = 3 * 3600
    at(NOON - timedelta(hours=2))

    assert sent(officer).status_code == 302


def test_the_demo_moves_its_own_clock(at, settings):
    at(NOON - timedelta(days=9))
    assert steady.late(now().at) == 9 * 86400

    settings.DEMO = True

    assert steady.late(now().at) == 0


def test_it_is_said_in_the_language_of_the_page_and_pages_are_read_on(officer, at, monkeypatch):
    at(NOON - timedelta(hours=2))

    said = sent(officer, **{"accept-language": "en"}).content.decode()

    assert "<h1>The clock is wrong: nothing is taken now</h1>" in said
    assert "can still be read" in said
    monkeypatch.delattr(steady, "late")
    assert officer.get(reverse("desk:contests")).status_code == 200


def test_a_programme_is_told_as_a_problem_and_reads_on(officer, at):
    at(NOON - timedelta(hours=2))
    slug = Client().get(f"{V1}/schemes").json()[0]["slug"]
    url, body = f"{V1}/schemes/{slug}/decide", json.dumps({"facts": {}})

    answer = Client().post(url, body, content_type="application/json", headers={"accept-language": "en"})

    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert (answer.json()["title"], answer["Retry-After"]) == (
        "The clock is behind the record: nothing is taken",
        "60",
    )
    at(NOON)
    assert Client().post(url, body, content_type="application/json").status_code == 200


def test_it_is_logged_in_a_line_that_names_nobody(officer, at, caplog):
    at(NOON - timedelta(hours=2))
    with caplog.at_level(logging.ERROR, "gongjiang.clock"):
        sent(officer)

    told = [json.loads(Lines().format(one)) for one in caplog.records if one.name == "gongjiang.clock"]

    assert [one | {"at": ""} for one in told] == [
        {"at": "", "level": "ERROR", "logger": "gongjiang.clock", "request": told[0]["request"],
         "clock": "behind the record", "seconds": 7200, "method": "POST", "route": "/desk/contests/add/"}
    ]  # fmt: skip


def test_the_house_says_that_it_is_not_ready_until_it_is(officer, at):
    at(NOON - timedelta(hours=2))
    wrong = officer.get("/health")
    at(NOON)
    right = officer.get("/health")

    assert (wrong.status_code, wrong.json()["clock"], wrong.json()["ready"]) == (503, False, False)
    assert (right.status_code, right.json()["clock"]) == (200, True)


def test_a_clock_that_was_put_forward_opens_nothing_to_who_was_signed_in_before(officer, at):
    at(NOON + timedelta(days=400))

    answer = sent(officer)

    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("account_login"))
    assert Contest.objects.count() == 0


def test_signing_in_and_the_language_are_no_acts_of_the_office(at):
    at(NOON - timedelta(hours=2))

    signing = Client().post(reverse("account_login"), {"login": "nobody", "password": "x"})
    speaking = Client().post(reverse("set_language"), {"language": "en"})

    assert (signing.status_code, speaking.status_code) == (200, 302)


def test_a_clock_put_back_revives_no_session(officer, at, monkeypatch):
    class Clock:
        ahead = 0.0

        def time(self) -> float:
            return NOON.timestamp() + self.ahead

    clock = Clock()
    monkeypatch.setattr(watchful, "time", clock)
    assert officer.get(reverse("desk:post")).status_code == 200

    clock.ahead = -301.0

    assert officer.get(reverse("desk:post")).status_code == 302


def test_a_clock_put_back_revives_no_token(officer, at, town):
    me = town.actor("officer", today())
    _, secret = make_token("试", ["read:cases"], 30, me, now())
    client = Client(headers={"authorization": f"Bearer {secret}"})
    at(NOON + timedelta(days=29))
    assert client.get(f"{V1}/me").status_code == 200
    at(NOON + timedelta(days=40))
    assert client.get(f"{V1}/me").status_code == 401

    at(NOON + timedelta(days=20))

    assert client.get(f"{V1}/me").status_code == 401


@pytest.mark.long
def test_pages_that_write_though_they_are_only_asked_for_are_known(alive):
    """Whoever reads a page of those in WRITING may add a leaf; no other page does."""
    found = set()
    for who in ("officer", "expert", "nominee", "maker", "supervisor", "auditor", "employer", "body"):
        sender = signed_in(alive, alive.people.get(who, who))
        for url in addresses(alive):
            with transaction.atomic():
                before = Leaf.objects.count()
                answer = HANDLER(sender._base_environ(PATH_INFO=iri(url).split("?")[0]))
                b"".join(answer.streaming_content) if answer.streaming else answer.content
                answer.close()
                if Leaf.objects.count() != before:
                    found.add(answer.wsgi_request.resolver_match.view_name)
                transaction.set_rollback(True)

    assert "desk:certificate" in found
    assert found <= steady.WRITING


EDGES = {
    datetime(2028, 2, 28, 15, 59, 59, tzinfo=UTC): date(2028, 2, 28),
    datetime(2028, 2, 28, 16, 0, 1, tzinfo=UTC): date(2028, 2, 29),
    datetime(2028, 2, 29, 15, 59, 59, tzinfo=UTC): date(2028, 2, 29),
    datetime(2028, 2, 29, 16, 0, 1, tzinfo=UTC): date(2028, 3, 1),
    datetime(2026, 3, 8, 6, 59, 59, tzinfo=UTC): date(2026, 3, 8),
    datetime(2026, 3, 8, 16, 0, 1, tzinfo=UTC): date(2026, 3, 9),
    datetime(2026, 11, 1, 5, 30, tzinfo=UTC): date(2026, 11, 1),
    datetime(2026, 11, 1, 15, 59, 59, tzinfo=UTC): date(2026, 11, 1),
    datetime(2026, 12, 31, 16, 0, 1, tzinfo=UTC): date(2027, 1, 1),
}
"""Instants about a leap day, about both nights on which New York moves its clocks, and about a new year."""
ASKED = """
import sys, time, django
from datetime import datetime
from django.utils import timezone
time.tzset()
django.setup()
from gongjiang.web.visitor import now
for told in sys.argv[1:]:
    timezone.now = lambda: datetime.fromisoformat(told)
    print(now().day)
"""


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_day_is_the_houses_day_whatever_zone_the_machine_keeps(zone, tmp_path):
    """A process of its own, with the zone of a machine that moves its clocks in spring and autumn."""
    held = {**os.environ, "TZ": zone, "GONGJIANG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    held["DJANGO_SETTINGS_MODULE"] = "gongjiang.config.settings"

    done = subprocess.run(
        [sys.executable, "-c", ASKED, *(one.isoformat() for one in EDGES)],
        env=held, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert done.stdout.split() == [str(day) for day in EDGES.values()]


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_day_is_the_houses_day_whatever_zone_a_request_is_in(zone, at):
    found = []
    for instant in EDGES:
        at(instant)
        with timezone.override(zone):
            found.append(today())

    assert found == [*EDGES.values()]


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", None])
def test_a_call_that_opens_on_a_leap_day_is_there_from_its_first_second_in_the_houses_zone(zone, at):
    day = date(2028, 2, 29)
    Round.objects.create(code="L", scheme="craftsman-selection", title="闰日", title_en="Leap",
                         opens_on=day, closes_on=day, places=1, terms={})  # fmt: skip
    there = []
    with timezone.override(zone):
        for instant in [*EDGES][:2]:
            at(instant)
            there.append(any(one["code"] == "L" for one in Client().get(f"{V1}/rounds").json()))

    assert there == [False, True]
