"""Objections: by real name they hold the person; one looks into it, who had no part; another decides."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.objections import close_objection, object_to, report_objection, take
from gongjiang.office.notice.models import Entry, Notice, Objection
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.objections import looked_into
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("noticed", many=4, places=2)


@pytest.fixture
def entry(walk: Walk) -> Entry:
    return Entry.objects.filter(notice__round=walk.round).order_by("place")[0]


def stands(entry: Entry) -> Entry:
    return Entry.objects.get(case=entry.case_id, superseded=False)


def state(entry: Entry) -> str:
    return stands(entry).state


def named(walk: Walk, entry: Entry, kind: str = "person") -> Objection:
    return object_to(entry, kind, "请核实一线年限。", "实名者 13000000000", walk.now)


def closed(walk: Walk, held: Objection, outcome: str, **more: str) -> Objection:
    looked_into(held, walk.who("officer2"), walk.now)
    return close_objection(held, outcome, "经查", walk.who("reviewer"), walk.now, **more)


@pytest.mark.parametrize("kind", ["person", "unit"])
def test_a_real_name_or_a_units_seal_is_accepted_and_holds_the_person(
    walk: Walk, entry: Entry, kind: str
) -> None:
    made = named(walk, entry, kind)

    assert (made.accepted, made.clue, state(entry)) == (True, False, "held")
    assert made.who == "实名者 13000000000"
    assert "实名者".encode() not in bytes(made.who_sealed)
    walk.day = entry.closes_on + timedelta(days=1)
    done = walk.step("clear", "officer", walk.cases(State.ON_NOTICE))
    assert [case.pk for case, _ in done.refused] == [entry.case_id]
    assert [said.zh for _, said in done.refused] == ["有异议尚未处理完毕"]
    assert len(done.moved) == 1


def test_an_anonymous_one_is_a_clue_and_holds_nobody(walk: Walk, entry: Entry) -> None:
    made = object_to(entry, "anonymous", "听说有问题。", "", walk.now)

    assert (made.accepted, made.clue, state(entry)) == (False, True, "listed")


def test_a_late_one_is_a_clue_and_holds_nobody(walk: Walk, entry: Entry) -> None:
    late = walk.now.at + (entry.closes_on - walk.day) + timedelta(days=1)

    made = object_to(entry, "person", "请核实。", "实名者 1300", Moment(late.date(), late))

    assert (made.accepted, made.clue, state(entry)) == (False, True, "listed")


def test_the_last_day_counts_to_its_end_in_beijing(walk: Walk, entry: Entry) -> None:
    last = walk.now.at.replace(hour=23, minute=59) + (entry.closes_on - walk.day)

    assert object_to(entry, "person", "请核实。", "实名者 1300", Moment(last.date(), last)).accepted is True


def test_ones_own_complaint_is_a_request_for_review(walk: Walk, entry: Entry) -> None:
    made = object_to(entry, "own", "请复核本人得分。", "", walk.now)

    assert (made.accepted, made.clue, state(entry)) == (False, False, "listed")


@pytest.mark.parametrize(
    ("kind", "text", "who", "said"),
    [("person", "请核实。", " ", "请填写姓名"), ("person", " ", "某人", "请写明异议内容"),
     ("person", "长" * 2001, "某人", "不超过 2000 字"), ("phone", "请核实。", "某人", "请选择异议方式")],
)  # fmt: skip
def test_what_is_no_objection_is_refused(
    walk: Walk, entry: Entry, kind: str, text: str, who: str, said: str
) -> None:
    with refused(said):
        object_to(entry, kind, text, who, walk.now)


def test_who_handled_the_case_does_not_look_into_it_nor_decide_what_they_looked_into(
    walk: Walk, entry: Entry
) -> None:
    made = named(walk, entry)
    with refused("您办理过此人的申报"):
        take(made, walk.who("officer"), walk.now)
    with refused("核查与结论须由不同人员完成"):
        close_objection(made, "rejected", "不属实", walk.who("reviewer"), walk.now)

    take(made, walk.who("officer2"), walk.now)

    handler = walk.who("officer2")
    second = walk.cast.account("officer2-again", "何经办", walk.cast.users["officer2"].person)
    both = Actor(second.pk, handler.person, walk.who("reviewer").posts)
    with refused("已有人承办"):
        take(made, walk.who("officer2"), walk.now)
    with refused("承办人尚未报告核查情况"):
        close_objection(made, "rejected", "不属实", walk.who("reviewer"), walk.now)
    with refused("仅承办人可以报告核查情况"):
        report_objection(made, "查过。", walk.who("officer"), walk.now)
    with refused("请写明核查情况"):
        report_objection(made, " ", handler, walk.now)
    report_objection(made, "查过。", handler, walk.now)
    with refused("核查情况已报告"):
        report_objection(made, "再查过。", handler, walk.now)
    for change in ({"reported_on": None}, {"report_sealed": None}):
        with pytest.raises(DatabaseError, match="a fixed fact was edited"), transaction.atomic():
            Objection.objects.filter(pk=made.pk).update(**change)
    with refused("核查与结论须由不同人员完成"):
        close_objection(made, "rejected", "不属实", both, walk.now)
    with refused("仅市局复核可以办理"):
        close_objection(made, "rejected", "不属实", handler, walk.now)


def test_an_unfounded_one_lifts_the_hold_and_is_closed_for_good(walk: Walk, entry: Entry) -> None:
    made = closed(walk, named(walk, entry), "rejected")

    assert state(entry) == "listed"
    with refused("该异议已办结"):
        close_objection(made, "removed", "再查", walk.who("reviewer"), walk.now)


def test_a_corrected_entry_is_noticed_again_for_that_person_alone(walk: Walk, entry: Entry) -> None:
    made = named(walk, entry)
    walk.later(2)

    closed(walk, made, "corrected", honours="湖北省技术能手（2024）")

    held, notice = stands(entry), Notice.objects.get(round=walk.round)
    assert (held.state, held.honours) == ("corrected", "湖北省技术能手（2024）")
    assert calendar().workdays_between(walk.day, held.closes_on) == notice.days == 5
    walk.day = notice.closes_on + timedelta(days=1)
    first = walk.step("clear", "officer", walk.cases(State.ON_NOTICE))
    walk.day = held.closes_on + timedelta(days=1)
    second = walk.step("clear", "officer", walk.cases(State.ON_NOTICE))
    assert [case.pk for case in second.moved] == [entry.case_id]
    assert (len(first.moved), [case.pk for case, _ in first.refused]) == (1, [entry.case_id])


def test_an_upheld_one_strikes_the_name_and_nobody_takes_the_place(walk: Walk, entry: Entry) -> None:
    before = len(walk.cases(State.NOT_SELECTED))

    closed(walk, named(walk, entry), "removed")

    walk.day = entry.closes_on + timedelta(days=1)
    done = walk.step("clear", "officer", walk.cases(State.ON_NOTICE))
    struck = walk.step("strike", "reviewer", walk.cases(State.ON_NOTICE), reason="异议成立。")
    assert (state(entry), [said.zh for _, said in done.refused]) == ("struck", ["异议成立，不能通过"])
    assert [case.pk for case in struck.moved] == [entry.case_id]
    assert (len(walk.cases(State.CLEARED)), len(walk.cases(State.NOT_SELECTED))) == (1, before)


def test_nobody_is_struck_without_an_upheld_objection(walk: Walk) -> None:
    done = walk.step("strike", "reviewer", walk.cases(State.ON_NOTICE), reason="另有考虑。")

    assert (done.moved, {said.zh for _, said in done.refused}) == ([], {"没有成立的异议"})


def test_a_second_open_objection_keeps_the_person_held(walk: Walk, entry: Entry) -> None:
    first, second = named(walk, entry), named(walk, entry, "unit")

    closed(walk, first, "corrected", honours="武汉市技术能手")

    assert state(entry) == "held"
    closed(walk, second, "rejected")
    assert state(entry) == "corrected"


def test_who_is_struck_stays_struck_whatever_becomes_of_another_objection(walk: Walk, entry: Entry) -> None:
    first, second, third = (named(walk, entry) for _ in range(3))
    found = []
    for made, outcome in ((first, "removed"), (second, "rejected"), (third, "corrected")):
        closed(walk, made, outcome)
        found.append(state(entry))

    assert found == ["struck"] * 3
