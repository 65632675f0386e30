"""The rest of the worked cases: benefits, tiers, the process and validity, each by the list's answer."""

from datetime import date
from typing import Any

import pytest

from gongjiang.law.effect import Match, Pay
from gongjiang.law.facts import read_facts
from gongjiang.law.procedures.selection import SELECTION
from gongjiang.law.round_terms import RoundTerms, at_least
from gongjiang.law.scheme import Outcome
from gongjiang.law.terms import State
from gongjiang.plans import plan_of
from gongjiang.plans.folder import text_of
from tests.law.test_cases import BY_ID, CRAFTSMAN, DAY, decided

TITLES = {"高级工程师": "associate_senior", "正高级工程师": "senior", "工程师": "intermediate", None: "none"}
TIERS = {
    "武汉市首席技师": "chief-technician",
    "武汉市技能大师": "skill-master",
    "武汉市技术能手": "technical-expert",
}
WAY = {
    "基层推荐": State.NOMINATED,
    "专家评审": State.REVIEWED,
    "实地考察": State.INSPECTED,
    "社会公示": State.ON_NOTICE,
}


def tier(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "employer_in_city": True, "skill_level": "technician", "front_line": True,
        "titles_held": given.get("earlier", []), "contest_results": [],
    }  # fmt: skip


def test_a_course_costed_above_the_cap_is_paid_the_cap() -> None:
    case = BY_ID["E04"]
    facts = {
        "title": "课程", "occupation": "焊工", "hours": 30, "own_work": True, "titles_held": CRAFTSMAN,
        "recognised": case["given"]["requested_yuan"] * 100,
    }  # fmt: skip

    found = decided("lecture-course", facts)

    assert [grant.amount // 100 for grant in found.grants] == [case["expect"]["max_course_yuan"]]


@pytest.mark.parametrize(
    ("title", "open_"), [("高级工程师", False), ("正高级工程师", False), ("工程师", True), (None, True)]
)
def test_an_associate_senior_title_is_a_senior_one(title: str | None, open_: bool) -> None:
    assert BY_ID["E08"]["expect"]["direct_senior_route"] is False
    facts = {"titles_held": CRAFTSMAN, "professional_title": TITLES[title]}

    assert (decided("senior-title-route", facts).outcome is Outcome.ELIGIBLE) is open_


@pytest.mark.parametrize("ref", ["T03", "T06"])
def test_each_tier_pays_its_own_sum_and_the_employer_as_much(ref: str) -> None:
    given, expected = BY_ID[ref]["given"], BY_ID[ref]["expect"]

    found = decided(TIERS[given["title"]], tier(given))

    assert [g.amount // 100 for g in found.grants if isinstance(g, Pay)] == [expected["city_yuan"]]
    matched = [g.amount // 100 for g in found.grants if isinstance(g, Match)]
    assert matched == [expected.get("employer_required_yuan", expected["city_yuan"])]


def test_whether_the_city_waits_for_the_employer_is_a_question_of_the_office() -> None:
    assert BY_ID["T09"]["expect"]["outcome"] == "needs_human"
    found = decided("chief-technician", tier(BY_ID["T09"]["given"]))

    assert "match_first" in found.assumptions


def test_no_notice_comes_before_the_inspection() -> None:
    given, expected = BY_ID["F03"]["given"], BY_ID["F03"]["expect"]
    done, wanted = [WAY[name] for name in given["done"]], WAY[given["next"]]
    main = SELECTION.main

    leads = [step for step in SELECTION.leaving(done[-1]) if step.target is wanted]
    passed_over = [
        name for name, state in WAY.items() if main.index(done[-1]) < main.index(state) < main.index(wanted)
    ]

    assert bool(leads) is expected["allowed"]
    assert passed_over == expected["missing"]


def test_a_fifth_of_the_winners_is_rounded_down_and_four_fifths_up() -> None:
    given = BY_ID["F21"]["given"]
    terms = RoundTerms(shares={"head": {"yes": str(given["max_head_share"])}})

    assert terms.capped(given["winners"]) == {"head": {"yes": BY_ID["F21"]["expect"]["max_heads"]}}
    assert at_least(given["winners"], "0.8") == 19


def test_a_studio_led_by_a_craftsman_comes_first_after_the_plan_has_expired() -> None:
    given, plan = BY_ID["V05"]["given"], plan_of("master-studio")
    day = date.fromisoformat(given["today"])
    assert not plan.validity.in_force(date.fromisoformat(given["effective"]), day)
    facts = {"head_titles": [{"title": "craftsman"}]}
    scheme = plan["master-studio"]

    found = scheme.assess(read_facts(scheme, facts).row, day, plan.settings())

    assert found.priority is BY_ID["V05"]["expect"]["priority"]
    assert text_of(scheme, "guide.md")


def test_two_winners_more_than_about_twenty_are_a_warning() -> None:
    plan = plan_of("craftsman-selection")
    low, high = plan.settings().value("about_twenty", DAY)

    assert (low <= BY_ID["F06"]["given"]["winners"] <= high) is not BY_ID["F06"]["expect"]["blocked"]


@pytest.mark.parametrize(
    ("held", "yuan_"),
    [([], 20_000), (["武汉市技术能手"], 15_000), (["武汉市技术能手", "武汉市技能大师"], 10_000)],
)
def test_only_the_difference_is_paid_once_the_office_has_ruled_so(held: list[str], yuan_: int) -> None:
    facts = tier({"earlier": held})

    whole = decided("chief-technician", facts)
    ruled = decided("chief-technician", facts, tier_difference=True)

    assert [g.amount // 100 for g in whole.grants if isinstance(g, Pay)] == [20_000]
    assert [g.amount // 100 for g in ruled.grants if isinstance(g, Pay)] == [yuan_]
