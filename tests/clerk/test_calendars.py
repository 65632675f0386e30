"""The official calendar: loaded from a notice, corrected by a later one, never guessed."""

from datetime import date

import pytest

from gongjiang.office.clerk.calendars import load_calendar, set_day
from gongjiang.office.clerk.founding import load_calendars
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
FRIDAY, SUNDAY = date(2030, 10, 4), date(2030, 10, 13)


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.round()


def test_a_year_the_package_does_not_know_is_listed_by_hand(walk: Walk) -> None:
    load_calendar(2030, "10-04 放假\n10月13日 上班\n10-05 off", "示例通知", walk.who("officer"), walk.now)

    assert not calendar().is_workday(FRIDAY)
    assert calendar().is_workday(SUNDAY)


def test_such_a_year_is_not_loaded_without_its_days(walk: Walk) -> None:
    with refused("请按通知逐行填写"):
        load_calendar(2030, " ", "示例通知", walk.who("officer"), walk.now)


@pytest.mark.parametrize("line", ["国庆放假", "02-30 放假", "10-04", "10-04 假"])
def test_a_line_that_is_no_day_is_refused(walk: Walk, line: str) -> None:
    with refused("这样的一行"):
        load_calendar(2030, f"10-05 放假\n{line}", "示例通知", walk.who("officer"), walk.now)


def test_one_day_is_corrected_and_founding_again_keeps_it(walk: Walk) -> None:
    monday = date(2026, 8, 10)
    set_day(monday, False, "示例通知", walk.who("officer"), walk.now)
    load_calendars(2026, "founder")
    assert not calendar().is_workday(monday)

    set_day(monday, True, "示例通知", walk.who("officer"), walk.now)
    assert calendar().is_workday(monday)


def test_a_day_of_a_year_not_loaded_is_refused(walk: Walk) -> None:
    with refused("尚未载入"):
        set_day(FRIDAY, False, "示例通知", walk.who("officer"), walk.now)


def test_a_calendar_names_its_notice_and_its_keeper(walk: Walk) -> None:
    with refused("通知文号"):
        set_day(date(2026, 8, 10), False, " ", walk.who("officer"), walk.now)
    with refused("仅市局经办"):
        set_day(date(2026, 8, 10), False, "示例通知", walk.who("reviewer"), walk.now)
