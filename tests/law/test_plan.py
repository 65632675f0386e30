"""A plan: what follows from what, and what it starts with."""

from datetime import date

import pytest

from gongjiang.law.clause import Validity, clauses_of
from gongjiang.law.effect import Confer, Pay
from gongjiang.law.money import yuan
from gongjiang.law.terms import Fund
from gongjiang.plans import NoSuchScheme, plan_of, plans, scheme
from gongjiang.plans.folder import text_of
from tests.law.people import signed

DAY = date(2024, 6, 3)
EVERY_PLAN = pytest.mark.parametrize("plan", [pytest.param(plan, id=plan.slug) for plan in plans()])


def test_a_scheme_is_found_by_its_slug_and_so_is_its_plan():
    for plan in plans():
        assert [scheme(one.slug) for one in plan.schemes] == list(plan.schemes)
        assert {plan_of(one.slug) for one in plan.schemes} == {plan}


def test_a_scheme_that_nobody_installed_is_an_error():
    with pytest.raises(NoSuchScheme, match="unheard-of"):
        scheme("unheard-of")


@EVERY_PLAN
def test_clauses_and_settings_have_names_of_their_own(plan):
    assert len(plan.by_clause) == len(plan.clauses)
    assert len(plan.known) == len(plan.parameters)


@EVERY_PLAN
def test_every_setting_cites_a_clause_and_is_said_in_both_languages(plan):
    assert {held.clause for held in plan.parameters} - set(plan.by_clause) == set()
    assert [held.key for held in plan.parameters if not (held.said.zh and held.said.en)] == []
    assert [held.key for held in plan.assumptions if not (held.question.zh and held.question.en)] == []


@EVERY_PLAN
def test_every_clause_has_a_department_that_leads(plan):
    assert [clause.id for clause in plan.clauses if clause.lead is None] == []


@EVERY_PLAN
def test_every_name_in_a_register_means_one_thing(plan):
    for register in (plan.registers.bodies, plan.registers.honours):
        names = [name for entry in register for name in {entry.said.zh, *entry.aliases}]
        assert sorted(names) == sorted(set(names))


def test_a_title_opens_the_case_of_its_reward_and_says_what_it_will_bring():
    plan = plan_of("craftsman-reward")
    title = scheme("craftsman-reward").opens_on
    grants = (Confer(title, "2.2.3"),)

    assert plan.following(grants) == (scheme("craftsman-reward"),)
    assert plan.consequences(grants, plan.settings(), DAY) == (
        ("craftsman-reward", Pay(yuan(300_000), Fund.TALENT, "2.3.1")),
    )


def test_a_sum_follows_the_ruling_of_the_day():
    plan = plan_of("craftsman-reward")
    held = plan.settings({"reward_sum": signed(yuan(1), DAY)})
    grants = (Confer(scheme("craftsman-reward").opens_on, "2.2.3"),)

    assert [pay.amount for _, pay in plan.consequences(grants, held, DAY)] == [yuan(1)]
    assert [pay.amount for _, pay in plan.consequences(grants, held, date(2024, 6, 2))] == [yuan(300_000)]


@pytest.mark.parametrize(
    ("today", "in_force"),
    [
        (date(2020, 2, 28), False),
        (date(2020, 2, 29), True),
        (date(2025, 2, 27), True),
        (date(2025, 2, 28), False),
    ],
)
def test_a_plan_issued_on_a_leap_day_ends_in_february(today, in_force):
    assert Validity(5, "1").in_force(date(2020, 2, 29), today) is in_force


def test_a_text_is_cut_into_its_clauses():
    text = "序\n一、总则\n说明\n二、措施\n(一)培养\n1.建基地\n续\n2．发补贴\n（二）评价\n3、评选"

    assert clauses_of(text) == {
        "": "序",
        "1": "一、总则说明",
        "2": "二、措施",
        "2.1": "(一)培养",
        "2.1.1": "1.建基地续",
        "2.1.2": "2．发补贴",
        "2.2": "（二）评价",
        "2.2.3": "3、评选",
    }


def test_a_text_that_does_not_lie_beside_a_scheme_is_empty():
    assert text_of(scheme("craftsman-reward"), "unheard-of.md") == ""
