"""What the plan leaves open, and its days: rulings hold from their day on; a person decides what is open."""

from datetime import date, timedelta

import pytest

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Determination, PlanTerm, SignedRuling
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.clerk.ruling import prepare_ruling, sign
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import Proposal, SkillCertificate
from gongjiang.plans import plans
from gongjiang.web.demo.journey import approve, confer, reward
from gongjiang.web.demo.reviewing import screen
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import files, refused
from tests.town import Town

pytestmark = pytest.mark.both
PLAN = plans()[0]
PAIR = ((0, "5"), (1, "6"))


def prepared(
    walk: Walk, key: str, answer: str, since: date, who: str = "officer", signer: str = "王审定"
) -> Proposal:
    return prepare_ruling(PLAN, key, answer, since, signer, "示例会议纪要", walk.who(who), walk.now)


def signed(walk: Walk, key: str, answer: str, since: date) -> None:
    sign(prepared(walk, key, answer, since), True, walk.who("government"), walk.now)


def test_a_plan_not_issued_yet_takes_no_claim(town: Town) -> None:
    walk = town.round()
    person = town.workers(1)[0]
    PlanTerm.objects.update(issued_on=None)

    with refused("计划印发日期尚未录入"):
        file_case(walk.round, person, None, {}, walk.who("officer"), walk.now)


def test_an_expired_plan_takes_no_new_claim_but_titles_and_payments_go_on(town: Town) -> None:
    walk = town.walked("cleared", many=1, places=1)
    person = town.workers(1)[0]
    PlanTerm.objects.update(issued_on=walk.day - timedelta(days=5 * 366))

    with refused("计划已过有效期"):
        file_case(walk.round, person, None, {}, walk.who("officer"), walk.now)
    for act in (approve, confer, reward):
        act(walk)

    assert (Honour.objects.count(), Certificate.objects.count()) == (1, 1)
    assert list(Payable.objects.values_list("state", flat=True)) == ["owed"]


def test_a_ruling_holds_from_its_day_and_never_reaches_back(town: Town) -> None:
    walk = town.round()
    later = walk.day + timedelta(days=30)
    with refused("口径不能追溯"):
        prepared(walk, "long_service", "5", walk.day - timedelta(days=1))

    signed(walk, "long_service", "5", later)
    signed(walk, "long_service", "undecided", later + timedelta(days=1))

    held = settings_of(PLAN)
    days = (later - timedelta(days=1), later, later + timedelta(days=1))
    assert [held.value("long_service", day) for day in days] == [10, 5, None]


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("nothing", "5", "没有这个问题"),
        ("long_service", "五年", "请填写数字"),
        ("long_service", "-1", "请填写数字"),
        ("team_medals", "perhaps", "请选择是或否"),
        ("about_twenty", "25,18", "下限，上限"),
        ("about_twenty", "18", "下限，上限"),
    ],
)
def test_what_is_no_answer_is_refused(town: Town, key: str, answer: str, said: str) -> None:
    walk = town.round()

    with refused(said):
        prepared(walk, key, answer, walk.day)


def test_a_ruling_has_a_signer_and_one_a_day_and_comes_from_the_government(town: Town) -> None:
    walk = town.round()
    with refused("请填写签发人和依据"):
        prepared(walk, "long_service", "5", walk.day, signer=" ")
    with refused("仅市局经办可以办理"):
        prepared(walk, "long_service", "5", walk.day, who="government")

    signed(walk, "long_service", "5", walk.day)

    with refused("该日已有口径"):
        prepared(walk, "long_service", "6", walk.day)
    assert SignedRuling.objects.get().value == 5


def test_what_is_prepared_holds_once_another_person_signed_and_not_past_its_day(town: Town) -> None:
    walk = town.round()
    held, late = (prepared(walk, "long_service", years, walk.day + timedelta(days=n)) for n, years in PAIR)
    with refused("仅审定人可以办理"):
        sign(held, True, walk.who("officer2"), walk.now)
    before = settings_of(PLAN).value("long_service", walk.day)

    sign(held, True, walk.who("government"), walk.now)
    walk.later(5)

    assert (before, settings_of(PLAN).value("long_service", walk.day)) == (10, 5)
    with refused("口径不能追溯"):
        sign(late, True, walk.who("government"), walk.now)
    assert sign(late, False, walk.who("government"), walk.now) is None
    assert SignedRuling.objects.count() == 1


@pytest.fixture
def undecided(town: Town) -> Walk:
    """One nominee whom the rule of long service leaves to a person; the departments have answered."""
    walk = town.nominated(many=1)
    signed(walk, "long_service", "undecided", walk.day)
    screen_by_the_departments(walk)
    return walk


def screen_by_the_departments(walk: Walk) -> None:
    from gongjiang.office.cases.models import Veto
    from gongjiang.office.clerk.vetoes import answer_vetoes, ask_vetoes

    ask_vetoes(files(walk), walk.who("officer"), walk.now)
    rows = list(Veto.objects.select_related("case__round"))
    answer_vetoes(rows, "clear", "", walk.who("officer"), walk.now)


def determine(
    walk: Walk, rule: str = "front_line_years", verdict: str = "pass", who: str = "officer"
) -> Case:
    sent = {"rule": rule, "verdict": verdict, "reason": "查社保记录，已满十二年。"}
    return perform(files(walk)[0], "determine", walk.who(who), walk.now, sent)


def screened(walk: Walk) -> str:
    done = walk.step("screen", "officer", files(walk))
    return done.refused[0][1].zh if done.refused else ""


def test_an_undecided_question_makes_a_case_need_a_person(undecided: Walk) -> None:
    assert screened(undecided) == "待认定：长期在技能操作一线（2.2.3）"


def test_one_determines_another_confirms_and_then_it_passes(undecided: Walk) -> None:
    determine(undecided)
    unconfirmed = screened(undecided)
    perform(files(undecided)[0], "confirm", undecided.who("reviewer"), undecided.now)

    assert unconfirmed == "待认定：长期在技能操作一线（2.2.3）"
    assert screened(undecided) == ""


def test_the_same_person_may_not_confirm_even_by_a_second_account(undecided: Walk) -> None:
    determine(undecided)
    officer = undecided.cast.users["officer"]
    again = undecided.cast.account("officer-again", "张经办", officer.person)
    both = Actor(again.pk, officer.person_id, undecided.who("reviewer").posts)

    with refused("认定与复核须由不同人员完成"):
        perform(files(undecided)[0], "confirm", both, undecided.now)


def test_a_determination_against_the_person_is_a_refusal(undecided: Walk) -> None:
    determine(undecided, verdict="fail")
    perform(files(undecided)[0], "confirm", undecided.who("reviewer"), undecided.now)

    assert screened(undecided) == "不符合：长期在技能操作一线（2.2.3）"


def test_what_a_rule_has_answered_is_not_open_to_anybody(undecided: Walk) -> None:
    with refused("该项不是待认定事项"):
        determine(undecided, rule="honour")
    with refused("没有待复核的认定"):
        perform(files(undecided)[0], "confirm", undecided.who("reviewer"), undecided.now)


def test_a_determination_never_overturns_a_rule_that_fails(undecided: Walk) -> None:
    walk, case = undecided, files(undecided)[0]
    SkillCertificate.objects.filter(person=case.person).update(state="revoked")
    Determination.objects.create(
        case=case, rule="level", verdict="pass", reason="示例", by=walk.cast.users["officer"], on=walk.day,
        confirmed_by=walk.cast.users["reviewer"],
    )  # fmt: skip

    assert screened(walk) == "不符合：具有高级技师以上等级（2.2.3）"
    assert files(walk)[0].state == State.NOMINATED


def test_a_ruling_of_tomorrow_does_not_change_what_was_decided_today(town: Town) -> None:
    walk = town.nominated(many=1)
    signed(walk, "long_service", "undecided", walk.day + timedelta(days=60))

    screen(walk)

    event = files(walk)[0].events.get(step="screen")
    assert {found["verdict"] for found in event.because} == {"pass"}
    assert files(walk)[0].state == State.SCREENED
