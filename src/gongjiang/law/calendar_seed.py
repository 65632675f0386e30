"""A first filling of the working-day calendar, from the `chinesecalendar` package."""

from datetime import date, timedelta

import chinese_calendar

from gongjiang.law.workdays import SATURDAY, YearNotLoaded


def seed(year: int) -> dict[date, bool]:
    """The year's days that differ from Monday-to-Friday: True a make-up workday, False a holiday.

    Raises YearNotLoaded for a year that the package does not know.
    """
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    try:
        works = {day: bool(chinese_calendar.is_workday(day)) for day in days}
    except NotImplementedError as unknown:
        raise YearNotLoaded(year) from unknown
    return {day: working for day, working in works.items() if working != (day.weekday() < SATURDAY)}
