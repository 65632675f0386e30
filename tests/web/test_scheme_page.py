"""A scheme's public page: how to begin, what is open now, how long a step takes, what is provisional."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.settings import Assumption
from gongjiang.office.cases.models import SignedRuling
from gongjiang.plans import plans
from tests.town import SELECTION, TODAY, Town

pytestmark = pytest.mark.usefixtures("demo_clock")
PLAN = plans()[0]


def page(slug: str, client: Client | None = None) -> Any:
    return (client or Client()).get(reverse("portal:scheme", args=[slug]))


def periods(answer: Any) -> dict[str, str]:
    return {step.name: said.zh for step, said in answer.context["steps"] if said}


def test_a_stranger_is_led_to_sign_in_and_told_of_the_open_round(town: Town) -> None:
    assert page(SELECTION).context["way"].address == ""
    town.round()

    answer = page(SELECTION)

    assert "2026-03-02 至 2026-04-11 受理" in answer.content.decode()
    assert answer.context["way"].address.startswith("/account/login/?next=")
    assert "推荐单位登录后推荐" in answer.content.decode()


def test_who_can_begin_is_led_to_the_form_and_who_cannot_is_not(town: Town) -> None:
    form = reverse("desk:apply", args=["civic-role"])

    assert page("civic-role", town.client("officer")).context["way"].address == form
    assert page("civic-role", town.client("leader")).context["way"].address == ""


def test_a_step_that_has_a_period_tells_it(town: Town) -> None:
    assert periods(page(SELECTION)) == {"screen": "10 个工作日内", "publish": "公示 5 个工作日"}
    assert periods(page("life-service")) == {"answer": "10 个工作日内"}


def test_headings_of_a_guide_are_headings(town: Town) -> None:
    text = page(SELECTION).content.decode()

    assert "<h2>谁可以参评</h2>" in text
    assert "<p>谁可以参评</p>" not in text


def test_only_what_nobody_signed_is_provisional(town: Town) -> None:
    key, slug = next(
        (one.key, scheme.slug)
        for scheme in PLAN.schemes
        for rule in scheme.rules
        for one in rule.assumes
        if isinstance(one, Assumption) and sum(len(r.assumes) for r in scheme.rules) == 1
    )
    assert "暂定口径：" in page(slug).content.decode()
    SignedRuling.objects.create(
        plan=PLAN.slug, key=key, value=True, since=TODAY, signer="王审定", basis="示例文号",
        signed_at=timezone.now(),
    )  # fmt: skip

    text = page(slug).content.decode()

    assert "暂定口径：" not in text
    assert "王审定 2026-03-02 签署" in text
