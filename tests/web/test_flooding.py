"""Flooding is bounded: so many an hour of what costs, by person or machine; and nobody else notices."""

import html
import json
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone

from gongjiang.config.hourly import HOURLY, NoSuchLimit, hourly
from gongjiang.law.standing import Post
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk import evidence
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.tokens import make_token
from gongjiang.web import bounded, limits, measuring
from gongjiang.web.bounds import DOCUMENTS, EXPORTS, OWN_COUNT, SIMULATED
from gongjiang.web.log_lines import Lines
from gongjiang.web.visitor import now
from tests.architecture.house import SOURCE
from tests.web.access import DOORS, address, login
from tests.web.alive import Alive
from tests.web.office import PDF

NOON = 1_900_000_800.0
MOST = 2
COUNTED = EXPORTS | DOCUMENTS | OWN_COUNT
TAKING = {"gongjiang.web.desk.logs"}
"""A view of that name that takes a sheet in."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
Ask = Callable[[Client, Alive], object]


def file() -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.pdf", PDF)


def upload(client, alive):
    sent = {"kind": "letter", "file": file()}
    return client.post(reverse("desk:upload", args=(alive.refs["nominated"],)), sent)


ASKS = {
    "upload": ("officer", "officer2", upload),
    "export": ("officer", "officer2", lambda client, alive: client.get(reverse("desk:export"))),
    "document": ("officer", "officer2", lambda client, alive: client.get(
        reverse("desk:evidence", args=(alive.refs["paper"],)))),
    "search": ("officer", "officer2", lambda client, alive: client.get(reverse("desk:cases") + "?q=1")),
    "simulate": ("leader", "officer", lambda client, alive: client.get(reverse("insight:compare"))),
    "recount": ("auditor", "auditadmin", lambda client, alive: client.post(reverse("insight:audit"))),
    "questions": ("", "", lambda client, alive: client.post(reverse("portal:entitled"), {})),
}  # fmt: skip


@pytest.fixture
def few(settings, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Two of each an hour; and the clock that hours are counted by."""
    settings.HOURLY = dict.fromkeys(HOURLY, MOST)

    def stand(at: float) -> None:
        monkeypatch.setattr(limits, "now", lambda: at)
        monkeypatch.setattr(bounded, "now", lambda: at)

    stand(NOON)
    return stand


def client_of(alive: Alive, who: str, machine: str) -> Client:
    return alive.town.client(who) if who else Client(REMOTE_ADDR=machine)


def seen(client: Client, alive: Alive, ask: Ask) -> tuple[int, str, int]:
    """What somebody is answered, and in how many statements."""
    with CaptureQueriesContext(connection) as asked:
        answer = ask(client, alive)
    page = answer.get("Content-Type", "").startswith("text/html")
    return answer.status_code, TOKEN.sub("", answer.content.decode()) if page else "", len(asked)


@pytest.mark.both
@pytest.mark.parametrize("kind", ASKS)
def test_who_has_had_their_share_is_told_when_to_come_again_and_nobody_else_notices(alive, few, kind):
    who, other, ask = ASKS[kind]
    mine, theirs = client_of(alive, who, "198.51.100.1"), client_of(alive, other, "198.51.100.2")
    before = seen(theirs, alive, ask)

    statuses = [ask(mine, alive).status_code for _ in range(6)]
    refused = ask(mine, alive)

    assert 429 not in statuses[:MOST]
    assert set(statuses[MOST:]) == {429}
    assert 0 < int(refused["Retry-After"]) <= limits.HOUR
    assert "操作过于频繁" in refused.content.decode()
    after = seen(theirs, alive, ask)
    assert after[0] == before[0] != 429
    assert after[2] == before[2] or kind in ("upload", "recount")
    assert after[1] == before[1] or kind == "upload"
    few(NOON + limits.HOUR)
    assert ask(mine, alive).status_code != 429


@pytest.mark.parametrize("kind", ASKS)
def test_without_the_guard_it_goes_on(alive, few, kind, monkeypatch):
    who, _, ask = ASKS[kind]
    monkeypatch.setattr(bounded, "kind", lambda request, name: "")
    mine = client_of(alive, who, "198.51.100.1")

    assert 429 not in {ask(mine, alive).status_code for _ in range(MOST + 2)}


def test_every_kind_of_the_table_is_tried_here():
    assert HOURLY.keys() == ASKS.keys() | {"objection", "verify"}


def test_every_module_that_gives_out_a_file_has_an_address_in_the_table():
    """By what they call; the sheets of a session that come back with its errors are of the same modules."""
    views = [one for _, held in get_resolver().namespace_dict.values() for one in held.url_patterns]
    table = {
        one.callback.__module__ for one in views if f"{one.name}" in {n.partition(":")[2] for n in COUNTED}
    }
    giving = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        for face in ("desk", "finance", "insight", "panel", "portal")
        for path in (SOURCE / "web" / face).glob("*.py")
        if re.search(r"Content-Disposition|\battachment\(|\bsheet\(|signed_data\(", path.read_text("utf-8"))
    }

    assert len(giving) >= 14
    assert giving - table == TAKING


@pytest.mark.long
def test_whatever_is_given_out_as_a_file_is_counted(alive):
    """Of every door that answers with an attachment: it is in the table."""
    given = set()
    for door in DOORS:
        who = sorted(door.open_to(alive, "GET"))
        if who and "GET" in door.methods:
            found = alive.town.client(login(alive, who[0])).get(address(alive, door))
            given |= {door.name} if "attachment" in found.get("Content-Disposition", "") else set()

    assert len(given) >= 12
    assert given - EXPORTS - DOCUMENTS == set()


def test_every_name_in_the_table_is_an_address():
    spaces = get_resolver().namespace_dict.items()
    known = {f"{space}:{name}" for space, (_, held) in spaces for name in held.reverse_dict}

    assert (COUNTED | SIMULATED) - known == set()


def test_what_was_typed_stands_in_the_answer_and_goes_in_when_the_hour_is_over(alive, few):
    url, client = reverse("desk:upload", args=(alive.refs["nominated"],)), alive.town.client("officer")
    typed = {"kind": "letter", "note": '<b>“一”&"two"\n' + "很长的说明" * 12}
    for _ in range(MOST):
        upload(client, alive)
    kept = Evidence.objects.count()

    page = client.post(url, typed | {"file": file()}).content.decode()

    assert typed["note"] in html.unescape(page)
    assert "<b>“" not in page
    assert f'action="{url}"' in page
    assert 'name="kind" value="letter"' in page
    assert 'type="file" name="file"' in page
    assert Evidence.objects.count() == kept
    few(NOON + limits.HOUR)
    client.post(url, typed | {"file": file()})
    assert Evidence.objects.count() == kept + 1


def test_it_is_said_in_the_language_of_the_page(alive, few):
    client = alive.town.client("officer")
    pages = [client.get(reverse("desk:export"), headers={"accept-language": "en"}) for _ in range(MOST + 1)]

    said = pages[-1].content.decode()
    assert "<h1>Too many requests</h1>" in said
    assert re.search(r"\(2 an hour\)\. Try again from \d\d:\d\d\.", said)


def test_it_is_in_the_figures_and_once_an_hour_in_the_log_which_names_nobody(alive, few, caplog):
    client, user = alive.town.client("officer"), alive.town.cast.users["officer"]
    before = figure("export")
    with caplog.at_level(logging.WARNING, "gongjiang.flood"):
        for _ in range(MOST + 3):
            client.get(reverse("desk:export"))

    told = [json.loads(Lines().format(one)) for one in caplog.records if one.name == "gongjiang.flood"]

    assert [{key: one[key] for key in ("bounded", "hourly", "account", "route")} for one in told] == [
        {"bounded": "export", "hourly": MOST, "account": user.pk, "route": "/desk/cases/export/"}
    ]
    assert user.username not in json.dumps(told)
    assert figure("export") == before + 3


def figure(kind: str) -> int:
    lines = [one for one in measuring.told() if one.startswith(f'gongjiang_bounded_total{{kind="{kind}"')]
    return int(lines[0].rsplit(" ", 1)[1]) if lines else 0


def test_a_person_with_two_accounts_has_one_share(alive, few):
    one, other = alive.town.client("officer"), alive.town.client("officer2")
    users = alive.town.cast.users
    users["officer2"].person = users["officer"].person
    users["officer2"].save()

    statuses = [client.get(reverse("desk:export")).status_code for client in (one, other, one, other)]

    assert statuses == [200, 200, 429, 429]


def test_objections_are_bounded_by_the_machine_and_what_was_typed_stays(alive, few):
    url = reverse("portal:object", args=(alive.refs["notice"], alive.refs["entry"]))
    told = {"kind": "anonymous", "text": "请核实这一条的工龄。"}
    one, other = Client(REMOTE_ADDR="198.51.100.1"), Client(REMOTE_ADDR="198.51.100.2")

    answers = [one.post(url, told) for _ in range(MOST + 1)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert told["text"] in answers[-1].content.decode()
    assert int(answers[-1]["Retry-After"]) > 0
    assert other.post(url, told).status_code == 302
    few(NOON + limits.HOUR)
    assert one.post(url, told).status_code == 302


def test_a_programme_is_bounded_with_its_owner(alive, few):
    _, secret = make_token("试", ["read:cases", "act:cases"], 30, alive.town.actor("officer"), now())
    client = Client(headers={"authorization": f"Bearer {secret}"})
    url = f"/api/v1/cases/{alive.refs['nominated']}/evidence"

    def send(key: str):
        return client.post(url, {"kind": "letter", "file": file()}, headers={"Idempotency-Key": key})

    answers = [send(f"key-number-{n}") for n in range(MOST + 1)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[-1]["Retry-After"]) <= limits.HOUR
    assert upload(alive.town.client("officer"), alive).status_code == 429


# Counting.


@pytest.mark.both
@pytest.mark.django_db
def test_a_count_lasts_its_hour_and_no_longer():
    counts = [limits.tally("one", 2, NOON + minutes * 60) for minutes in (0, 7, 30, 59, 59.9, 60, 61)]

    assert counts == [1, 2, 3, 4, 4, 1, 2]
    assert limits.left(NOON + 59 * 60) == 60


@pytest.mark.both
@pytest.mark.django_db
def test_a_count_is_kept_until_its_hour_is_over():
    """Negative control: a count that is raised by the cache's own means is forgotten after five minutes."""
    limits.tally("one", 2, NOON)
    limits.tally("one", 2, NOON)
    cache.add("two", 0, limits.HOUR)
    cache.incr("two")

    assert kept_for("one") > timedelta(hours=1)
    assert kept_for("two") < timedelta(minutes=6)


def kept_for(key: str) -> timedelta:
    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM cache WHERE cache_key LIKE %s", [f"%:{key}%"])
        until = str(cursor.fetchone()[0])
    told = datetime.fromisoformat(until)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) - timezone.now()


@pytest.mark.django_db
def test_many_machines_do_not_push_out_the_count_of_one():
    limits.tally("one", 1, NOON)
    for n in range(700):
        limits.tally(f"machine-{n}", 1, NOON)

    assert limits.tally("one", 1, NOON) == 2


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ],
)
def test_a_household_is_one_machine(told, held):
    assert limits.machine(RequestFactory().get("/", REMOTE_ADDR=told)) == held


def test_a_house_sets_its_own_limits_and_no_others():
    assert hourly("") == HOURLY
    assert hourly("search=9, export=1") == HOURLY | {"search": 9, "export": 1}
    for wrong in ("searches=9", "search=0", "search", "search=-1", "search=many"):
        with pytest.raises(NoSuchLimit):
            hourly(wrong)


# Bytes.


def held(alive: Alive, size: int, case: str = "nominated", by: str = "officer") -> None:
    made = Case.objects.get(ref=alive.refs[case])
    Evidence.objects.create(
        case=made, kind="letter", name="x.pdf", media_type="application/pdf", size=size, sha256="0" * 64,
        stored="", by=alive.town.cast.users[by], at=timezone.now(),
    )  # fmt: skip


def test_a_case_that_is_full_takes_no_more_and_nothing_is_kept(alive, settings):
    held(alive, evidence.OF_CASE - len(PDF) + 1)
    folder = Path(settings.HOME) / "evidence"
    before = (Evidence.objects.count(), len(list(folder.glob("*"))))

    url = reverse("desk:upload", args=(alive.refs["nominated"],))
    page = alive.town.client("officer").post(url, {"kind": "letter", "file": file()}, follow=True)

    assert "本件材料已满 200 MB" in page.content.decode()
    assert (Evidence.objects.count(), len(list(folder.glob("*")))) == before


def test_nothing_is_kept_of_what_is_refused_for_its_name(alive, settings):
    folder = Path(settings.HOME) / "evidence"
    before = len(list(folder.glob("*")))

    url = reverse("desk:upload", args=(alive.refs["nominated"],))
    page = alive.town.client("officer").post(url, {"kind": "no-such", "file": file()}, follow=True)

    assert "请选择材料名称" in page.content.decode()
    assert len(list(folder.glob("*"))) == before


def test_what_one_person_from_outside_sends_in_a_round_is_bounded_and_the_office_is_not(alive):
    case, officer = Case.objects.get(ref=alive.refs["nominated"]), alive.town.actor("officer")
    outside = replace(officer, posts=(Post(Role.NOMINATOR, body=case.body_id),))
    another = replace(outside, user=alive.town.cast.users["officer2"].pk, person=None)
    for _ in range(2):
        held(alive, evidence.OF_PERSON // 2, case="other")

    def room(who):
        return evidence.room_for(case, "letter", 1, who)

    with pytest.raises(Refused, match="2 GB"):
        room(outside)
    assert (room(officer), room(another)) == (officer.user, another.user)
