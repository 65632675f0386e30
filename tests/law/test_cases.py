"""The worked cases of the plan, read from the public list and told in the words of a facts file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gongjiang.law.calendar_seed import seed
from gongjiang.law.clause import Validity
from gongjiang.law.facts import read_facts
from gongjiang.law.identity import ResidentId, check_sign, resident_id
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Assessment, Outcome
from gongjiang.law.workdays import Calendar
from gongjiang.plans import plan_of
from tests.law.people import signed

CASES = json.loads((Path(__file__).parent.parent / "data" / "cases.json").read_text("utf-8"))["cases"]
BY_ID = {case["id"]: case for case in CASES}
DAY = date(2024, 6, 3)
CRAFTSMAN = ["武汉工匠"]
LEVELS = {"高级技师": "senior_technician", None: None}
SENT_BY = {"武汉市人力资源和社会保障局": "city_hrss", "某中央企业": "central_enterprise", "其他省": "other"}
CLASSES = {"国家级一类": "national_1", "国家级二类": "national_2", "市一类": "city_1", None: "worldskills"}
CALLED = {"front_line": "frontline", "front_line_years": "frontline"}
"""Two of our rules are one condition of the list."""


def in_area(area: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in CASES if case["area"] == area]


def decided(slug: str, facts: dict[str, Any], **rulings: Any) -> Assessment:
    plan = plan_of(slug)
    held = plan.settings({key: signed(value, DAY) for key, value in rulings.items()})
    return plan[slug].assess(read_facts(plan[slug], facts).row, DAY, held)


def nominee(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "employer_in_city": given["unit_city"] == "武汉",
        "skill_level": LEVELS[given["level"]],
        "front_line": given["frontline"],
        "front_line_since": DAY.replace(year=DAY.year - given["frontline_years"]),
        "honours": given["honours"],
        "titles_held": CRAFTSMAN if given["titled_before"] else [],
        "contest_results": [],
    }


def medallist(given: dict[str, Any]) -> dict[str, Any]:
    result = {
        "contest": given["contest"],
        "class": CLASSES[given["klass"]],
        "medal": given["medal"],
        "rank": given["rank"],
        "recommended_by": SENT_BY[given["recommended_by"]],
        "on_register": True,
    }
    return {
        "team_size": 1,
        "titles_held": CRAFTSMAN if given["titled_before"] else [],
        "contest_results": [result],
    }


def effect(found: Assessment) -> str:
    if found.outcome is Outcome.ELIGIBLE:
        return "DIRECT"
    return "PRIORITY" if found.priority else "NONE"


def brought(found: Assessment) -> int:
    """Yuan that the title will bring."""
    plan = plan_of("craftsman-direct")
    paid = plan.consequences(found.grants, plan.settings(), DAY)
    return sum(pay.amount for _, pay in paid) // 100


@pytest.mark.parametrize("case", in_area("selection-eligibility"))
def test_a_case_of_eligibility_ends_as_listed(case):
    found = decided("craftsman-selection", nominee(case["given"]))

    expected = case["expect"]
    if expected.get("outcome") == "needs_human":
        assert found.outcome is Outcome.NEEDS_PERSON
    else:
        assert (found.outcome is Outcome.ELIGIBLE) == expected["eligible"]
    failed = [CALLED.get(f.rule, f.rule) for f in found.findings if f.verdict is Verdict.FAIL]
    assert list(dict.fromkeys(failed)) == expected.get("fails", [])


@pytest.mark.parametrize(
    "case", [c for c in in_area("contest-route") if "contest_effect" in c.values[0]["expect"]]
)
def test_a_case_of_a_contest_has_the_listed_effect(case):
    found = decided("craftsman-direct", medallist(case["given"]))

    assert effect(found) == case["expect"]["contest_effect"]
    assert brought(found) == case["expect"].get("award_yuan", 0)


def test_a_medallist_trained_elsewhere_needs_a_person_until_the_office_has_signed():
    found = decided("craftsman-direct", medallist(BY_ID["B12"]["given"]))

    assert found.outcome is Outcome.NEEDS_PERSON
    assert [f.rule for f in found.findings if f.verdict is Verdict.OPEN] == ["contest"]
    assert found.assumptions == ("binds_worldskills", "direct_notice", "direct_places", "team_medals")


def test_a_medallist_trained_elsewhere_passes_once_the_office_has_signed_that_none_is_bound():
    found = decided("craftsman-direct", medallist(BY_ID["B12"]["given"]), binds_worldskills=False)

    assert found.outcome is Outcome.ELIGIBLE


def test_too_few_years_need_a_person_until_the_office_has_signed_how_many_are_long():
    given = {**nominee(BY_ID["A01"]["given"]), "front_line_since": "2019-06-01"}

    unsigned = decided("craftsman-selection", given)
    signed = decided("craftsman-selection", given, long_service=10)

    assert unsigned.outcome is Outcome.NEEDS_PERSON
    assert signed.outcome is Outcome.NOT_ELIGIBLE


def test_a_medallist_who_is_titled_gets_no_second_title_and_no_second_reward():
    case = BY_ID["B14"]

    title = decided("craftsman-direct", medallist(case["given"]))
    reward = decided("craftsman-reward", {"titles_held": CRAFTSMAN, "times_paid": 1})

    assert bool(title.grants) == case["expect"]["second_title"]
    assert brought(title) + sum(grant.amount for grant in reward.grants) == case["expect"]["award_yuan"]


def test_the_reward_of_a_craftsman_never_paid_is_the_listed_sum():
    given, expected = BY_ID["E01"]["given"], BY_ID["E01"]["expect"]

    found = decided("craftsman-reward", {"titles_held": CRAFTSMAN, "times_paid": given["times_paid"]})

    assert [grant.amount // 100 for grant in found.grants] == [expected["award_yuan"]]


def test_a_notice_over_the_spring_festival_ends_on_the_listed_day():
    given, expected = BY_ID["F10"]["given"], BY_ID["F10"]["expect"]
    calendar = Calendar({2026: seed(2026)})

    last = calendar.add_workdays(date.fromisoformat(given["start"]), given["days"], given["count_first"])

    assert last.isoformat() == expected["last_day"]


def test_the_day_five_years_on_is_out_of_force():
    given, expected = BY_ID["V02"]["given"], BY_ID["V02"]["expect"]
    issued, today = date.fromisoformat(given["effective"]), date.fromisoformat(given["today"])

    assert Validity(5, "3.3").in_force(issued, today) is expected["in_force"]
    assert plan_of("craftsman-selection").validity.in_force(issued, today) is expected["in_force"]


def test_a_person_born_before_the_district_code_was_made_is_accepted():
    built = BY_ID["I03"]["given"]["build"]
    digits = f"{built['region']}{built['birth'].replace('-', '')}{built['seq']}"

    read = resident_id(digits + check_sign(digits), DAY)

    assert isinstance(read, ResidentId) is BY_ID["I03"]["expect"]["accepted"]
    assert read.region == built["region"]


def test_a_central_enterprise_in_the_city_is_told_from_its_place_and_not_from_its_owner():
    owners = {BY_ID[ref]["given"]["unit_kind"] for ref in ("A01", "A09")}

    outcomes = {
        decided("craftsman-selection", nominee(BY_ID[ref]["given"])).outcome for ref in ("A01", "A09")
    }

    assert owners == {"enterprise", "central_enterprise"}
    assert outcomes == {Outcome.ELIGIBLE}
