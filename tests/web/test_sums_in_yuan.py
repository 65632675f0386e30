"""People read and write yuan wherever a sum is shown or asked for; fen is how the house keeps it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from gongjiang.law.money import Money, yuan
from gongjiang.law.setting_words import in_fen, told, written
from gongjiang.law.settings import UNDECIDED, Parameter, assumption
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.registry.models import Proposal
from gongjiang.office.whatif.models import KeptScenario
from gongjiang.plans import plans
from gongjiang.web.insight.what_if import changes
from tests.treasury import Treasury
from tests.web.cashiers import Cashiers

PLAN = plans()[0]
SUM = next(held for held in PLAN.assumptions if held.money)
RANGE = next(held for held in PLAN.assumptions if isinstance(held.on(date(2026, 1, 1)), list))


@pytest.fixture
def cashiers(treasury: Treasury, settings: Any) -> Cashiers:
    settings.DEMO = True
    return Cashiers(treasury)


def test_no_word_of_the_plan_asks_for_fen() -> None:
    words = [said for held in PLAN.parameters for said in (held.asked, held.said)]
    words += [field.said for one in PLAN.schemes for field in one.subject.fields.values()]

    assert [said for said in words if "（分）" in said.zh or "fen" in said.en.split()] == []
    assert [said for said in words if "(fen)" in said.en or "(in fen)" in said.en] == []


def test_a_fact_that_is_a_sum_is_of_the_kind_of_sums() -> None:
    sums = [field for one in PLAN.schemes for field in one.subject.fields.values() if "金额" in field.said.zh]

    assert len(sums) > 0
    assert {field.kind for field in sums} == {Money}


@pytest.mark.parametrize(
    ("held", "value", "read", "typed"),
    [
        (SUM, yuan(500_000), Words("¥500,000.00", "¥500,000.00"), "500000"),
        (SUM, 150, Words("¥1.50", "¥1.50"), "1.50"),
        (SUM, UNDECIDED, Words("暂不确定，由人认定", "open: a person decides"), UNDECIDED),
        (RANGE, [18, 25], Words("18 至 25", "18 to 25"), "18,25"),
        (assumption("x", "1", 60, Words("几分", "what"), "满", "full"), 60, Words("60", "60"), "60"),
        (assumption("y", "1", True, Words("可否", "whether"), "可", "may"), True, Words("是", "yes"), "True"),
    ],
)
def test_a_setting_is_read_and_written_as_people_do(
    held: Parameter, value: Any, read: Words, typed: str
) -> None:
    assert (told(held, value), written(held, value)) == (read, typed)


TYPED = {
    "500000": "50000000",
    "¥500,000.00": "50000000",
    "1.5": "150",
    "五十万": None,
    "-1": None,
    "1.234": None,
}


@pytest.mark.parametrize(("text", "fen"), TYPED.items())
def test_what_is_typed_in_yuan_is_kept_in_fen(text: str, fen: str | None) -> None:
    assert in_fen(SUM, text) == fen
    assert in_fen(RANGE, text) == text


@pytest.mark.usefixtures("demo_clock")
def test_the_settings_page_takes_and_tells_yuan(cashiers: Cashiers) -> None:
    cashiers.account("设置员", Role.OFFICER)
    client = cashiers.at("设置员")
    page = client.get(reverse("desk:settings"))
    day = page.context["today"].isoformat()
    given = {"act": "prepare", "key": SUM.key, "since": day, "signer": "王审定", "basis": "会议纪要"}

    client.post(reverse("desk:settings"), given | {"answer": "一大笔"})
    assert Proposal.objects.count() == 0
    client.post(reverse("desk:settings"), given | {"answer": "500000"})

    assert Proposal.objects.get().facts["value"] == yuan(500_000)
    assert "¥500,000.00" in client.get(reverse("desk:settings")).content.decode()
    assert "[18, 25]" not in page.content.decode()


@pytest.mark.django_db
def test_a_kept_scenario_tells_its_changes_in_yuan(treasury: Treasury) -> None:
    set_to = [(SUM.key, yuan(300_000)), (SUM.key, UNDECIDED), ("gone", 7)]
    found = KeptScenario(plan=PLAN.slug, changes=[{"key": key, "value": value} for key, value in set_to])

    assert [value.zh for _, value in changes(found)] == ["¥300,000.00", "暂不确定，由人认定", "7"]
