"""A case's page holds what was told with its steps, how it ended, what is owed under it, and its voucher."""

import pytest
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, IssuedLetter
from gongjiang.office.post.models import Letter
from gongjiang.plans import plans
from gongjiang.web.told_with import SHOWN, history, outcome, told_with
from tests.town import Town

pytestmark = pytest.mark.usefixtures("demo_clock")
STEPS = [step for plan in plans() for one in plan.schemes for step in one.procedure.steps]
ELSEWHERE = {"reason", "rank", "opinion", "items", "answers", "rule", "verdict", "score", "sum", "department"}


class Told:
    def __init__(self, step: str, **sent: str) -> None:
        self.step, self.sent = step, sent


def test_whatever_a_step_asks_is_shown_here_or_has_a_place_of_its_own() -> None:
    assert {ask.name for step in STEPS for ask in step.asks} == ELSEWHERE | set(SHOWN)


def test_an_answer_is_told_in_words_with_its_remarks() -> None:
    step = next(step for step in STEPS if {"how", "remark"} <= {ask.name for ask in step.asks})

    told = list(told_with(step, {"how": "done", "remark": "已列入轮候"}))

    assert told == [("办理结果", "已办理"), ("说明", "已列入轮候")]


def test_the_newest_outcome_stands_at_the_head() -> None:
    table = next(one.procedure for plan in plans() for one in plan.schemes if "conclude" in one.procedure)
    events = history([Told("conclude", outcome="lost", remark="名额已满"), Told("reject", reason="x")], table)

    assert outcome(events, table)[0] == ("评选结果", "未入选")
    assert outcome(events[1:], table) == []


def test_what_is_owed_and_its_account_are_for_the_person_and_the_office(town: Town) -> None:
    walk = town.walked("rewarded", many=2, places=1)
    case = Case.objects.filter(cause__round=walk.round, state=State.OWED)[0]
    address, sum_told = reverse("desk:case", args=(case.ref,)), "¥300,000.00"

    for client in (town.nominee(case), town.client("officer")):
        page = client.get(address).content.decode()
        assert sum_told in page
        assert f"**** {case.payables.get().account.tail}" in page


def test_a_voucher_is_checked_by_its_code_and_not_by_its_number(town: Town) -> None:
    case = town.nominated(1).cases(State.NOMINATED)[0]
    held = IssuedLetter.objects.create(case=case, number="ZS20260001", issued_on=case.opened_on)
    stranger = Client(headers={"accept-language": "zh-hans"})

    by_code = stranger.get(reverse("portal:verified", args=(held.code,))).content.decode()
    by_number = stranger.get(reverse("portal:verify"), {"number": held.number}).content.decode()

    assert ("有效" in by_code, case.person.name in by_code) == (True, True)
    assert ("查无此证" in by_number, case.person.name in by_number) == (True, False)


def test_no_letter_goes_that_nobody_chose(town: Town) -> None:
    town.walked("rewarded", many=2, places=1)
    client, page = town.client("officer"), reverse("desk:letters")
    waiting = Letter.objects.filter(state=Letter.State.WAITING)
    told = client.get(page).content.decode()

    assert waiting.count() > 1
    assert "checked" not in told
    answer = client.post(page, {"act": "send", "letter": [one.ref for one in waiting]}, follow=True)
    assert "已处理" in answer.content.decode()
    assert not waiting.all().exists()
