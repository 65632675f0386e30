"""What am I entitled to? Asked without a login, answered for every scheme, and nothing of it is kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.plans import plans
from tests.clerk.standing import standing
from tests.town import Town

MINE = {
    "level": "senior_worker", "certificate_number": "Y000142000002253000002", "occupation": "焊工",
    "issued_on": "2025-10-01", "channel": "plan", "claimant": "worker", "obtained_by": "assessment",
}  # fmt: skip


def asked(told: dict[str, Any], language: str = "zh-hans") -> Any:
    return Client(headers={"accept-language": language}).post(reverse("portal:entitled"), told)


def outcomes(page: Any) -> dict[str, str]:
    return {answer.scheme.slug: answer.found.outcome.value for answer in page.context["answers"]}


def test_every_scheme_answers_at_once_with_reasons_and_clause(town: Town, demo_clock: None) -> None:
    page = asked(MINE)

    assert set(outcomes(page)) == {s.slug for plan in plans() for s in plan.schemes if s.for_people}
    assert outcomes(page)["skill-upgrade-subsidy"] == "needs_person"
    text = page.content.decode()
    assert "证书可联网查询" in text
    assert "2.1.2" in text
    assert "Y000142000002253000002" in text


def test_nothing_is_stored_and_nothing_may_be_cached(town: Town, demo_clock: None) -> None:
    before = standing()

    page = asked(MINE)

    assert standing() == before
    assert page["Cache-Control"] == "no-store"
    assert page.cookies.get("sessionid") is None


def test_a_number_that_contradicts_the_level_is_found_out(town: Town, demo_clock: None) -> None:
    found = asked(MINE | {"level": "technician"}).context["answers"]

    claim = next(one for one in found if one.scheme.slug == "skill-upgrade-subsidy")
    assert [f.rule for f in claim.found.findings if f.verdict.value == "fail"] == ["number"]


def test_a_medal_is_enough_for_the_direct_route(town: Town, demo_clock: None) -> None:
    medal = {"contest_results-klass": "worldskills", "contest_results-medal": "gold", "team_size": "1",
             "contest_results-recommended_by": "city_hrss"}  # fmt: skip

    assert outcomes(asked(medal))["craftsman-direct"] == "needs_person"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_fits_comes_first(town: Town, demo_clock: None, language: str) -> None:
    order = [answer.found.outcome.value for answer in asked(MINE, language).context["answers"]]

    ranks = {"eligible": 0, "needs_person": 1, "blocked": 2, "not_eligible": 3}
    assert [ranks[one] for one in order] == sorted(ranks[one] for one in order)


def test_a_wrong_day_comes_back_with_its_reason(town: Town, demo_clock: None) -> None:
    page = asked(MINE | {"issued_on": "2026-02-31"})

    assert page.status_code == 200
    assert not page.context["answers"]
    assert page.context["form"].errors["issued_on"]


def test_what_is_left_open_is_not_taken_as_met(town: Town, demo_clock: None) -> None:
    """The facts file takes an empty way of obtaining for the ordinary one; nobody said so here."""
    untold = {name: value for name, value in MINE.items() if name != "obtained_by"}

    def verdict(told: dict[str, Any]) -> str:
        found = asked(told).context["answers"]
        claim = next(one for one in found if one.scheme.slug == "skill-upgrade-subsidy")
        return next(f.verdict.value for f in claim.found.findings if f.rule == "obtained")

    assert verdict(untold) == "open"
    assert verdict(MINE) == "pass"


@pytest.mark.parametrize(("told", "outcome"), [({}, "needs_person"), ({"times_paid": "0"}, "eligible")])
def test_a_craftsman_sees_the_reward(
    town: Town, demo_clock: None, told: dict[str, str], outcome: str
) -> None:
    page = asked({"titles_held": ["武汉工匠"], **told})

    reward = next(a for a in page.context["answers"] if a.scheme.slug == "craftsman-reward")
    assert [said.zh for said in reward.grants] == ["¥300,000.00（人才专项资金）"]
    assert reward.found.outcome.value == outcome
    assert reward.provisional == (outcome == "needs_person")


def test_who_holds_no_title_is_promised_no_reward(town: Town, demo_clock: None) -> None:
    reward = next(
        a for a in asked({"times_paid": "0"}).context["answers"] if a.scheme.slug == "craftsman-reward"
    )

    assert (reward.found.outcome.value, reward.grants) == ("not_eligible", ())


def test_questions_stand_under_what_they_are_about(town: Town) -> None:
    page = Client(headers={"accept-language": "zh-hans"}).get(reverse("portal:entitled"))
    held = {str(g.said): {field.name for field in g.fields} for g in page.context["groups"]}

    assert held["竞赛成绩"] >= {"team_size", "contest_results-medal"}
    assert held["“武汉工匠”一次性奖励"] == {"times_paid"}
    assert held["技能提升补贴"] >= {"level", "certificate_number"}
    assert "level" not in held["本人与单位"]
    assert sum(len(names) for names in held.values()) == len(page.context["form"].fields)
