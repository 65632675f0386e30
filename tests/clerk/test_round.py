"""The whole round through the door, and what each act leaves behind."""

import pytest

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk.perform import perform, perform_many
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.journal.models import Head, Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.models import Payable
from gongjiang.office.notice.models import Entry, Notice
from gongjiang.office.post.models import Letter
from tests.town import Town

pytestmark = pytest.mark.both


def test_a_round_runs_from_nomination_to_certificate_and_reward(town: Town) -> None:
    walk = town.walked("rewarded", many=8, places=3)

    titled = Case.objects.filter(round=walk.round, state=State.CERTIFIED)
    assert titled.count() == 3
    assert Case.objects.filter(round=walk.round, state=State.NOT_SELECTED).count() == 5
    assert Honour.objects.count() == Certificate.objects.count() == 3
    assert set(Payable.objects.values_list("amount", "state")) == {(30_000_000, "owed")}
    assert Payable.objects.count() == 3


def test_every_event_of_the_round_has_its_leaf_and_the_record_holds(town: Town) -> None:
    walk = town.walked("conferred", many=6, places=2)

    events = Event.objects.filter(case__round=walk.round).count()
    leaves = (
        Leaf.objects.filter(kind__startswith="case.").exclude(kind__in=("case.open", "case.merge")).count()
    )
    assert leaves == events
    assert first_fault() is None
    assert Head.objects.get(pk=1).size == Leaf.objects.count()


def test_an_event_keeps_the_findings_in_both_languages(town: Town) -> None:
    walk = town.walked("screened", many=3)

    event = Event.objects.filter(case__round=walk.round, step="screen").first()
    assert event is not None
    assert {finding["verdict"] for finding in event.because} == {"pass"}
    assert all(finding["zh"] and finding["en"] and finding["clause"] for finding in event.because)


def test_who_is_not_selected_is_told_with_the_reason(town: Town) -> None:
    walk = town.walked("shortlisted", many=6, places=2)

    letters = Letter.objects.filter(case__state=State.NOT_SELECTED)
    assert letters.count() == Case.objects.filter(round=walk.round, state=State.NOT_SELECTED).count()
    assert all("未列入考察名单" in letter.body for letter in letters)
    assert set(letters.values_list("state", flat=True)) <= {"waiting"}


def test_the_notice_shows_no_identity_number_phone_or_birth_date() -> None:
    fields = {field.name for field in Entry._meta.get_fields()}

    assert fields & {"id_number", "id_sealed", "phone", "birth", "address"} == set()


def test_the_notice_is_in_stroke_order_and_runs_five_working_days(town: Town) -> None:
    walk = town.walked("noticed", many=8, places=4)

    notice = Notice.objects.get(round=walk.round)
    from gongjiang.law.strokes import stroke_key

    names = list(notice.entries.values_list("name", flat=True))
    assert names == sorted(names, key=stroke_key)
    from gongjiang.office.registry.official_calendar import calendar

    assert calendar().workdays_between(notice.opens_on, notice.closes_on) == 5


def test_clearing_before_the_notice_is_over_changes_nothing(town: Town) -> None:
    walk = town.walked("noticed")
    before = Leaf.objects.count()

    done = walk.step("clear", "officer", walk.cases(State.ON_NOTICE))

    assert done.moved == []
    assert {said.zh[:5] for _, said in done.refused} == {"公示期未满"}
    assert Leaf.objects.count() == before


def test_the_same_person_may_not_handle_and_then_approve(town: Town) -> None:
    walk = town.walked("cleared")
    officer = town.actor("officer")
    both = Actor(officer.user, officer.person, town.actor("government").posts)
    case = walk.cases(State.CLEARED)[0]

    with pytest.raises(Refused, match="不同人员"):
        perform(case, "approve", both, walk.now)


def test_nothing_is_conferred_without_the_citys_document(town: Town) -> None:
    walk = town.walked("cleared")

    done = walk.step("approve", "government", walk.cases(State.CLEARED))

    assert done.moved == []
    assert {said.zh for _, said in done.refused} == {"请先登记审定文件的文号和日期"}


def test_a_list_that_differs_from_the_noticed_one_approves_nobody(town: Town) -> None:
    from gongjiang.office.clerk.resolving import enter_resolution

    walk = town.walked("cleared", many=8, places=4)
    cases = walk.cases(State.CLEARED)
    made = enter_resolution(
        walk.round.scheme,
        walk.round,
        "示例 1 号",
        walk.day,
        "王审定",
        "",
        cases[:-1],
        walk.who("officer"),
        walk.now,
    )

    done = walk.step("approve", "government", cases)

    assert made.equal is False
    assert done.moved == []


def test_approval_sets_the_money_aside_and_stops_when_the_budget_is_used_up(town: Town) -> None:
    from gongjiang.law.money import yuan
    from gongjiang.office.ledger.budget import available
    from gongjiang.office.ledger.lines import Line

    town.walked("approved", many=8, places=3)

    assert available(Line("talent", 2026, "2.3.1")) == yuan(9_000_000) - 3 * yuan(300_000)


def test_a_withdrawn_nominee_leaves_every_list(town: Town) -> None:
    walk = town.walked("screened")
    case = walk.cases(State.SCREENED)[0]

    perform(case, "withdraw", Actor(user=None, person=case.person_id), walk.now, {"reason": "个人原因"})

    assert Case.objects.get(pk=case.pk).state == State.WITHDRAWN


def test_a_stale_page_is_told_so(town: Town) -> None:
    walk = town.nominated()
    case = walk.cases(State.NOMINATED)[0]
    perform(case, "ask_correction", town.actor("officer"), walk.now, {"items": [("letter", "缺章")]})

    with pytest.raises(Refused, match="刚刚已由他人办理"):
        perform(case, "reject", town.actor("officer2"), walk.now, {"reason": "x"}, version=case.version - 1)


def test_the_clock_stands_still_while_a_correction_is_asked(town: Town) -> None:
    walk = town.nominated()
    case = walk.cases(State.NOMINATED)[0]
    due = case.due_on
    perform_many(
        [case.pk],
        "ask_correction",
        town.actor("officer"),
        walk.now,
        {"items": [("letter", "缺章"), ("service", "不清")]},
    )
    walk.later(7)

    perform_many(
        [case.pk], "correct", town.actor(f"body-{case.body.code}"), walk.now, {"answers": ["已补", "已补"]}
    )

    case.refresh_from_db()
    from gongjiang.office.registry.official_calendar import calendar

    assert due is not None
    assert case.due_on is not None
    assert calendar().workdays_between(due, case.due_on) - 1 == 7
    assert case.state == State.NOMINATED


def test_a_second_nomination_is_merged_and_costs_no_second_place(town: Town) -> None:
    from gongjiang.office.cases.models import Nomination
    from gongjiang.office.clerk.rounds import file_case
    from gongjiang.office.registry.models import NominatingBody

    walk = town.nominated(many=2)
    case = walk.cases(State.NOMINATED)[0]
    other = NominatingBody.objects.exclude(pk=case.body_id).last()

    again = file_case(walk.round, case.person, other, {}, town.actor(f"body-{other.code}"), walk.now)

    assert again.pk == case.pk
    assert list(Nomination.objects.filter(case=case).order_by("pk").values_list("merged", flat=True)) == [
        False,
        True,
    ]
    assert Case.objects.filter(round=walk.round).count() == 2


def test_a_body_may_not_nominate_beyond_its_quota(town: Town) -> None:
    from gongjiang.office.cases.models import Quota

    walk = town.nominated(many=1)
    body = walk.cases(State.NOMINATED)[0].body
    Quota.objects.filter(round=walk.round, body=body).update(places=1)
    from gongjiang.office.clerk.rounds import file_case
    from gongjiang.web.demo.city import answers
    from gongjiang.web.demo.reviewing import papers

    second = file_case(
        walk.round,
        town.workers(1)[0],
        body,
        answers(town.dice, walk.day),
        walk.who(f"body-{body.code}"),
        walk.now,
    )
    perform(second, "consent", Actor(user=None, person=second.person_id), walk.now)
    papers(second, walk)

    with pytest.raises(Refused, match="名额已用完（1/1）"):
        perform(second, "nominate", walk.who(f"body-{body.code}"), walk.now, {"rank": 2, "opinion": "x"})


def test_a_district_officer_may_not_answer_for_another_district(town: Town) -> None:
    walk = town.nominated(many=2)
    first, second = walk.cases(State.NOMINATED)
    walk.step("ask_correction", "officer", [first], items=[("letter", "缺章")])

    with pytest.raises(Refused, match="仅推荐单位经办"):
        perform(first, "correct", walk.who(f"body-{second.body.code}"), walk.now, {"answers": ["已补"]})
