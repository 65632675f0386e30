"""A rule in words: short, in both languages, with the settings of the day put in."""

from datetime import date

import pytest

from gongjiang.law.expression import TODAY, UNSETTLED, years_between
from gongjiang.law.phrase import phrase
from gongjiang.law.settings import UNDECIDED, Settings
from gongjiang.law.terms import Medal, SkillLevel
from gongjiang.law.words import Words
from tests.law.people import signed
from tests.law.toy import SETTINGS, STRICT, YEARS, Result, Worker

DAY = date(2024, 6, 3)


def said(expr, settings=SETTINGS, day=DAY, **known) -> Words:
    return phrase(expr, settings, day, Worker, **known)


def ruled(value) -> Settings:
    return Settings(SETTINGS.known, {"strict": signed(value, DAY)})


@pytest.mark.parametrize(
    ("expr", "zh", "en"),
    [
        (Worker.front_line, "在一线", "on the front line"),
        (~Worker.front_line, "并非“在一线”", "not “on the front line”"),
        (Worker.paid == 0, "次数为 0", "times paid is 0"),
        (Worker.paid != 0, "次数不为 0", "times paid is not 0"),
        (Worker.level >= SkillLevel.TECHNICIAN, "技能等级不低于技师", "skill level is at least technician"),
        (Worker.since < Worker.until, "起始日早于截止日", "since is before until"),
        (
            Worker.since + 30 > TODAY,
            "起始日后 30 日晚于办理日",
            "30 days after since is after the day of handling",
        ),
        (Worker.paid + 1 > 2, "次数加 1大于 2", "times paid plus 1 is more than 2"),
        (Worker.since.present, "有“起始日”的记录", "“since” is on record"),
        (
            years_between(Worker.since, TODAY) >= YEARS,
            "起始日至办理日满 8 年",
            "at least 8 full years from “since” to the day of handling",
        ),
        (
            years_between(Worker.since, TODAY) < 3,
            "起始日至办理日的整年数小于 3",
            "full years from “since” to the day of handling is less than 3",
        ),
        (
            Worker.level.one_of(SkillLevel.TECHNICIAN, SkillLevel.SENIOR_WORKER),
            "技能等级为技师或高级工",
            "skill level is technician or senior worker",
        ),
        (
            Worker.front_line & (Worker.paid == 0),
            "在一线，且次数为 0",
            "on the front line and times paid is 0",
        ),
        (
            Worker.front_line | (Worker.paid == 0),
            "在一线，或次数为 0",
            "on the front line or times paid is 0",
        ),
        (
            Worker.results.any(lambda r: r.medal == Medal.GOLD),
            "有成绩（奖牌为金牌）",
            "has a record of result (medal is gold)",
        ),
        (
            ~Worker.results.any(lambda r: r.medal == Medal.GOLD),
            "没有成绩（奖牌为金牌）",
            "has no record of result (medal is gold)",
        ),
        (
            Worker.results.count(lambda r: True) >= 2,
            "成绩的项数不小于 2",
            "the number of records of result is at least 2",
        ),
        (
            Worker.results.min(Result.rank, lambda r: True) <= 3,
            "成绩中最小的名次不大于 3",
            "the least rank of result is at most 3",
        ),
        (
            Worker.front_line | UNSETTLED,
            "在一线（否则须由人认定）",
            "on the front line (otherwise a person must decide)",
        ),
    ],
)
def test_an_expression_is_said(expr, zh, en):
    assert said(expr) == Words(zh, en)


def test_alternatives_inside_a_conjunction_are_bracketed():
    mixed = Worker.front_line & (Worker.since.present | (Worker.paid == 0))

    assert said(mixed) == Words(
        "在一线，且（有“起始日”的记录，或次数为 0）",
        "on the front line and (“since” is on record or times paid is 0)",
    )


def test_conjunctions_inside_alternatives_are_parted_by_a_stronger_mark():
    mixed = (Worker.front_line & Worker.since.present) | (Worker.paid == 0)

    assert said(mixed) == Words(
        "在一线，且有“起始日”的记录；或次数为 0",
        "on the front line and “since” is on record; or times paid is 0",
    )


@pytest.mark.parametrize(("day", "years"), [(date(2023, 12, 31), 10), (date(2024, 1, 1), 8)])
def test_a_parameter_is_said_as_it_stands_that_day(day, years):
    assert said(Worker.paid < YEARS, day=day) == Words(
        f"次数小于 {years}", f"times paid is less than {years}"
    )


@pytest.mark.parametrize(
    ("ruling", "words"),
    [
        (True, Words("在一线", "on the front line")),
        (False, Words("一律符合", "always met")),
        (UNDECIDED, Words("在一线（否则须由人认定）", "on the front line (otherwise a person must decide)")),
    ],
)
def test_an_assumption_is_not_recited_but_put_in(ruling, words):
    assert said(Worker.front_line | ~STRICT.now, ruled(ruling)) == words


@pytest.mark.parametrize(
    ("ruling", "words"),
    [(True, Words("一律不符合", "never met")), (False, Words("在一线", "on the front line"))],
)
def test_a_part_known_to_fail_decides_a_conjunction(ruling, words):
    assert said(Worker.front_line & ~STRICT.now, ruled(ruling)) == words


def test_a_stored_text_is_told_by_its_name():
    asked = Worker.name == "zs"

    assert said(asked) == Words("姓名为zs", "name is zs")
    assert said(asked, names={"zs": Words("张三", "Zhang San")}) == Words("姓名为张三", "name is Zhang San")


def test_a_record_that_can_never_count_makes_the_rule_never_met():
    assert said(Worker.results.any(lambda r: ~STRICT.now)) == Words("一律不符合", "never met")
