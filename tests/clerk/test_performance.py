"""The performance of funds: goals before, readings during, an evaluation after; by two, from the books."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.duty import Figure
from gongjiang.law.money import yuan
from gongjiang.law.standing import Actor
from gongjiang.office.clerk import performance
from gongjiang.office.clerk.fund_figures import ALL, figures
from gongjiang.office.duty.models import Evaluation, Goal, Monitoring
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.owing import owe_many
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import TODAY, Town
from tests.treasury import Treasury

pytestmark = pytest.mark.both
LINE, EMPTY = Line("talent", 2026, "2.3.1"), Line("talent", 2026, "2.4.7")
OVER = date(2026, 12, 31)


def goal(town: Town, indicator: str = "executed", planned: int = 90, confirmed: bool = True,
         line: Line = LINE) -> Goal:  # fmt: skip
    made = performance.set_goal(line, indicator, planned, town.actor("maker"), moment())
    return performance.confirm_goal(made, town.actor("checker"), moment()) if confirmed else made


def evaluated(town: Town, score: int = 88) -> Evaluation:
    maker = town.actor("maker")
    return performance.evaluate(LINE, score, "执行达到目标", "keep", maker, moment(OVER))


def test_figures_are_those_of_the_books_and_of_the_cases(town: Town) -> None:
    walk = town.walked("rewarded", many=2, places=2)

    found = figures(LINE, walk.day)

    assert set(found) == {one.key for one in ALL}
    assert found["executed"] == Figure(0, yuan(9_000_000))
    assert (found["unpaid"].number, found["opened"].number, found["people"].number) == (2, 2, 0)


def test_a_line_without_money_has_no_rate_and_takes_no_goal(town: Town) -> None:
    assert figures(EMPTY, TODAY)["executed"].value is None
    with refused("该项目没有下达指标"):
        goal(town, line=EMPTY)


def test_a_goal_is_monitored_and_evaluated_with_the_numbers_kept(town: Town) -> None:
    goal(town)
    goal(town, "unpaid", 1)

    seen = performance.monitor(LINE, "一季度", town.actor("maker"), moment())
    held = performance.decide(evaluated(town), "", town.actor("checker"), moment(OVER))

    assert [(row["indicator"], row["value"], row["variance"]) for row in seen.figures] == [
        ("executed", 0, -90), ("unpaid", 0, -1),
    ]  # fmt: skip
    assert (held.advice, held.confirmed_on, len(held.snapshot)) == ("keep", OVER, 2)
    for change in (
        lambda: Evaluation.objects.filter(pk=held.pk).update(score=100),
        lambda: Evaluation.objects.filter(pk=held.pk).update(declined="x"),
        lambda: Goal.objects.update(planned=1),
        lambda: Monitoring.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_an_evaluation_sent_back_is_made_anew_and_there_is_one(town: Town) -> None:
    goal(town)
    performance.decide(evaluated(town, 99), "依据不足", town.actor("checker"), moment(OVER))

    evaluated(town, 80)

    with refused("该项目本年度已评价"):
        evaluated(town)
    assert list(Evaluation.objects.order_by("pk").values_list("score", "declined")) == [
        (99, "依据不足"), (80, ""),
    ]  # fmt: skip


def test_two_people_are_needed_whatever_their_accounts(town: Town) -> None:
    made = goal(town, confirmed=False)
    maker, checker = town.actor("maker"), town.actor("checker")
    again = Actor(checker.user, maker.person, checker.posts)

    with refused("经办与复核须由不同人员完成"):
        performance.confirm_goal(made, again, moment())
    performance.confirm_goal(made, checker, moment())
    with refused("该目标已复核"):
        performance.confirm_goal(made, checker, moment())
    held = evaluated(town)
    with refused("经办与复核须由不同人员完成"):
        performance.decide(held, "", again, moment(OVER))
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(
            fund="talent", year=2026, line="2.3.1", indicator="spent", planned=1, set_by_id=maker.user,
            confirmed_by_id=maker.user, set_on=TODAY,
        )  # fmt: skip


def test_what_is_too_early_too_late_or_nothing_is_refused(town: Town) -> None:
    maker = town.actor("maker")
    with refused("请选择指标"):
        goal(town, "nothing")
    with refused("目标值应大于零"):
        goal(town, planned=0)
    with refused("年度已过，不能再设目标"):
        performance.set_goal(Line("talent", 2025, "2.3.1"), "executed", 90, maker, moment())
    with refused("还没有复核过的目标"):
        performance.monitor(LINE, "", maker, moment())
    goal(town)
    with refused("该指标已设目标"):
        goal(town)
    with refused("年度终了后方可评价"):
        performance.evaluate(LINE, 90, "结论", "keep", maker, moment())
    with refused("请填写得分、结论和建议"):
        performance.evaluate(LINE, 101, "结论", "keep", maker, moment(OVER))
    with refused("仅财务经办可以办理"):
        performance.evaluate(LINE, 90, "结论", "keep", town.actor("leader"), moment(OVER))
    evaluated(town)
    with refused("该项目本年度已评价"):
        goal(town, "spent")


def test_what_was_owed_shows_as_unpaid(treasury: Treasury) -> None:
    treasury.fund(yuan(9_000_000))
    owe_many([treasury.claim(treasury.case(f"王工{n}")) for n in range(3)], treasury.hands())

    assert figures(LINE, TODAY)["unpaid"] == Figure(3)
