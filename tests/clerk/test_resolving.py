"""The city's decision: its list is the noticed one minus those struck, and it is entered once."""

from datetime import timedelta

import pytest

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.carrying.notices import list_hash
from gongjiang.office.clerk.objections import close_objection, object_to
from gongjiang.office.clerk.resolving import enter_resolution, standing_on_notice
from gongjiang.office.honours.models import Resolution
from gongjiang.office.notice.models import Entry
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.objections import looked_into
from tests.town import Town

pytestmark = pytest.mark.both


def entered(walk: Walk, cases: list[Case], document: str = "示例 1 号", **more: object) -> Resolution:
    told = {"on": walk.day, "signer": "王审定", "meeting": "", **more}
    return enter_resolution(
        walk.round.scheme, walk.round, document, cases=cases, actor=walk.who("officer"), now=walk.now, **told
    )


def test_the_list_equals_the_noticed_one_minus_those_struck(town: Town) -> None:
    walk = town.walked("noticed", many=4, places=3)
    entry = Entry.objects.filter(notice__round=walk.round)[0]
    made = object_to(entry, "person", "请核实。", "实名者 1300", walk.now)
    looked_into(made, walk.who("officer2"), walk.now)
    close_objection(made, "removed", "属实", walk.who("reviewer"), walk.now)
    walk.step("strike", "reviewer", [entry.case], reason="异议成立。")
    walk.day = entry.closes_on + timedelta(days=1)
    walk.step("clear", "officer", walk.cases(State.ON_NOTICE))
    rest = walk.cases(State.CLEARED)

    resolution = entered(walk, rest)

    assert {case.pk for case in rest} == {
        case.pk for case in standing_on_notice(walk.round.scheme, walk.round)
    }
    assert (resolution.equal, len(rest)) == (True, 2)
    assert resolution.list_sha256 == list_hash(case.person.ref for case in rest)
    assert len(walk.step("approve", "government", rest).moved) == 2


def test_one_too_many_is_as_unequal_as_one_too_few(town: Town) -> None:
    walk = town.walked("cleared", many=4, places=2)
    other = walk.cases(State.NOT_SELECTED)[0]

    resolution = entered(walk, [*walk.cases(State.CLEARED), other])

    done = walk.step("approve", "government", walk.cases(State.CLEARED))
    assert (resolution.equal, done.moved) == (False, [])
    assert {said.zh for _, said in done.refused} == {"审定名单与公示名单（除取消者外）不一致"}


def test_what_is_no_decision_is_refused(town: Town) -> None:
    walk = town.walked("cleared", many=2, places=1)
    cases = walk.cases(State.CLEARED)
    with refused("不能晚于今天"):
        entered(walk, cases, on=walk.day + timedelta(days=1))
    with refused("请填写文号和签发人"):
        entered(walk, cases, document=" ")
    with refused("请填写文号和签发人"):
        entered(walk, cases, signer="")
    with refused("审定名单为空"):
        entered(walk, [])

    entered(walk, cases)

    with refused("文号 示例 1 号 已登记"):
        entered(walk, cases, document=" 示例 1 号 ")


def test_who_is_not_on_the_list_is_not_approved(town: Town) -> None:
    walk = town.walked("cleared", many=4, places=2)
    first, second = walk.cases(State.CLEARED)
    entered(walk, [first])

    done = walk.step("approve", "government", [second])

    assert [said.zh for _, said in done.refused] == ["审定名单中没有此人"]
