"""Parameters change on a day; what the plan leaves open is an assumption until somebody signs an answer."""

from datetime import date

import pytest

from gongjiang.law.compiled import Asking
from gongjiang.law.dated import Dated, NotInForce
from gongjiang.law.rule import Verdict
from gongjiang.law.settings import UNDECIDED, Ruling, Settings
from tests.law.toy import SETTINGS, STRICT, YEARS, Worker, rule_of

EVE, DAY = date(2023, 12, 31), date(2024, 1, 1)
YES = Ruling(True, date(2024, 3, 1), "张三", "会议纪要 1 号")
NO = Ruling(False, date(2024, 6, 1), "李四", "会议纪要 2 号")
TAKEN_BACK = Ruling(UNDECIDED, date(2024, 9, 1), "李四", "会议纪要 3 号")


def ruled(*rulings: Ruling) -> Settings:
    return Settings(SETTINGS.known, {"strict": rulings})


@pytest.mark.parametrize(("day", "years"), [(EVE, 10), (DAY, 8), (date(2030, 1, 1), 8)])
def test_a_parameter_changes_on_its_day(day, years):
    assert SETTINGS.value("years", day) == years


def test_a_value_not_yet_in_force_is_an_error():
    with pytest.raises(NotInForce, match="2023-12-31"):
        Dated({DAY: 1}).on(EVE)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2024, 2, 29), True),
        (date(2024, 5, 31), True),
        (date(2024, 6, 1), False),
        (date(2024, 8, 31), False),
        (date(2024, 9, 1), None),
    ],
)
def test_the_latest_ruling_of_the_day_holds_whatever_the_order_they_are_read_in(day, value):
    assert ruled(TAKEN_BACK, YES, NO).value("strict", day) is value


def test_before_the_first_ruling_nobody_has_signed():
    assert ruled(NO).ruling("strict", EVE) is None
    assert ruled(NO).ruling("strict", date(2024, 6, 1)) == NO


@pytest.mark.parametrize(
    ("held", "verdict"),
    [(ruled(), Verdict.PASS), (ruled(NO), Verdict.FAIL), (ruled(NO, TAKEN_BACK), Verdict.OPEN)],
)
def test_a_default_taken_back_leaves_the_finding_open(held, verdict):
    strictly = rule_of("strictly", lambda p: STRICT.now, (STRICT,)).about(Worker)

    assert strictly.find(Worker.row({}), Asking(date(2024, 10, 1), held)).verdict is verdict


def test_an_assumption_is_told_from_a_parameter():
    assert SETTINGS.assumption("strict") is STRICT
    assert SETTINGS.assumption("years") is None
    assert YEARS.on(DAY) == 8
