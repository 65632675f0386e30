"""Nothing is early: a second before its day a thing is not there for the public, a second after it is."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.notice.models import Entry, Notice, Objection
from gongjiang.office.registry.models import Result
from gongjiang.office.stories.models import Story
from gongjiang.web.visitor import today
from tests.append_only import lifted
from tests.web.crawl import crawled, iri, settled
from tests.web.objects import where
from tests.web.open_doors import OPEN
from tests.web.senders import Sender, signed_in

SECOND = timedelta(seconds=1)
SONG = "cnry-of-the-gate"
V1 = "/api/v1"


@pytest.fixture
def at(settings, monkeypatch) -> Callable[[datetime], None]:
    """The clock of the house stands at an instant."""
    settings.DEMO = False

    def stand(instant: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: instant)

    return stand


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_default_timezone())


def a_notice(alive, day: date) -> list[str]:
    made = Notice.objects.create(
        scheme="craftsman-selection", title=SONG, title_en=SONG, opens_on=day, days=5, list_sha256="2" * 64,
        closes_on=day + timedelta(days=8), published_at=timezone.now(),
    )  # fmt: skip
    case = Case.objects.get(ref=alive.refs["marked"])
    entry = Entry.objects.create(
        notice=made, case=case, place=1, name=SONG, unit=SONG, closes_on=made.closes_on
    )
    return [
        reverse("portal:notice", args=(made.ref,)),
        reverse("portal:object", args=(made.ref, entry.pk)),
        reverse("portal:versions", args=(made.ref, entry.pk)),
        f"{V1}/notices/{made.ref}",
    ]


def a_story(alive, day: date) -> list[str]:
    held = Story.objects.get(ref=alive.refs["story"])
    with lifted():
        Story.objects.filter(pk=held.pk).update(
            title=SONG, title_en=SONG, text=SONG, embargo=day, state="published", published_on=today(),
            published_by=alive.town.cast.users["reviewer"], consented_on=today(),
        )  # fmt: skip
    return [reverse("portal:story", args=(held.ref,))]


def a_round(alive, day: date) -> list[str]:
    Round.objects.create(code="G", scheme="craftsman-selection", title=SONG, title_en=SONG, opens_on=day,
                         closes_on=day + timedelta(days=30), places=3, terms={})  # fmt: skip
    return []


GATED = {"notice": a_notice, "story": a_story, "round": a_round}


def public(alive) -> list[str]:
    """All that is asked without a name: pages, lists, what feeds and machines would read."""
    pages = [where(alive, door) for door in OPEN if "GET" in door.methods]
    return [*pages, *(V1 + path for path in ("/notices", "/rounds", "/craftsmen", "/schemes")),
            "/sitemap.xml", "/feed/", "/robots.txt"]  # fmt: skip


def told_of(urls: list[str]) -> set[str]:
    """The addresses that speak of it."""
    sender = Sender()
    return {url for url in urls if SONG.encode() in settled(sender.answer("GET", iri(url)))}


@pytest.mark.parametrize("kind", GATED)
def test_a_second_before_its_day_nothing_of_it_is_there_and_a_second_after_it_is(alive, at, kind):
    day = today() + timedelta(days=1)
    at(midnight(day) - SECOND)
    urls = public(alive)
    before = crawled(Sender(), urls)

    own = GATED[kind](alive, day)

    assert crawled(Sender(), urls) == before
    assert [Sender().status("GET", url) for url in own] == [404] * len(own)
    at(midnight(day) + SECOND)
    assert told_of([*urls, *own]) >= {*own}
    assert told_of(urls) != set()


def test_what_is_on_the_public_pages_is_not_kept_by_anybody_between(alive, at):
    """No tag and no hour by which a browser's or a proxy's copy could be told from another."""
    at(timezone.now())
    for url in public(alive):
        heads = Sender().answer("GET", iri(url)).headers

        assert "ETag" not in heads, url
        assert "Last-Modified" not in heads, url
        assert "public" not in heads.get("Cache-Control", ""), url


def test_nobody_objects_a_second_early(alive, at):
    day = today() + timedelta(days=1)
    at(midnight(day) - SECOND)
    url = a_notice(alive, day)[1]

    assert Sender().status("POST", url) == 404
    at(midnight(day) + SECOND)
    assert Sender().status("POST", url) == 200


@pytest.mark.parametrize("zone", [None, "America/New_York"])
def test_nothing_is_accepted_a_second_late_whatever_zone_the_request_is_in(alive, at, zone):
    """An objection after the period is a clue; the period ends in the house's own zone."""
    url = a_notice(alive, today() + timedelta(days=1))[1]
    ends = midnight(Notice.objects.latest("pk").closes_on + timedelta(days=1))
    told = {"kind": "person", "text": "请核实", "who": "张三，13800000000"}
    accepted = []
    with timezone.override(zone):
        for instant in (ends - SECOND, ends + SECOND):
            at(instant)
            assert Sender().post(url, told).status_code == 302
            accepted.append(Objection.objects.latest("pk").accepted)

    assert accepted == [True, False]


@pytest.mark.parametrize("zone", [None, "America/New_York"])
def test_nobody_is_nominated_a_second_late_whatever_zone_the_request_is_in(alive, at, zone, monkeypatch):
    monkeypatch.setattr("gongjiang.web.middleware.is_mfa_enabled", lambda user: True)
    case = Case.objects.select_related("round").get(ref=alive.refs["consented"])
    ends, states = midnight(case.round.closes_on + timedelta(days=1)), []
    told = {"version": str(case.version), "rank": "9", "opinion": "同意推荐"}
    with timezone.override(zone):
        for instant in (ends + SECOND, ends - SECOND):
            at(instant)
            sender = signed_in(alive, alive.people["body"])
            sender.post(reverse("desk:step", args=(case.ref, "nominate")), told)
            states.append(Case.objects.get(pk=case.pk).state)

    assert states == ["consented", "nominated"]


def test_a_result_is_not_there_before_it_is_published(alive, at):
    at(timezone.now())
    held = Result.objects.filter(published_on=None).exclude(rank=None)[0]
    name = held.entry.competitors.all()[0].person.name
    urls = public(alive)
    assert not any(name.encode() in settled(Sender().answer("GET", url)) for url in urls)

    with lifted():
        users = alive.town.cast.users
        Result.objects.filter(pk=held.pk).update(
            published_on=today(), verified_at=timezone.now(), verified_by=users["officer2"],
            published_by=users["reviewer"],
        )  # fmt: skip

    page = reverse("portal:contest", args=(alive.refs["edition"],))
    assert name.encode() in settled(Sender().answer("GET", page))
