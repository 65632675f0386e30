"""Every number of the board leads to a list that comes to the same; every bar stands over its month."""

from datetime import date, time
from typing import Any

import pytest
from django.urls import reverse

from gongjiang.law.money import yuan
from gongjiang.law.session_kinds import SessionKind
from gongjiang.office.ledger.closing import next_months
from gongjiang.office.ledger.owing import owe_many
from gongjiang.office.ledger.recovering import recover
from gongjiang.office.services.models import Session
from gongjiang.plans import plans
from gongjiang.web.demo import city
from gongjiang.web.demo.cast import Cast
from tests.treasury import LINE, NOW, REWARD, Treasury
from tests.web.cashiers import Cashiers
from tests.web.test_insight import cards

LECTURED, SERVED = "2.4.3", "2.1.1"


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    treasury.fund(yuan(9_000_000))
    return Cashiers(treasury)


def held(treasury: Treasury, cashiers: Cashiers, *kinds: SessionKind) -> None:
    case, by = treasury.case(), cashiers.account("经办戊")
    for kind in kinds:
        Session.objects.create(case=case, kind=kind, title="一场", place="厂房", on=date(2026, 12, 1),
                               starts=time(9), seats=20, by=by)  # fmt: skip


def test_a_lecture_stands_behind_lectures_and_a_training_behind_bases(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    held(treasury, cashiers, SessionKind.TRAINING, SessionKind.ASSESSMENT, SessionKind.LECTURE)

    found = cards(cashiers.at("审计丁"))

    assert {clause: found[clause].behind[0].number for clause in (SERVED, LECTURED)} == {
        SERVED: 2,
        LECTURED: 1,
    }
    assert found[LECTURED].behind[0].url.endswith("?kind=lecture")


def test_what_was_paid_and_what_is_open_lead_to_lists_that_come_to_the_same(
    cashiers: Cashiers, treasury: Treasury
) -> None:
    paid = treasury.paid(2)
    recover(paid[0], yuan(100_000), "误付", "追〔2026〕1号", treasury.hands())
    owe_many([treasury.claim(treasury.case("王工9"))], treasury.hands())
    client = cashiers.at("审计丁")
    page = client.get(reverse("insight:board"))
    card = cards(client)[LINE.line]

    lists = {
        state: client.get(reverse("finance:payables"), {"state": state, "of": LINE.line}).context
        for state in ("paid", "open")
    }
    elsewhere = client.get(reverse("finance:payables"), {"state": "paid", "of": "2.1.2"}).context

    assert f"?state=paid&amp;of={LINE.line}" in page.content.decode()
    assert (lists["paid"]["net"], lists["open"]["total"]) == (card.paid, card.owed)
    assert (card.paid, card.owed) == (2 * REWARD - yuan(100_000), REWARD)
    assert elsewhere["total"] == 0


def test_every_bar_stands_in_the_cell_of_its_month(cashiers: Cashiers, treasury: Treasury) -> None:
    treasury.case()

    page = cashiers.at("审计丁").get(reverse("insight:board"))

    months = [bar for trend in page.context["trends"] for bar in trend.bars]
    whole = "".join(page.content.decode().split())
    assert all(f"</svg>{bar.month:%y-%m}</th>" in whole for bar in months)
    assert whole.count('class="trend"') == len(months)


@pytest.mark.django_db
def test_the_made_up_money_of_a_year_comes_in_that_year(treasury: Treasury, cashiers: Cashiers) -> None:
    cast = Cast({"maker": cashiers.account("经办甲"), "checker": cashiers.account("复核乙")})

    city.funds(cast, range(2024, 2027), NOW.replace(year=2023))

    opened = {line.year: month.year for year in (2024, 2025) for line, month in next_months(year).items()}
    assert opened == {2024: 2024, 2025: 2025}
    assert plans()[0].behind[LECTURED] != plans()[0].behind[SERVED]
