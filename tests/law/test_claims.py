"""Claims for a skill subsidy: the public list of cases, and what is worked out about each."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gongjiang.law.certificate_number import agrees, certificate_spelling
from gongjiang.law.facts import read_facts
from gongjiang.law.occupations import occupation_name
from gongjiang.law.retirement import past_retirement, retires_on
from gongjiang.law.rule import Verdict
from gongjiang.law.scheme import Assessment, Outcome
from gongjiang.law.words import Problem
from gongjiang.plans import plan_of
from gongjiang.plans.wuhan.claims import prior_claim_read
from tests.law.people import signed

CASES = json.loads((Path(__file__).parent.parent / "data" / "cases.json").read_text("utf-8"))["cases"]
CLAIMS = [pytest.param(c, id=c["id"]) for c in CASES if c["area"] == "skill-subsidy" and "cert" in c["given"]]
LEVELS = {"高级技师": "senior_technician", "技师": "technician", "高级工": "senior_worker"}
KEYS = {"occupation+level": "occupation_level", "higher_level_held": "higher_level"}
PLAN = plan_of("skill-upgrade-subsidy")
SCHEME = PLAN["skill-upgrade-subsidy"]
GIVEN = {case["id"]: case["given"] for case in CASES}


def facts_of(given: dict[str, Any]) -> dict[str, Any]:
    held = given["cert"]
    told = {"number": held["no"], "level": LEVELS[held["level"]], "occupation": held["occupation"],
            "issued_on": held["issued"], "verified": held["verified"]}  # fmt: skip
    if "obtained_by" in held:
        told["obtained_by"] = held["obtained_by"]
    return {
        "certificate": told,
        "claimant": given["claimant"],
        "channel": given["channel"],
        "insured_months": given["ui_months"],
        "status": given["status"],
        "shortage_occupation": given.get("shortage", False),
        "prior_claims": [{**claim, "level": LEVELS[claim["level"]]} for claim in given["claims"]],
    }


def decided(given: dict[str, Any], **rulings: Any) -> Assessment:
    on = date.fromisoformat(given["claim_date"])
    settings = PLAN.settings({key: signed(value, on) for key, value in rulings.items()})
    return SCHEME.assess(read_facts(SCHEME, facts_of(given)).row, on, settings)


def hits(found: Assessment, verdict: Verdict) -> list[str]:
    return [finding.rule for finding in found.findings if finding.verdict is verdict]


@pytest.mark.parametrize("case", CLAIMS)
def test_a_claim_ends_as_listed(case):
    found, expected = decided(case["given"]), case["expect"]

    if expected.get("outcome") == "needs_human":
        assert found.outcome is Outcome.NEEDS_PERSON
    elif expected.get("decision") == "reject":
        assert found.outcome is Outcome.NOT_ELIGIBLE
        assert expected.get("dup_key") is None or KEYS[expected["dup_key"]] in hits(found, Verdict.FAIL)
    else:
        assert [pay.amount for pay in found.grants] == [expected["amount_yuan"] * 100]


def test_a_deadline_under_the_plan_refuses_once_the_office_has_signed_one():
    found = decided(GIVEN["S14"], claim_window=12)

    assert hits(found, Verdict.FAIL) == ["deadline"]


@pytest.mark.parametrize(("given", "rule"), [("S05", "occupation_level"), ("S07", "higher_level")])
def test_what_only_the_insurance_channel_bars_needs_a_person_under_the_plan(given, rule):
    claim = GIVEN[given] | {"channel": "plan"}

    assert hits(decided(claim), Verdict.OPEN) == [rule]
    assert hits(decided(claim, sibling_rules=True), Verdict.FAIL)[0] == rule


def test_the_same_certificate_is_never_paid_twice_whoever_claims():
    earlier = {"certificate_number": "Y000042000001251000001", "claimant": "unit", "kind": "plan",
               "year": 2025, "occupation": "焊工", "level": "高级技师", "state": "submitted"}  # fmt: skip
    found = decided(GIVEN["S01"] | {"claims": [earlier]})

    assert hits(found, Verdict.FAIL) == ["certificate"]
    assert hits(decided(GIVEN["S01"] | {"claims": [earlier | {"state": "rejected"}]}), Verdict.FAIL) == []


@pytest.mark.parametrize(
    "number", ["Y000142000006261000006", "Y000142000006233000006", "Y000199000006263000006", "甲"]
)
def test_a_number_that_contradicts_level_year_or_province_does_not_agree(number):
    assert agrees(number, "senior_worker", date(2026, 4, 26)) is False


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("", "skill_upgrade"),
        ("skill-upgrade-subsidy", "skill_upgrade"),
        ("技能提升补贴", "skill_upgrade"),
        ("失业保险技能提升补贴", "ui"),
        ("unemployment_insurance", "ui"),
        ("plan", "plan"),
        ("职业培训补贴", "other"),
        ("apprenticeship", "other"),
    ],
)
def test_an_earlier_payment_is_known_by_what_it_is_called(printed, kind):
    assert prior_claim_read({"kind": printed})["kind"] == kind


def test_a_certificate_assessed_in_december_may_be_printed_in_january():
    assert agrees("Y000042000001253000001", "senior_worker", date(2026, 1, 5)) is True
    assert agrees("Y000042000001253000001", None, date(2026, 1, 5)) is None


@pytest.mark.parametrize(
    ("birth", "sex", "post", "retires"),
    [
        (date(1964, 12, 31), "male", "worker", date(2024, 12, 31)),
        (date(1965, 1, 15), "male", "worker", date(2025, 2, 15)),
        (date(1965, 5, 15), "male", "worker", date(2025, 7, 15)),
        (date(1976, 9, 1), "male", "worker", date(2039, 9, 1)),
        (date(1975, 1, 15), "female", "worker", date(2025, 2, 15)),
        (date(1984, 11, 1), "female", "worker", date(2039, 11, 1)),
        (date(1970, 1, 31), "female", "cadre", date(2025, 2, 28)),
        (date(1981, 9, 1), "female", "cadre", date(2039, 9, 1)),
    ],
)
def test_the_retirement_age_rises_month_by_month(birth, sex, post, retires):
    assert retires_on(birth, sex, post) == retires


def test_a_womans_post_decides_between_two_ages():
    born = date(1974, 6, 1)

    assert past_retirement(born, "female", date(2024, 5, 31)) is False
    assert past_retirement(born, "female", date(2026, 5, 10)) is None
    assert past_retirement(date(1960, 1, 1), "female", date(2026, 5, 10)) is True
    assert past_retirement(date(1965, 1, 15), "male", date(2025, 2, 14)) is False


def test_an_occupation_has_one_name_in_every_edition():
    assert {occupation_name(name) for name in ("维修电工", " 电 工", "电工（高压）")} == {"电工"}
    assert occupation_name("（其他）") == "(其他)"


def test_a_certificate_that_is_no_object_is_said_to_be_none():
    assert isinstance(read_facts(SCHEME, {"certificate": "Y0001"}), Problem)
    assert read_facts(SCHEME, {"certificate": {"number": "Y0001"}, "colour": "red"}).strange == ("colour",)


SPELLINGS = ["y000042000001251000001", "Y0000 4200 0001 251000001", "Y0000-420000-01251000001",
             "Ｙ０００042000001251000001", "\ufeffY000042000001251000001　"]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_number_is_the_same_however_it_is_typed(spelling):
    earlier = {"certificate_number": "Y000042000001251000001", "claimant": "unit", "kind": "plan",
               "year": 2025, "occupation": "焊工", "level": "高级技师", "state": "paid"}  # fmt: skip
    own = GIVEN["S01"]["cert"] | {"no": spelling}
    theirs = earlier | {"certificate_number": spelling}

    assert hits(decided(GIVEN["S01"] | {"cert": own, "claims": [earlier]}), Verdict.FAIL) == ["certificate"]
    assert hits(decided(GIVEN["S01"] | {"claims": [theirs]}), Verdict.FAIL) == ["certificate"]
    assert SCHEME.holds({"certificate_number": spelling}) == SCHEME.holds(
        {"certificate_number": "Y000042000001251000001"}
    )


def test_another_number_is_another_certificate_in_every_spelling():
    assert certificate_spelling("y0000 4200 0001 251000002") != "Y000042000001251000001"


def test_the_insurance_channel_ends_at_senior_worker_and_can_be_switched_off():
    technician = GIVEN["S01"] | {"channel": "ui", "ui_months": 24, "status": "enterprise_worker"}
    off = PLAN.settings({"ui_rules": signed(False, date.fromisoformat(technician["claim_date"]))})
    row = read_facts(SCHEME, facts_of(technician)).row

    assert hits(decided(technician), Verdict.FAIL) == ["channel_level"]
    assert SCHEME.assess(row, date.fromisoformat(technician["claim_date"]), off).outcome is Outcome.ELIGIBLE
    assert decided(technician | {"channel": "plan"}).outcome is Outcome.ELIGIBLE


def test_who_pays_the_insurance_channel_is_an_open_question_of_the_plan():
    claim = GIVEN["S09"]

    assert "ui_paid_elsewhere" in decided(claim).assumptions
    assert "ui_paid_elsewhere" not in decided(GIVEN["S01"]).assumptions
    assert decided(claim, ui_paid_elsewhere=True).grants == ()


@pytest.mark.parametrize(
    ("number", "issued", "expected"),
    [
        ("1817003000300001", date(2018, 5, 1), None),
        ("1842003000300001", date(2018, 5, 1), True),
        ("1817003000300001", date(2021, 5, 1), False),
        ("1817003000300001", None, None),
    ],
)
def test_an_old_number_that_names_a_trade_for_a_province_is_for_a_person(number, issued, expected):
    assert agrees(number, "senior_worker", issued) is expected


def test_earlier_claims_that_nobody_has_asked_about_are_a_question_and_none_are_none():
    told, on = facts_of(GIVEN["S01"]), date.fromisoformat(GIVEN["S01"]["claim_date"])
    unasked = {name: value for name, value in told.items() if name != "prior_claims"}

    found = [
        SCHEME.assess(read_facts(SCHEME, facts).row, on, PLAN.settings())
        for facts in (unasked, told | {"prior_claims": None}, told | {"prior_claims": []})
    ]

    outcomes = [one.outcome for one in found]
    assert outcomes == [Outcome.NEEDS_PERSON, Outcome.NEEDS_PERSON, Outcome.ELIGIBLE]
    assert "certificate" in hits(found[0], Verdict.OPEN)
    assert "未知" in next(f for f in found[0].findings if f.rule == "certificate").explain().zh


@pytest.mark.parametrize("wrong", [5, True, [], ["x"], {"a": 1}, 1.5])
@pytest.mark.parametrize("name", ["number", "level", "occupation", "obtained_by"])
def test_a_fact_of_the_wrong_kind_is_called_so_and_never_passed_over(name, wrong):
    told = facts_of(GIVEN["S01"])

    found = read_facts(SCHEME, told | {"certificate": told["certificate"] | {name: wrong}})

    assert isinstance(found, Problem) or not wrong


@pytest.mark.parametrize("listed", ["prior_claims", "certificates_held"])
@pytest.mark.parametrize("entry", [5, "x", ["x"], None])
def test_an_entry_that_is_no_object_is_called_malformed(listed, entry):
    assert isinstance(read_facts(SCHEME, facts_of(GIVEN["S01"]) | {listed: [entry]}), Problem)


def test_a_number_that_could_not_be_asked_for_is_blocked_and_not_refused():
    told = facts_of(GIVEN["S01"])
    blocked = told["certificate"] | {"number": {"unavailable": "系统维护"}}
    row = read_facts(SCHEME, told | {"certificate": blocked}).row

    assert SCHEME.assess(row, date(2026, 5, 10), PLAN.settings()).outcome is not Outcome.NOT_ELIGIBLE
