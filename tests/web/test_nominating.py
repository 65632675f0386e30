"""A body finds the rounds that take nominations, knows its share, and may say that it nominates nobody."""

import pytest
from django.urls import reverse

from gongjiang.office.cases.models import Quota
from gongjiang.office.registry.models import NominatingBody
from tests.town import Town

PAGE = reverse("desk:applying")
pytestmark = pytest.mark.usefixtures("demo_clock")


@pytest.fixture
def body(town: Town) -> NominatingBody:
    held = NominatingBody.objects.all()[0]
    Quota.objects.update_or_create(round=town.round().round, body=held, defaults={"places": 3})
    return held


def page(town: Town, who: str) -> str:
    return town.client(who).get(PAGE).content.decode()


def test_a_body_is_led_to_the_form_and_the_sheet_and_told_its_share(town: Town, body: NominatingBody) -> None:
    client, held = town.client(f"body-{body.code}"), Quota.objects.get(body=body).round
    told = client.get(PAGE).content.decode()

    assert "名额 3，已推荐 0" in told
    for name in ("desk:file", "desk:import"):
        address = reverse(name, args=(held.ref,))
        assert address in told
        assert client.get(address).status_code == 200
    assert f'href="{PAGE}"' in client.get(reverse("desk:todo")).content.decode()


def test_a_body_says_that_it_nominates_nobody_and_it_stands_on_the_round(
    town: Town, body: NominatingBody
) -> None:
    held, who = Quota.objects.get(body=body), f"body-{body.code}"
    address = reverse("desk:zero", args=(held.round.ref,))

    answer = town.client(who).post(address, {"body": body.code}, follow=True).content.decode()

    assert "已申报零推荐" in answer
    assert "本批次不推荐人选" not in answer
    board = town.client("officer").get(reverse("desk:round", args=(held.round.ref,))).content.decode()
    assert "零推荐 2026-03-02" in board


def test_nobody_says_so_for_another_body(town: Town, body: NominatingBody) -> None:
    other = NominatingBody.objects.all()[1]
    held = Quota.objects.get(body=body)

    answer = town.client(f"body-{other.code}").post(
        reverse("desk:zero", args=(held.round.ref,)), {"body": body.code}, follow=True
    )

    assert "只能为本推荐单位申报" in answer.content.decode()
    assert Quota.objects.get(pk=held.pk).zero_declared_on is None


def test_who_nominates_nobody_is_shown_no_round(town: Town, body: NominatingBody) -> None:
    assert "<h2>正在受理推荐的批次</h2>" not in page(town, "auditor")
