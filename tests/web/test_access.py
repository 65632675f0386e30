"""Access is exactly as declared: every principal at every door, and what no page may show."""

from random import choice, sample

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import marking
from gongjiang.office.notice.models import Objection
from gongjiang.office.registry.models import Person
from gongjiang.office.review.models import Score, Seat
from tests.web.access import DOORS, STAFF, Door, address, login
from tests.web.alive import SECRET
from tests.web.office import CRITERIA
from tests.web.senders import everybody

CANARY = "CANARY"
WAYS = pytest.mark.parametrize("method", ["GET", "POST"])


@WAYS
def test_every_door_opens_to_those_declared_and_is_not_there_for_others(alive, method):
    """Every refusal, and of those it opens to one by chance; test_access_whole tries every cell."""
    senders, wrong = everybody(alive), []
    for door in DOORS:
        allowed, url = door.open_to(alive, method), address(alive, door)
        for who in tried(method, door, allowed):
            status = senders[who].status(method, url)
            if method not in door.methods:
                right = status in (404, 405)
            elif who in allowed:
                right = status in (200, 302, 409)
            else:
                right = status == 404
            if not right:
                wrong.append(f"{who} {method} {door.name}{door.args}: {status}")

    assert wrong == []


def tried(method: str, door: Door, allowed: frozenset[str]) -> set[str]:
    if method not in door.methods:
        return {choice(sorted(STAFF))}
    return (set(STAFF) - allowed) | set(sample(sorted(allowed), min(1, len(allowed))))


@WAYS
def test_whoever_has_not_signed_in_is_sent_to_the_door(alive, method):
    sender, wrong = Client(), []
    for door in DOORS:
        if method in door.methods:
            answer = sender.generic(method, address(alive, door))
            if answer.status_code != 302 or not answer.url.startswith(reverse("account_login")):
                wrong.append(f"{door.name} {answer.status_code}")

    assert wrong == []


def test_every_address_of_desk_and_panel_is_in_the_table():
    known = {door.name for door in DOORS}

    asked = {
        f"{face}:{p.name}"
        for face in ("desk", "panel", "finance")
        for p in get_resolver(f"gongjiang.web.{face}.urls").url_patterns
    }

    assert asked - known == set()


def test_what_does_not_exist_answers_like_what_is_not_yours(alive):
    stranger = alive.town.client("maker")

    real = stranger.get(reverse("desk:case", args=(alive.refs["nominated"],)))
    none = stranger.get(reverse("desk:case", args=("no-such-case",)))

    assert (real.status_code, real.content) == (none.status_code, none.content)


def test_the_list_and_its_export_hold_only_what_each_may_see(alive):
    for who in ("nominee", "employer", "body", "other-body", "inspector1", "maker", "expert"):
        sender = alive.town.client(login(alive, who))
        seen = {case.ref for case in sender.get(reverse("desk:cases")).context["page"].paginator.object_list}
        open_to = {
            ref
            for ref in Case.objects.values_list("ref", flat=True)
            if sender.get(reverse("desk:case", args=(ref,))).status_code == 200
        }

        assert seen == open_to, who


def test_no_mark_is_seen_before_the_panel_closes_not_even_by_a_fellow(alive):
    seat, case = Seat.objects.get(ref=alive.refs["seat"]), Case.objects.get(ref=alive.refs["marked"])
    Score.objects.create(
        seat=seat, case=case, marks=dict.fromkeys(CRITERIA, "97.31"), reasons=dict.fromkeys(CRITERIA, CANARY)
    )
    shown = [
        reverse("panel:marks", args=(alive.refs["marking"], alive.refs["group"])),
        reverse("desk:case", args=(case.ref,)),
        reverse("desk:round", args=(alive.refs["marking"],)),
        reverse("desk:report", args=(alive.refs["marking"],)),
    ]

    for who in ("officer", "reviewer", "government", "supervisor", "auditor", "leader"):
        for url in shown:
            page = alive.town.client(who).get(url).content.decode()
            assert CANARY not in page, (who, url)
            assert "97.31" not in page, (who, url)
    fellow = Seat.objects.get(
        panel=seat.panel, kind="member", expert__number=login(alive, "fellow").removeprefix("expert-")
    )
    page = (
        alive.town.client(login(alive, "fellow"))
        .get(reverse("panel:score", args=(fellow.ref, case.ref)))
        .content.decode()
    )
    assert CANARY not in page
    assert "97.31" not in page
    assert marking.members(seat.panel)


def test_a_recused_file_vanishes_from_the_desk_at_once(alive):
    expert, where = alive.town.client(login(alive, "expert")), (alive.refs["seat"], alive.refs["marked"])
    assert expert.get(reverse("panel:score", args=where)).status_code == 200

    expert.post(reverse("panel:recuse", args=where), {"note": "师徒"})

    assert expert.get(reverse("panel:score", args=where)).status_code == 404
    assert expert.post(reverse("panel:score", args=where), {"mark-skill": "99"}).status_code == 404
    assert expert.get(reverse("panel:evidence", args=(where[0], alive.refs["shown"]))).status_code == 404
    assert str(where[1]) not in expert.get(reverse("panel:seat", args=(where[0],))).content.decode()


def test_no_public_page_holds_an_identity_number_a_birth_date_or_an_objector(alive):
    refs = alive.refs
    secrets = {SECRET} | {p.id_number for p in Person.objects.all() if p.id_number}
    secrets |= {
        p.birth.isoformat()
        for p in Person.objects.filter(cases__round__ref__in=(refs["public"], refs["titled"]))
        if p.birth
    }
    public = [
        reverse(f"portal:{name}") for name in ("home", "notices", "schemes", "roster", "draws", "verify")
    ]
    public += [
        reverse("portal:notice", args=(refs["notice"],)),
        reverse("portal:object", args=(refs["notice"], refs["entry"])),
        reverse("portal:received", args=(refs["objection"],)),
        reverse("portal:craftsman", args=(refs["craftsman"],)),
        reverse("portal:verified", args=(refs["number"],)),
    ]

    for url in public:
        page = Client(headers={"accept-language": "zh-hans"}).get(url)
        assert page.status_code == 200, url
        assert {secret for secret in secrets if secret in page.content.decode()} == set(), url


def test_an_objector_is_known_to_the_handler_alone(alive):
    held = Objection.objects.get(ref=alive.refs["objection"])
    url = reverse("desk:objection", args=(held.ref,))

    pages = {
        who: alive.town.client(login(alive, who)).get(url).content.decode() for who in (*STAFF, "officer2")
    }

    assert {who for who, page in pages.items() if SECRET in page} == {"officer2"}
