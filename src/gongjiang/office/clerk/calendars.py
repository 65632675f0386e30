"""The official calendar, kept by officers from the State Council's yearly notice."""

import re
from datetime import date

from django.db import transaction

from gongjiang.law.calendar_seed import seed
from gongjiang.law.standing import Actor
from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry import official_calendar

LINE = re.compile(r"(\d{1,2})[-月](\d{1,2})日?\s*(放假|休|off|上班|班|work)")
OFF = ("放假", "休", "off")


@transaction.atomic
def load_calendar(year: int, listed: str, source: str, actor: Actor, now: Moment) -> None:
    """Load a year from the days listed, a line each; where none are listed, as the package knows it."""
    must(actor, "calendar.load")
    _sourced(source)
    try:
        days = read_days(year, listed) if listed.strip() else seed(year)
    except YearNotLoaded:
        raise refuse(
            f"{year} 年的放假安排未收录，请按通知逐行填写放假和上班的日期",
            f"The holidays of {year} are not known here: list the days off and worked from the notice",
        ) from None
    official_calendar.load_year(year, days, source.strip(), str(actor.user))
    record("calendar.load", str(year), {"source": source.strip(), "by": actor.user}, now.at)


@transaction.atomic
def set_day(day: date, works: bool, source: str, actor: Actor, now: Moment) -> None:
    """One day of a loaded year, as a later notice has it."""
    must(actor, "calendar.load")
    _sourced(source)
    try:
        official_calendar.set_day(day, works)
    except YearNotLoaded:
        raise refuse(
            f"{day.year} 年的工作日历尚未载入", f"The calendar of {day.year} is not loaded"
        ) from None
    told = {"works": works, "source": source.strip(), "by": actor.user}
    record("calendar.day", day.isoformat(), told, now.at)


def read_days(year: int, listed: str) -> dict[date, bool]:
    """Lines such as "10-01 放假" or "10-10 上班": True for a day worked. Refuses a line it cannot read."""
    return dict(_read(year, line.strip()) for line in listed.splitlines() if line.strip())


def _read(year: int, line: str) -> tuple[date, bool]:
    found = LINE.fullmatch(line)
    try:
        if found is None:
            raise ValueError(line)
        return date(year, int(found[1]), int(found[2])), found[3] not in OFF
    except ValueError:
        raise refuse(
            f"“{line[:20]}”不是“10-01 放假”这样的一行", f'"{line[:20]}" is not a line such as "10-01 off"'
        ) from None


def _sourced(source: str) -> None:
    if not source.strip():
        raise refuse("请填写通知文号", "Give the notice that the calendar comes from")
