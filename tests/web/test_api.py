"""The API answers like the pages: the same sight, the same door, for a token of limited scope."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.tokens import SCOPES, make_token, revoke_token, scopes_for
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Token, TokenAct, User
from gongjiang.plans import plan_of, plans
from gongjiang.web.demo.straight import row_of
from gongjiang.web.visitor import now, today
from tests.clerk.claim_sheets import number
from tests.web.access import login
from tests.web.alive import Alive
from tests.web.office import PDF
from tests.web.test_applying import CLAIM

V1 = "/api/v1"
MALFORMED = (
    "{",
    "NaN",
    '{"version": 1e999}',
    '{"version": ' + "9" * 5000 + "}",
    '{"version": "1"}',
    '{"version": 1, "more": 1}',
    '{"version": 9999999999}',
    "[" * 5000,
)
KEY = {"Idempotency-Key": "a-key-of-mine"}


def bearer(alive: Alive, who: str, *scopes: str) -> Client:
    """A programme with a token of somebody's, for all that their roles allow or for these scopes."""
    user = User.objects.get(username=login(alive, who))
    me = alive.town.actor(user.username, today())
    _, secret = make_token("试", scopes or scopes_for(me), 30, me, now())
    return Client(headers={"authorization": f"Bearer {secret}"})


def post(client: Client, path: str, body: object, **headers: str):
    return client.post(V1 + path, json.dumps(body), content_type="application/json", headers=headers)


def test_without_a_token_what_is_not_public_is_closed(alive):
    for path in ("/cases", "/cases/x", "/cases/x/steps", "/budget", "/me"):
        answer = Client().get(V1 + path)

        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json"), path
        assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ["/schemes", "/rounds", "/notices", "/craftsmen", "/openapi.json"])
def test_what_the_portal_shows_is_open_to_all(alive, path):
    assert Client().get(V1 + path).status_code == 200


def test_a_token_sees_the_cases_that_its_owner_sees_on_the_desk(alive):
    for who in ("officer", "nominee", "employer", "body", "other-body", "inspector1"):
        client, seen, cursor = bearer(alive, who), set(), ""
        while cursor is not None:
            page = client.get(f"{V1}/cases", {"cursor": cursor, "limit": 7}).json()
            assert not seen & {item["ref"] for item in page["items"]}
            seen |= {item["ref"] for item in page["items"]}
            cursor = page["next"]
        desk = alive.town.client(login(alive, who)).get(reverse("desk:cases"))

        assert seen == {case.ref for case in desk.context["page"].paginator.object_list}, who


def test_what_is_not_there_for_a_page_is_not_there_for_a_token(alive):
    ref = alive.refs["nominated"]
    for who in ("maker", "other-body", "another", "system", "expert"):
        client, desk = bearer(alive, who, "read:cases"), alive.town.client(login(alive, who))

        assert desk.get(reverse("desk:case", args=(ref,))).status_code == 404
        for path in (f"/cases/{ref}", f"/cases/{ref}/steps", f"/cases/{ref}/logs/services"):
            assert client.get(V1 + path).status_code == 404, (who, path)


def test_a_scope_that_was_not_given_is_refused_and_none_exceeds_the_roles(alive):
    ref = alive.refs["nominated"]
    reader = bearer(alive, "officer", "read:cases")

    assert post(reader, f"/cases/{ref}/steps/screen", {"version": 1}, **KEY).status_code == 403
    assert reader.get(f"{V1}/budget").status_code == 403
    with pytest.raises(Refused):
        bearer(alive, "nominee", "read:money")
    assert set(scopes_for(alive.town.actor("officer"))) == set(SCOPES)


def test_a_role_that_has_ended_is_not_in_the_token_any_more(alive):
    client = bearer(alive, "officer")
    assert client.get(f"{V1}/budget").status_code == 200

    User.objects.get(username="officer").postings.update(until=today() - timedelta(days=1))

    assert client.get(f"{V1}/budget").status_code == 404
    assert client.get(f"{V1}/cases").json()["items"] == []


def test_a_step_is_taken_once_for_its_key_and_is_in_the_record(alive):
    client, case = bearer(alive, "officer"), Case.objects.get(ref=alive.refs["nominated"])
    path, body = f"/cases/{case.ref}/steps/reject", {"version": case.version, "sent": {"reason": "不符"}}

    first, again = (post(client, path, body, **KEY) for _ in range(2))

    case.refresh_from_db()
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert (case.state, first.json()["version"]) == ("ineligible", case.version)
    assert case.events.filter(step="reject").count() == 1
    told = Leaf.objects.get(kind="token.act")
    assert told.ref == Token.objects.get().ref
    assert post(client, path, body | {"version": 2}, **KEY).status_code == 422


def test_a_step_on_a_case_that_moved_on_or_that_the_law_refuses_says_why(alive):
    client, ref = bearer(alive, "officer"), alive.refs["nominated"]
    stale = post(client, f"/cases/{ref}/steps/reject", {"version": 999, "sent": {"reason": "x"}}, **KEY)
    wrong = post(client, f"/cases/{ref}/steps/confer", {"version": 1}, **KEY)

    assert (stale.status_code, wrong.status_code) == (409, 409)
    assert stale.json()["detail"].startswith("该办件刚刚已由他人办理") or "Somebody" in stale.json()["detail"]
    assert TokenAct.objects.count() == 0


def test_faults_are_told_in_the_language_that_was_asked_for(alive):
    zh = Client().get(f"{V1}/me", headers={"accept-language": "zh-hans"}).json()["title"]
    en = Client().get(f"{V1}/me", headers={"accept-language": "en"}).json()["title"]

    assert (zh, en) == ("须持有效令牌", "A valid token is needed")


def test_the_steps_offered_are_those_of_the_page(alive):
    ref = alive.refs["nominated"]
    offered = bearer(alive, "officer").get(f"{V1}/cases/{ref}/steps").json()
    page = alive.town.client("officer").get(reverse("desk:case", args=(ref,))).context["found"]

    assert [one["name"] for one in offered if one["refusal"] is None] == [o.step.name for o in page.offers]


def test_a_revoked_or_expired_token_opens_nothing(alive):
    client, token = bearer(alive, "officer"), Token.objects.get()
    assert client.get(f"{V1}/me").status_code == 200
    revoke_token(token.ref, alive.town.actor("officer"), now())
    assert client.get(f"{V1}/me").status_code == 401

    other = bearer(alive, "officer")
    Token.objects.filter(revoked_at=None).update(expires_on=today() - timedelta(days=1))
    assert other.get(f"{V1}/me").status_code == 401


def test_the_secret_lies_hashed_and_its_use_is_noted(alive):
    me = alive.town.actor("officer")
    token, secret = make_token("试", ["read:cases"], 30, me, now())
    Client(headers={"authorization": f"Bearer {secret}"}).get(f"{V1}/me")

    token.refresh_from_db()
    assert token.used_at is not None
    assert secret not in str(Token.objects.values().get())
    assert not Leaf.objects.filter(body__contains=secret).exists()


def test_nobody_revokes_the_token_of_another(alive):
    bearer(alive, "officer")

    with pytest.raises(Refused):
        revoke_token(Token.objects.get().ref, alive.town.actor("reviewer"), now())


def test_a_token_may_call_so_often_an_hour(alive, settings):
    settings.API_HOURLY = 3
    client = bearer(alive, "officer")

    statuses = [client.get(f"{V1}/me").status_code for _ in range(5)]

    assert statuses == [200, 200, 200, 429, 429]


def test_a_document_is_handed_in_by_its_content_and_once(alive):
    client, ref = bearer(alive, "officer"), alive.refs["nominated"]
    kind = Evidence.objects.get(ref=alive.refs["paper"]).kind

    def sent(body: bytes, key: str):
        file = SimpleUploadedFile("信.pdf", body)
        return client.post(
            f"{V1}/cases/{ref}/evidence", {"kind": kind, "file": file}, headers={"Idempotency-Key": key}
        )

    first, again, bad = sent(PDF, "key-one-1"), sent(PDF, "key-one-1"), sent(b"#!/bin/sh", "key-two-2")

    assert (first.status_code, again.status_code, bad.status_code) == (200, 200, 409)
    assert first.json() == again.json()
    assert Evidence.objects.filter(ref=first.json()["ref"]).count() == 1


def test_a_row_of_a_log_is_entered_by_the_unit_and_read_back(alive):
    case = Case.objects.get(ref=alive.refs["logged"])
    scheme, logs = plan_of(case.scheme)[case.scheme], f"/cases/{case.ref}/logs"
    log = next(one for one in scheme.logs if one.name == "services")
    units = next(one for one in scheme.logs if case.state in one.states and Role.OFFICER not in one.by)
    path, told = f"{logs}/services", {"told": row_of(log, scheme, today())}

    entered = post(bearer(alive, "unit"), f"{path}/rows", told, **KEY)
    theirs = {"told": row_of(units, scheme, today())}
    refused = post(bearer(alive, "officer"), f"{logs}/{units.name}/rows", theirs, **KEY)

    assert (entered.status_code, refused.status_code) == (200, 409)
    rows = bearer(alive, "officer").get(V1 + path).json()
    assert {alive.refs["row"], entered.json()["ref"]} <= {row["ref"] for row in rows}


def test_the_rules_are_asked_and_nothing_is_kept(alive):
    before = Leaf.objects.count()
    for scheme in plans()[0].schemes:
        answer = post(Client(), f"/schemes/{scheme.slug}/decide", {"facts": {}})

        assert answer.status_code == 200, (scheme.slug, answer.content)
        assert answer.json()["scheme"] == scheme.slug
    assert Leaf.objects.count() == before


def test_a_list_costs_the_same_however_long(alive):
    client, costs = bearer(alive, "officer"), []
    client.get(f"{V1}/me")
    for limit in (1, 40):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{V1}/cases", {"limit": limit})
        costs.append(len(asked))

    assert costs[0] == costs[1] <= 15


def test_what_is_malformed_is_refused_in_a_problem(alive):
    client, ref = bearer(alive, "officer"), alive.refs["nominated"]
    for body in MALFORMED:
        answer = client.post(
            f"{V1}/cases/{ref}/steps/reject", body, content_type="application/json", headers=KEY
        )

        assert answer.status_code in (400, 422), body[:40]
        assert answer["Content-Type"] == "application/problem+json"


def test_an_address_that_is_not_there_is_told_as_a_problem(alive):
    for path in ("/api/v2/", "/api/v2/x", f"{V1}/nowhere", f"{V1}/cases/%00"):
        answer = Client().get(path)

        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json"), path


def test_a_person_makes_a_token_on_their_page_sees_it_once_and_revokes_it(alive):
    officer, url = alive.town.client("officer"), reverse("desk:tokens")
    page = officer.post(url, {"name": "试", "scopes": ["read:cases"], "days": "30"}).content.decode()
    secret = page.split("<code>")[1].split("</code>")[0]

    assert Client(headers={"authorization": f"Bearer {secret}"}).get(f"{V1}/me").status_code == 200
    assert secret not in officer.get(url).content.decode()
    officer.post(url, {"act": "revoke", "token": Token.objects.get().ref})
    assert Client(headers={"authorization": f"Bearer {secret}"}).get(f"{V1}/me").status_code == 401


def test_a_worker_opens_a_case_of_their_own(alive):
    slug = next(s.slug for s in plans()[0].schemes if s.once and s.roster)
    client = bearer(alive, "nominee")

    wanting = post(client, f"/schemes/{slug}/apply", {"answers": {}}, **KEY)
    opened = post(
        client, f"/schemes/{slug}/apply", {"answers": CLAIM | {"certificate_number": number(77)}}, **KEY
    )

    assert wanting.status_code == 409
    assert wanting.json()["errors"]
    assert opened.status_code == 200, opened.json()
    assert opened.json()["state"] == "draft"
    assert client.get(f"{V1}/cases/{opened.json()['ref']}").status_code == 200


@pytest.mark.both
@pytest.mark.django_db(transaction=True)
def test_two_calls_with_one_key_act_once():
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time: there is nothing to race")
    from gongjiang.office.clerk.by_token import once

    user = User.objects.create(username="somebody")
    at = Moment(today(), timezone.now())
    token = Token.objects.create(
        user=user, name="t", secret_sha256="0" * 64, made_at=at.at, expires_on=today()
    )  # fmt: skip
    done: list[int] = []

    def call(_: int) -> dict[str, int]:
        try:
            return once(token, "the-key-1", ["x"], lambda: done.append(1) or {"n": 1}, at)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(call, range(4)))

    assert answers == [{"n": 1}] * 4
    assert TokenAct.objects.count() == 1
    assert Leaf.objects.filter(kind="token.act").count() == 1
