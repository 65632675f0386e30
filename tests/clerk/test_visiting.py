"""Inspection: two from elsewhere, item by item, signed by both, doubts cleared by another hand."""

import json

import pytest

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Nomination
from gongjiang.office.clerk import visiting
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import NominatingBody, Posting
from gongjiang.office.review.models import Concern, Inspector, Visit
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
CONFIRMED = dict.fromkeys(visiting.CHECKS, "confirmed")


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("shortlisted", many=1, places=1)


@pytest.fixture
def case(walk: Walk) -> Case:
    return walk.cases(State.INSPECTION)[0]


def team(walk: Walk, *names: str) -> list:
    return [walk.cast.users[name] for name in names or ("inspector1", "inspector2")]


def plan(walk: Walk, case: Case, *names: str) -> Visit:
    return visiting.plan_visit(case, walk.day, "一号车间", team(walk, *names), walk.who("officer"), walk.now)


def report(walk: Walk, visit: Visit, who: str = "inspector1", **told: object) -> Visit:
    given = {"checks": CONFIRMED, "notes": {}, "mark": "88", "concerns": [], "conclusion": "pass", **told}
    return visiting.report_visit(visit, **given, actor=walk.who(who), now=walk.now)


def test_one_inspector_is_not_a_team(walk: Walk, case: Case) -> None:
    with refused("两人以上"):
        plan(walk, case, "inspector1")


def test_a_visit_is_planned_once_and_by_the_office(walk: Walk, case: Case) -> None:
    plan(walk, case)

    with refused("已安排考察"):
        plan(walk, case, "inspector3", "inspector4")
    with refused("仅市局经办"):
        visiting.plan_visit(case, walk.day, "车间", team(walk), walk.who("reviewer"), walk.now)


def test_an_inspector_from_any_body_that_nominated_the_person_stands_aside(walk: Walk, case: Case) -> None:
    other = NominatingBody.objects.exclude(pk=case.body_id)[0]
    officer = walk.cast.users["officer"]
    Nomination.objects.create(case=case, body=other, rank=1, merged=True, by=officer, on=walk.day)
    Posting.objects.create(user=team(walk)[0], role="nominator", body=other, since=walk.day)

    with refused("来自推荐单位，应回避"):
        plan(walk, case)


def test_an_inspector_of_the_nominees_own_unit_stands_aside(walk: Walk, case: Case) -> None:
    person = team(walk)[0].person
    person.employer = case.employer
    person.save()

    with refused("与被推荐人同单位，应回避"):
        plan(walk, case)


def test_every_item_is_confirmed_or_denied(walk: Walk, case: Case) -> None:
    visit = plan(walk, case)

    with refused("尚有 1 项未核查"):
        report(walk, visit, checks={**CONFIRMED, "unit": ""})
    with refused("请选择考察结论"):
        report(walk, visit, conclusion="maybe")
    with refused("不是分数"):
        report(walk, visit, mark="")


def test_who_was_not_there_neither_reports_nor_signs(walk: Walk, case: Case) -> None:
    visit = plan(walk, case)

    with refused("不是该次考察的考察人员"):
        report(walk, visit, who="inspector3")
    with refused("不是该次考察的考察人员"):
        visiting.sign_visit(visit, walk.who("officer"), walk.now)


def test_a_visit_stands_when_two_have_signed_the_same_report(walk: Walk, case: Case) -> None:
    visit = plan(walk, case)
    with refused("尚未填写"):
        visiting.sign_visit(visit, walk.who("inspector1"), walk.now)
    report(walk, visit)
    visiting.sign_visit(visit, walk.who("inspector1"), walk.now)
    assert walk.step("inspect", "officer", [case]).refused[0][1].zh == "须有两名以上考察人员签字"

    report(walk, visit, who="inspector2", mark="80")

    assert Inspector.objects.filter(signed_at__isnull=False).count() == 0
    for who in ("inspector1", "inspector2"):
        visiting.sign_visit(visit, walk.who(who), walk.now)
    with refused("已有两人签字，不能再改"):
        report(walk, visit)
    assert walk.step("inspect", "officer", [case]).moved == [case]


def test_a_denied_fact_is_a_concern_that_another_hand_clears(walk: Walk, case: Case) -> None:
    visit = plan(walk, case)
    report(walk, visit, checks={**CONFIRMED, "post": "denied"}, notes={"post": "已任车间主任"},
           concerns=["带徒协议缺一份", " "], conclusion="concerns")  # fmt: skip
    for who in ("inspector1", "inspector2"):
        visiting.sign_visit(visit, walk.who(who), walk.now)

    concerns = list(Concern.objects.order_by("pk"))
    body = json.loads(Leaf.objects.filter(kind="visit.report").latest("seq").body)
    assert [(c.text, c.contradicts) for c in concerns] == [("带徒协议缺一份", False), ("已任车间主任", True)]
    assert body["concerns"] == ["带徒协议缺一份", "已任车间主任"]
    assert walk.step("inspect", "officer", [case]).refused[0][1].zh == "考察发现 2 项未销号"

    again = walk.cast.account("inspector1-again", "许考察", team(walk)[0].person)
    second = Actor(again.pk, again.person_id, walk.who("reviewer").posts)
    with refused("考察人员不能自行销号"):
        visiting.clear_concern(concerns[0], "已补", second, walk.now)
    with refused("请写明处理情况"):
        visiting.clear_concern(concerns[0], "", walk.who("reviewer"), walk.now)
    for concern in concerns:
        visiting.clear_concern(concern, "经核实无碍", walk.who("reviewer"), walk.now)
    assert walk.step("inspect", "officer", [case]).moved == [case]


def test_a_failed_inspection_goes_no_further(walk: Walk, case: Case) -> None:
    visit = plan(walk, case)
    report(walk, visit, conclusion="fail")
    for who in ("inspector1", "inspector2"):
        visiting.sign_visit(visit, walk.who(who), walk.now)

    done = walk.step("inspect", "officer", [case])

    assert [said.zh for _, said in done.refused] == ["考察结论为不通过"]
    assert walk.step("end", "reviewer", [case], reason="考察不通过。").moved == [case]
