"""A result annulled by two hands: what it fed waits, priority falls away, titles are listed."""

import pytest

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk import annulling
from gongjiang.office.clerk.feeding import open_direct, titles_in_doubt
from gongjiang.office.clerk.listing import priorities
from gongjiang.office.clerk.perform import considered, options, perform
from gongjiang.office.clerk.tracing_cases import strayed_events, strayed_states
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Result
from gongjiang.office.registry.standing_results import published
from gongjiang.plans import plans
from gongjiang.web.demo import contests as made_up
from tests.clerk.contest_ground import Ground
from tests.clerk.standing import refused
from tests.clerk.test_direct import opened, titled, verified, winner
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
SCHEME = next(s for p in plans() for s in p.schemes if s.procedure.name == "designation")
DOCUMENT = "示例竞撤〔2026〕1号"


def ruled(ground: Ground, result: Result, kind: str = "annul", granted: bool = True) -> Result:
    ruling = annulling.prepare(result, kind, "违纪", DOCUMENT, *ground.who("officer"))
    annulling.decide(ruling, granted, *ground.who("reviewer"))
    result.refresh_from_db()
    return result


def case_of(ground: Ground, result: Result) -> Case:
    row = published().get(entry__result=result)
    return open_direct(row, SCHEME, *ground.who("officer"))


@pytest.fixture
def ground(town: Town) -> Ground:
    opened(town)
    return Ground(town)


def test_one_click_opens_the_direct_case_and_a_second_finds_it(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")

    case, again = case_of(ground, result), case_of(ground, result)

    assert (case.person, case.scheme, case.state) == (ground.person(1), SCHEME.slug, State.DRAFT)
    assert again.pk == case.pk
    assert [f.verdict.value for f in considered(case, ground.day).findings if f.rule == "contest"] != ["fail"]


def test_what_opens_nothing_opens_no_case(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="excellence")

    with refused("该成绩不符合直接评定条件"):
        case_of(ground, result)


def test_without_a_round_the_officer_is_told_to_open_one(town: Town) -> None:
    ground = Ground(town)
    result = ground.published(ground.entered(1), medal="gold")

    with refused("请先开设"):
        case_of(ground, result)


def test_an_annulled_result_holds_the_open_case_until_it_is_reinstated(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    case = case_of(ground, result)
    nominee = Actor(user=None, person=case.person_id)

    ruled(ground, result)

    with refused(f"所依据的竞赛成绩已于 {TODAY} 取消（{DOCUMENT}），本件暂停办理"):
        perform(case, "consent", nominee, ground.now)
    offers = options(case, considered(case, ground.day), nominee)
    told = {offer.step.name: offer.refusal.zh[:9] if offer.refusal else "" for offer in offers}
    assert (told["consent"], told["withdraw"]) == ("所依据的竞赛成绩已", "")
    ruled(ground, result, "reinstate")
    assert perform(case, "consent", nominee, ground.now).state == State.CONSENTED
    assert list(Event.objects.filter(case=case).order_by("pk").values_list("step", flat=True)) == [
        "suspend", "resume", "consent",
    ]  # fmt: skip
    assert Leaf.objects.filter(kind__in=("case.suspend", "case.resume", "result.decide")).count() == 4
    assert [*strayed_events(), *strayed_states()] == []


def test_a_held_case_may_still_end(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    case = case_of(ground, result)
    ruled(ground, result)

    ended = perform(case, "end", ground.town.actor("reviewer"), ground.now, {"reason": "成绩取消"})

    assert ended.state == State.ENDED


def test_a_case_that_another_result_carries_goes_on(ground: Ground) -> None:
    first = ground.published(ground.entered(1), medal="gold")
    other = Ground(ground.town, "national_1")
    other.published(other.entered(1), rank=1)
    case = case_of(ground, first)

    ruled(ground, first)

    assert case.suspensions.count() == 0


def test_a_ruling_takes_two_hands_and_one_that_is_declined_changes_nothing(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal="gold")
    with refused("成绩已是该状态"):
        annulling.prepare(result, "reinstate", "误", DOCUMENT, *ground.who("officer"))
    with refused("请填写理由和文号"):
        annulling.prepare(result, "annul", "违纪", " ", *ground.who("officer"))
    ruling = annulling.prepare(result, "annul", "违纪", DOCUMENT, *ground.who("officer"))
    with refused("已有待审定的申请"):
        annulling.prepare(result, "annul", "违纪", DOCUMENT, *ground.who("officer2"))
    with refused("仅市局复核、审定人可以办理"):
        annulling.decide(ruling, True, *ground.who("officer2"))

    annulling.decide(ruling, False, *ground.who("government"))

    result.refresh_from_db()
    assert (result.stage, result.rulings.get().granted) == ("published", False)
    with refused("该申请已审定"):
        annulling.decide(ruling, True, *ground.who("reviewer"))


def test_priority_is_dropped_in_a_round_that_is_not_fixed_and_comes_back(town: Town) -> None:
    walk, ground = town.nominated(2), Ground(town, "province_1")
    first, other = walk.cases(State.NOMINATED)
    held = made_up.edition("示例省赛", "province_1", "第一届", "示例〔2026〕2号", TODAY)
    result = made_up.published(held, "焊接", first.person, rank=1)
    before = priorities([first, other], ground.now)

    ruled(ground, result)
    during = priorities([first, other], ground.now)
    ruled(ground, result, "reinstate")

    assert before == {first.pk: True, other.pk: False}
    assert during == {first.pk: False, other.pk: False}
    assert priorities([first, other], ground.now) == before


def test_a_title_given_on_it_is_listed_for_review_and_not_withdrawn(town: Town) -> None:
    walk = opened(town)
    person = winner(town, "worldskills", medal="gold")
    verified(walk, person)
    titled(walk)
    ground = Ground(town, "city_2", walk.day)
    result = Result.objects.get(entry__competitors__person=person)
    assert titles_in_doubt(walk.day) == []

    ruled(ground, result)

    honour = Honour.objects.get(person=person)
    assert (titles_in_doubt(walk.day), honour.revoked_on) == ([honour], None)
    ruled(ground, result, "reinstate")
    assert titles_in_doubt(walk.day) == []
