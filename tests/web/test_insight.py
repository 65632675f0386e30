"""The plan on one page, the funnel of a round, the record: each number is right and opens its cases."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongjiang.law.money import yuan
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.models import Head, Leaf
from gongjiang.office.ledger.owing import owe_many
from gongjiang.plans import plans
from gongjiang.web.insight.board import Card
from tests.append_only import lifted
from tests.town import Town
from tests.treasury import REWARD, Treasury
from tests.web.cashiers import Cashiers

REWARDED = "2.3.1"


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


def cards(client: Client) -> dict[str, Card]:
    answer = client.get(reverse("insight:board"))
    return {
        card.clause.id: card
        for _, columns in answer.context["plans"]
        for column in columns
        for card in column.cards
    }


def test_every_clause_has_its_card_and_the_bare_ones_are_empty(cashiers: Cashiers) -> None:
    found = cards(cashiers.at("审计丁"))

    under_mechanisms = {clause.id for clause in plans()[0].clauses if "." in clause.id}
    assert set(found) == under_mechanisms
    assert all(card.empty for card in found.values())


def test_a_card_counts_cases_and_money(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.fund(yuan(9_000_000))
    owe_many([treasury.claim(treasury.case(f"王工{n}")) for n in range(3)], treasury.hands())

    card = cards(cashiers.at("审计丁"))[REWARDED]

    assert (card.works[0].cases, card.owed, card.paid, card.empty) == (3, 3 * REWARD, 0, False)


def test_the_board_asks_no_more_when_there_is_more(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.fund(yuan(9_000_000))
    client = cashiers.at("审计丁")
    treasury.case("王工0")
    few = asked(client)

    for n in range(12):
        treasury.case(f"李工{n}")
        Round.objects.create(code=f"R{n}", scheme=plans()[0].schemes[0].slug, title=f"批次{n}",
                             opens_on="2026-01-01", closes_on="2026-02-01")  # fmt: skip

    assert asked(client) <= few


def asked(client: Client) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse("insight:board")).status_code == 200
    return len(found)


def test_strangers_see_neither_the_board_nor_the_record(cashiers: Cashiers) -> None:
    pages = [reverse("insight:board"), reverse("insight:audit")]

    assert [cashiers.at("推荐己").get(page).status_code for page in pages] == [404, 404]
    assert [cashiers.at("经办戊").get(page).status_code for page in pages] == [200, 404]
    assert [cashiers.at("审管庚").get(page).status_code for page in pages] == [404, 200]


def test_the_record_is_verified_on_request(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.fund(yuan(9_000_000))

    page = cashiers.at("审计丁").post(reverse("insight:audit"), follow=True).content.decode()

    assert "记录完整" in page
    assert "账目相符" in page
    assert Head.objects.get(pk=1).chain in page


def test_a_changed_leaf_is_named(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.fund(yuan(9_000_000))
    last = Leaf.objects.latest("seq")
    with lifted():
        Leaf.objects.filter(pk=last.pk).update(body="{}")

    page = cashiers.at("审计丁").post(reverse("insight:audit"), follow=True).content.decode()

    assert f"第 {last.seq} 条" in page


@pytest.mark.usefixtures("demo_clock")
def test_the_funnel_narrows_from_all_who_were_nominated(town: Town) -> None:
    walk = town.walked("conferred", many=6)
    client = town.client("leader")

    page = client.get(reverse("insight:funnel", args=(walk.round.ref,)))
    stages = {stage.state: stage for stage in page.context["stages"]}

    chosen = Case.objects.filter(round=walk.round, state=State.CERTIFIED).count()
    assert stages[State.DRAFT].reached == stages[State.NOMINATED].reached == 6
    assert stages[State.CERTIFIED].reached == stages[State.CERTIFIED].here == chosen > 0
    card = cards(client)[walk_clause(walk.round)]
    assert card.works[0].titled == Honour.objects.filter(revoked_on=None).count() == chosen
    listed = client.get(reverse("desk:cases"), {"scheme": walk.round.scheme})
    assert listed.context["page"].paginator.count == card.works[0].cases == 6


def walk_clause(held: Round) -> str:
    return plans()[0][held.scheme].clause
