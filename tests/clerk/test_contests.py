"""A contest from its entry on the register to a published result, and what the result feeds."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from gongjiang.law.terms import Medal
from gongjiang.office.clerk import contests, judging, results
from gongjiang.office.clerk.feeding import holders
from gongjiang.office.clerk.results_importing import check, known_editions, take_in
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Competitor, Edition, Entry, Result, User
from gongjiang.office.registry.standing_results import published, standing
from tests.clerk.contest_ground import Ground, line, sheet, somebody
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def ground(town: Town) -> Ground:
    return Ground(town)


def imported(ground: Ground, data: bytes) -> tuple[int, int, list[str]]:
    _, found = check(data, known_editions(ground.edition), ground.day)
    done = take_in(found.good, *ground.who("officer"))
    return done.filed, done.unchanged, [said.zh for _, said in done.refused]


def test_an_edition_has_no_class_without_its_document(ground: Ground) -> None:
    with refused("竞赛类别须有批准文号"):
        contests.add_edition(
            ground.edition.contest, contests.NewEdition("第二届", "city_1", " "), *ground.who("officer")
        )
    with refused("仅市局经办可以办理"):
        contests.add_contest("外人竞赛", "", *ground.who("reviewer"))


def test_nobody_enters_after_the_deadline_or_twice_and_whoever_withdrew_may_enter_again(
    ground: Ground,
) -> None:
    first = ground.entered(1)
    with refused("选手已报名该赛项"):
        ground.entered(1)

    contests.withdraw(first, "伤病", *ground.who("officer"))
    ground.entered(1)
    Edition.objects.filter(pk=ground.edition.pk).update(entries_close_on=ground.day - timedelta(days=1))
    ground.trade.refresh_from_db()
    ground.trade.edition.refresh_from_db()

    with refused(f"报名已于 {ground.day - timedelta(days=1)} 截止"):
        ground.entered(2)
    assert list(Entry.objects.order_by("pk").values_list("withdrawn_because", flat=True)) == ["伤病", ""]


def test_whoever_has_a_result_does_not_withdraw_and_whoever_withdrew_gets_none(ground: Ground) -> None:
    entry, other = ground.entered(1), ground.entered(2)
    ground.filed(entry, rank=1)
    contests.withdraw(other, "弃赛", *ground.who("officer"))
    other.refresh_from_db()

    with refused("已有成绩，不能退赛"):
        contests.withdraw(entry, "伤病", *ground.who("officer"))
    with refused("已退赛，不能登记成绩"):
        ground.filed(other, rank=2)


def test_a_result_is_verified_by_another_hand_and_counts_once_published(ground: Ground) -> None:
    entry = ground.entered(1)
    result = ground.filed(entry, medal="gold")
    with refused("报送与核验须由不同人员完成"):
        results.verify(ground.edition, *ground.who("officer"))
    with refused("没有已核验、待发布的成绩"):
        results.publish(ground.edition, *ground.who("reviewer"))

    results.verify(ground.edition, *ground.who("officer2"))
    before = len(standing([ground.person(1).pk]))
    results.publish(ground.edition, *ground.who("reviewer"))

    assert (before, len(standing([ground.person(1).pk]))) == (0, 1)
    result.refresh_from_db()
    assert result.stage == "published"
    with refused("成绩已核验，与所报不一致"):
        ground.filed(entry, medal="silver")
    kinds = Leaf.objects.filter(kind__startswith="result.").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["result.file", "result.verify", "result.publish"]


def test_the_database_itself_wants_two_hands(ground: Ground) -> None:
    result = ground.filed(ground.entered(1), rank=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.filter(pk=result.pk).update(verified_by=User.objects.get(pk=result.filed_by_id))


def test_every_member_of_a_team_holds_its_medal(ground: Ground) -> None:
    trade = contests.add_trade(ground.edition, "机电一体化", 2, *ground.who("officer"))
    with refused("团体赛项请填写队名"):
        ground.entered(1, 2, trade=trade)
    with refused("本赛项每队至多 2 人"):
        ground.entered(1, 2, 3, trade=trade, team="一队")

    result = ground.published(ground.entered(1, 2, trade=trade, team="一队"), medal="gold")

    rows = list(published().filter(entry__result=result).order_by("pk"))
    assert [row.person.name for row in rows] == ["赛示例1", "赛示例2"]
    assert [len(held.opens) for held in holders(rows, ground.day)] == [1, 1]


def test_ranks_and_medals_are_drawn_up_from_marks_and_ties_share_them(ground: Ground) -> None:
    for serial, mark in enumerate(("90", "88", "88", "70", "60"), start=1):
        ground.filed(ground.entered(serial), raw=mark)

    changed = judging.draw_up(ground.trade, True, *ground.who("officer"))
    again = judging.draw_up(ground.trade, True, *ground.who("officer"))

    drawn = Result.objects.order_by("pk").values_list("rank", "points", "medal")
    assert (changed, again) == (5, 0)
    assert [(rank, points) for rank, points, _ in drawn] == [(1, 720), (2, 700), (2, 700), (4, 518), (5, 417)]
    assert [medal for _, _, medal in drawn] == ["gold", "silver", "silver", "", ""]


def test_judges_who_differ_too_much_mark_again_before_anything_is_drawn_up(ground: Ground) -> None:
    entry, actor = ground.entered(1), ground.who("officer")
    first = judging.mark_aspect(entry, "工艺", Decimal("1.5"), [0, 2, 2], *actor)
    with refused("评委分差过大，须重新评分：工艺"):
        judging.draw_up(ground.trade, False, *actor)

    second = judging.mark_aspect(entry, "工艺", Decimal("1.5"), [3, 2, 2], *actor)
    judging.draw_up(ground.trade, False, *actor)

    assert (first.mark, second.mark) == (None, Decimal("1.17"))
    assert Result.objects.get().raw == Decimal("1.17")
    with refused("须有三名评委的评分"):
        judging.mark_aspect(entry, "工艺", Decimal(2), [4, 2, 2], *actor)


def test_missing_marks_are_not_zero(ground: Ground) -> None:
    ground.filed(ground.entered(1), raw="90")
    ground.entered(2)

    with refused("有参赛者尚无成绩，不能排名"):
        judging.draw_up(ground.trade, True, *ground.who("officer"))


def test_a_sheet_makes_entries_and_results_and_the_same_sheet_again_adds_nothing(ground: Ground) -> None:
    contests.add_trade(ground.edition, "机电一体化", 2, *ground.who("officer"))
    data = sheet(
        line(1, rank="第一名", medal="金"),
        line(2, rank=2, raw="88.5"),
        line(3, "机电一体化", "一队", medal="铜牌"),
        line(4, "机电一体化", "一队", medal="铜牌"),
    )

    first = imported(ground, data)
    leaves = Leaf.objects.count()
    again = imported(ground, data)

    assert (first, again) == ((3, 0, []), (0, 3, []))
    assert (Entry.objects.count(), Competitor.objects.count(), Result.objects.count()) == (3, 4, 3)
    assert Leaf.objects.count() == leaves + 1
    assert sorted(Result.objects.values_list("medal", flat=True)) == ["", "bronze", "gold"]


def test_a_faulty_row_says_what_is_wrong_and_the_good_ones_go_in(ground: Ground) -> None:
    contests.add_trade(ground.edition, "机电一体化", 2, *ground.who("officer"))
    data = sheet(
        line(1, rank=1),
        line(2, "没有的赛项", rank=2),
        line(3, id="42019919990101", rank=3),
        line(4, channel="朋友", rank="冠军", medal="钻石"),
        line(5),
        line(1, rank=1),
        line(6, "机电一体化", "", rank=1),
        line(7, "机电一体化", "二队", rank=1),
        line(8, "机电一体化", "二队", rank=2),
    )

    _, found = check(data, known_editions(ground.edition), ground.day)

    assert [read.row for read in found.good] == [2, 9]
    assert found.repeats == [(7, 2)]
    assert [(fault.row, fault.column) for fault in found.faults] == [
        (3, "赛项"), (4, "身份证号"), (5, "名次"), (5, "奖牌"), (5, "选派渠道"), (6, "名次"), (8, "队名"),
        (10, "队名"),
    ]  # fmt: skip
    assert take_in(found.good, *ground.who("officer")).filed == 2


def test_a_sheet_cannot_rename_a_person_nor_change_a_verified_result(ground: Ground) -> None:
    imported(ground, sheet(line(1, rank=1)))
    results.verify(ground.edition, *ground.who("officer2"))

    changed = imported(ground, sheet(line(1, rank=2)))
    renamed = imported(ground, sheet(line(1, name="另一人", rank=1)))

    assert changed == (0, 0, ["成绩已核验，与所报不一致"])
    assert renamed == (0, 0, ["选手与报名不一致"])


def test_after_the_deadline_a_sheet_takes_only_those_who_entered(ground: Ground) -> None:
    ground.entered(1)
    Edition.objects.filter(pk=ground.edition.pk).update(entries_close_on=ground.day - timedelta(days=1))

    done = imported(ground, sheet(line(1, rank=1), line(2, rank=2)))

    assert (done[0], done[2]) == (1, [f"报名已于 {ground.day - timedelta(days=1)} 截止"])


def test_excellence_is_a_medal_of_the_register_but_opens_nothing(ground: Ground) -> None:
    result = ground.published(ground.entered(1), medal=Medal.EXCELLENCE.value)

    rows = list(published().filter(entry__result=result))
    assert [held.opens for held in holders(rows, ground.day)] == [()]


def test_a_person_of_another_name_is_not_entered(ground: Ground) -> None:
    ground.entered(1)
    new = contests.NewEntry((somebody(1, "另一人"),), "city_hrss")

    with refused("该身份证号登记的姓名与所填不一致"):
        contests.enter(ground.trade, new, *ground.who("officer"))
