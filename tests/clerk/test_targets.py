"""Yearly targets: set, reported, reviewed, scored, disputed, final; by other hands each time."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.duty import Figure, TargetAct, completion, parted, total
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department
from gongjiang.office.clerk.indicators import ALL
from gongjiang.office.clerk.target_acts import take
from gongjiang.office.clerk.target_years import finish_year
from gongjiang.office.clerk.targets import Owner, Wanted, read_figure, reweigh, scope_of, set_target, split
from gongjiang.office.duty.models import Target, TargetEntry, YearScore
from gongjiang.office.journal.models import Leaf
from tests.clerk.duty_ground import HOUSING, PLAN, SELECTION, Duties, moment
from tests.clerk.standing import refused
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
OVER = date(2026, 12, 31)


@pytest.fixture
def duties(town: Town) -> Duties:
    return Duties(town)


def finish(duties: Duties, owner: Owner | None = None, who: str = "government") -> YearScore:
    return finish_year(PLAN, owner or duties.owner, TODAY.year, duties.who(who), moment(OVER))


def test_a_year_is_walked_from_setting_to_its_final_score(duties: Duties) -> None:
    duties.scored(60, 90)
    duties.scored(40, 80, wording="宣讲场次", planned=8)

    held = finish(duties)

    assert held.total == 60 * 90 + 40 * 80
    assert [(row["indicator"], row["number"], row["score"]) for row in held.snapshot] == [
        ("opened", 0, 90), ("宣讲场次", 7, 80),
    ]  # fmt: skip
    assert set(Target.objects.values_list("state", flat=True)) == {"final"}
    assert held.sha256 in Leaf.objects.get(kind="target.year").body


def test_a_figure_is_read_from_the_bodys_own_cases_and_opens_to_them(town: Town) -> None:
    walk = town.nominated(many=6)
    duties = Duties(town)
    target = duties.set(owner=Owner(body=walk.cases("nominated")[0].body))

    figure = read_figure(target)

    behind = ALL[0].behind(scope_of(target))
    assert figure == Figure(behind.count())
    assert {case.body_id for case in behind} == {target.body_id}
    assert 0 < behind.count() < 6


def test_every_indicator_answers_on_an_empty_house_and_no_rate_is_divided_by_nothing(duties: Duties) -> None:
    scope = scope_of(duties.set())

    found = {one.key: one.count(scope) for one in ALL}

    assert {key for key, figure in found.items() if figure.of == 0} == {"matched", "answered"}
    assert [found[key].value for key in ("matched", "answered")] == [None, None]
    assert completion(90, found["matched"]) is None
    assert [one.behind(scope).count() for one in ALL] == [0] * len(ALL)


def test_a_titled_person_counts_for_the_year_of_the_title(town: Town) -> None:
    walk = town.walked("conferred", many=6)
    duties = Duties(town)
    owned = Owner(department=Department.HRSS)

    target = duties.set(indicator="titled", owner=owned)

    assert read_figure(target) == Figure(len(walk.cases("certified")))


def test_a_year_is_final_when_its_days_are_over(duties: Duties) -> None:
    duties.scored()

    with refused("目标期至 2026-12-31 届满"):
        finish_year(PLAN, duties.owner, TODAY.year, duties.who("government"), moment(date(2026, 12, 30)))


def test_the_weights_of_a_year_must_come_to_a_hundred(duties: Duties) -> None:
    target = duties.set(weight=60)
    duties.scored(30)

    with refused("权重合计为 90，应为 100"):
        finish(duties)
    reweigh(target, 70, duties.who("officer"), moment())
    with refused("条款 2.2.3 的目标已下达，尚不能定稿"):
        finish(duties)


def test_an_open_dispute_keeps_the_year_open_and_its_answer_scores_anew(duties: Duties) -> None:
    target = duties.scored(score=50)
    duties.act(target, "dispute", duties.clerk, text="漏计两件")
    with refused("的目标申诉中，尚不能定稿"):
        finish(duties)

    duties.act(target, "answer", "reviewer", 75, "核对属实")

    held = finish(duties)
    assert held.total == 7500
    with refused("目标不在“已评分”状态"):
        duties.act(target, "dispute", duties.clerk)


def test_whoever_reported_neither_reviews_nor_scores_nor_makes_final(duties: Duties) -> None:
    target, reporter = duties.set(), duties.town.cast.users[duties.clerk]
    duties.act(target, "report", duties.clerk)

    def again(role: str) -> Actor:
        """The same person, by another account with another post."""
        return Actor(duties.who(role).user, reporter.person_id, duties.who(role).posts)

    with refused("须由不同人员办理"):
        take(target, TargetAct.REVIEW, "据实", None, again("officer2"), moment())
    duties.act(target, "review", "officer2")
    with refused("须由不同人员办理"):
        take(target, TargetAct.SCORE, "据实", 90, again("reviewer"), moment())
    duties.act(target, "score", "reviewer", 90)
    with refused("定稿与自评、复核、评分须由不同人员办理"):
        finish_year(PLAN, duties.owner, TODAY.year, again("government"), moment(OVER))


def test_a_body_reports_on_its_own_target_alone_and_in_order(duties: Duties) -> None:
    target = duties.set()

    with refused("只能办理本单位的目标"):
        duties.act(target, "report", f"body-{duties.bodies[1].code}")
    with refused("只能办理本单位的目标"):
        duties.act(target, "report", "dep-housing")
    with refused("目标不在“已自评”状态"):
        duties.act(target, "review", "officer")
    with refused("请填写说明"):
        duties.act(target, "report", duties.clerk, text=" ")
    with refused("仅市局经办可以办理"):
        duties.act(target, "review", "reviewer")
    with refused("没有这个环节"):
        duties.act(target, "finish", "government")


def test_what_is_filed_needs_its_number_and_a_score_is_at_most_a_hundred(duties: Duties) -> None:
    target = duties.set(wording="宣讲场次")
    with refused("请填写完成数"):
        duties.act(target, "report", duties.clerk)
    duties.act(target, "report", duties.clerk, 3)
    duties.act(target, "return", "officer", text="佐证不足")
    duties.act(target, "report", duties.clerk, 4)
    duties.act(target, "review", "officer")

    with refused("得分应在 0 到 100 之间"):
        duties.act(target, "score", "reviewer", 101)

    assert list(TargetEntry.objects.filter(act="review").values_list("number", flat=True)) == [4]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("9.9", "auto", "opened", "", 5, 10), "没有这个条款"),
        (Wanted(SELECTION, "auto", "nothing", "", 5, 10), "请选择系统指标"),
        (Wanted(SELECTION, "filed", "", " ", 5, 10), "请选择系统指标"),
        (Wanted(SELECTION, "filed", "opened", "宣讲", 5, 10), "请选择系统指标"),
        (Wanted(SELECTION, "auto", "opened", "", 0, 10), "目标值应大于零"),
        (Wanted(SELECTION, "auto", "opened", "", 5, 0), "权重应在 1 到 100 之间"),
        (Wanted(SELECTION, "auto", "opened", "", 5, 101), "权重应在 1 到 100 之间"),
    ],
)
def test_a_target_that_asks_nothing_clear_is_refused(duties: Duties, wanted: Wanted, said: str) -> None:
    with refused(said):
        set_target(PLAN, duties.owner, TODAY.year, wanted, duties.who("officer"), moment())


def test_a_target_has_one_owner_whom_the_clause_names_and_a_year_that_is_not_over(duties: Duties) -> None:
    wanted, officer = Wanted(SELECTION, "auto", "opened", "", 5, 10), duties.who("officer")

    with refused("请选择一个责任单位"):
        set_target(PLAN, Owner(), TODAY.year, wanted, officer, moment())
    with refused("该部门不是本条款的责任单位"):
        set_target(PLAN, Owner(department="housing"), TODAY.year, wanted, officer, moment())
    with refused("只能下达本年度或下年度目标"):
        set_target(PLAN, duties.owner, TODAY.year - 1, wanted, officer, moment())
    with refused("仅市局经办可以办理"):
        set_target(PLAN, duties.owner, TODAY.year, wanted, duties.who("leader"), moment())
    assert duties.set(owner=Owner(department="housing"), clause=HOUSING).owner == "department:housing"


def test_a_body_merged_within_the_year_hands_over_from_a_day(duties: Duties) -> None:
    target, heir = duties.set(planned=365), Owner(body=duties.bodies[1])

    rest = split(target, date(2026, 6, 30), heir, "示例合并文号", duties.who("officer"), moment())

    target.refresh_from_db()
    assert (target.planned, target.closes_on) == (181, date(2026, 6, 30))
    assert (rest.planned, rest.starts_on, rest.origin) == (184, date(2026, 7, 1), target)
    with refused("承接单位须是另一单位"):
        split(rest, date(2026, 9, 1), heir, "文号", duties.who("officer"), moment())
    with refused("分段日期须在目标期内"):
        split(rest, date(2026, 6, 30), duties.owner, "文号", duties.who("officer"), moment())


def test_a_rate_is_asked_of_both_parts_as_it_was_and_nothing_is_lost_of_a_sum(duties: Duties) -> None:
    target = duties.set(indicator="matched", planned=90)

    rest = split(target, date(2026, 6, 30), Owner(department="hrss"), "文号", duties.who("officer"), moment())

    target.refresh_from_db()
    assert (target.planned, rest.planned) == (90, 90)
    assert parted(10, date(2026, 1, 1), date(2026, 12, 31), date(2026, 3, 31)) == (2, 8)
    assert total([(60, 100), (40, 100)]) == 10_000


def test_a_final_year_takes_no_target_and_the_database_keeps_it(duties: Duties) -> None:
    target = duties.scored()
    held = finish(duties)

    with refused("该单位本年度已定稿"):
        duties.set()
    with refused("该单位本年度已定稿"):
        finish(duties)
    for change in (
        lambda: Target.objects.filter(pk=target.pk).update(weight=1),
        lambda: Target.objects.filter(pk=target.pk).update(state="set"),
        lambda: YearScore.objects.filter(pk=held.pk).update(total=1),
        lambda: TargetEntry.objects.filter(target=target).update(score=1),
        lambda: TargetEntry.objects.filter(target=target).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_database_refuses_a_target_of_nobody_or_of_two(duties: Duties) -> None:
    target = duties.set()
    target.pk, target.ref = None, "another"  # type: ignore[assignment]
    for body, department in ((None, ""), (target.body, "hrss")):
        target.body, target.department = body, department
        with pytest.raises(IntegrityError), transaction.atomic():
            target.save(force_insert=True)
