"""Reading a day from what spreadsheets hold, strictly."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from gongjiang.law.spelling import plain_spelling
from gongjiang.law.words import Problem, problem

Precision = Literal["day", "month"]

# The Excel day 0, shifted because Excel believes that 1900 was a leap year.
SERIAL_ZERO = date(1899, 12, 30)
# Bounds keep a year such as 2024 or 2024.8 from being read as a day count of 1905.
FIRST_YEAR, LAST_YEAR = 1920, 2099

FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?",
        r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?",
        r"(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?",
        r"(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号]?)?",
        r"(\d{4})(\d{2})(\d{2})",
    )
)
MIDNIGHT = re.compile(r"T?00:00(:00(\.0+)?)?$")


@dataclass(frozen=True, slots=True)
class ParsedDay:
    """A day. With precision "month" the source named no day and this is the first of the month."""

    day: date
    precision: Precision = "day"


def parse_day(value: str | int | float | date) -> ParsedDay | Problem:
    """Read a day: a date, an Excel serial number, or text in one of the accepted forms.

    Text: 2024-08-21, 2024/8/21, 2024.8.21, 2024年8月21日, 20240821, each but the last also without the day;
    full-width digits and spaces are smoothed. Years 1920 to 2099.
    """
    if isinstance(value, date):
        return within(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, bool):
        return unreadable(str(value))
    return by_number(value) if isinstance(value, int | float) else by_text(value)


def by_number(number: int | float) -> ParsedDay | Problem:
    """An Excel serial (the fraction is a time of day), or eight digits that a sheet took for a number."""
    lowest, highest = ((date(year, 1, 1) - SERIAL_ZERO).days for year in (FIRST_YEAR, LAST_YEAR + 1))
    if lowest <= number < highest:
        return ParsedDay(SERIAL_ZERO + timedelta(days=int(number)))
    return (
        by_text(f"{number:.0f}")
        if number == number // 1 and 10**7 <= number < 10**8
        else unreadable(str(number))
    )


def by_text(text: str) -> ParsedDay | Problem:
    """Text in one of the accepted forms."""
    spelt = MIDNIGHT.sub("", plain_spelling(text))
    found = next((match for form in FORMS if (match := form.fullmatch(spelt))), None)
    if not spelt or found is None:
        return unreadable(text) if spelt else problem("日期为空", "the date is empty")
    year, month, day = found.groups()
    try:
        parsed = date(int(year), int(month), int(day or 1))
    except ValueError:
        return problem(f"没有这一天：{text}", f"there is no such day: {text}")
    return within(parsed, "day" if day else "month")


def within(day: date, precision: Precision = "day") -> ParsedDay | Problem:
    """The day, when its year is plausible."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return ParsedDay(day, precision)
    return problem(f"年份不合理：{day.year}", f"the year {day.year} is not plausible")


def unreadable(text: str) -> Problem:
    """Text in no accepted form."""
    return problem(f"无法识别的日期：{text}", f"not a date in an accepted form: {text}")
