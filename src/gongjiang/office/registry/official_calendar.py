"""The official calendar as the law counts by it, and the loading of a year."""

from collections.abc import Mapping
from datetime import date

from gongjiang.law.workdays import SATURDAY, Calendar, YearNotLoaded
from gongjiang.office.registry.models import CalendarDay, CalendarYear


def calendar() -> Calendar:
    """Every loaded year. A year that is not loaded raises when it is counted in."""
    years: dict[int, dict[object, bool]] = {
        year: {} for year in CalendarYear.objects.values_list("year", flat=True)
    }
    for year, day, works in CalendarDay.objects.values_list("year__year", "day", "is_workday"):
        years[year][day] = works
    return Calendar(years)  # type: ignore[arg-type]


def load_year(year: int, days: Mapping[date, bool], source: str, loaded_by: str) -> CalendarYear:
    """A year whose notice has been published, and the days by which it differs from Monday-to-Friday."""
    made, _ = CalendarYear.objects.update_or_create(
        year=year, defaults={"source": source, "loaded_by": loaded_by}
    )
    CalendarDay.objects.filter(year=made).delete()
    differing = {day: works for day, works in days.items() if works != (day.weekday() < SATURDAY)}
    CalendarDay.objects.bulk_create(
        [CalendarDay(year=made, day=day, is_workday=works) for day, works in differing.items()]
    )
    return made


def set_day(day: date, works: bool) -> None:
    """A day off, or a day worked, in a loaded year; what Monday-to-Friday says already needs no row.

    Raises YearNotLoaded.
    """
    held = CalendarYear.objects.filter(year=day.year).first()
    if held is None:
        raise YearNotLoaded(day.year)
    if works == (day.weekday() < SATURDAY):
        CalendarDay.objects.filter(day=day).delete()
    else:
        CalendarDay.objects.update_or_create(day=day, defaults={"year": held, "is_workday": works})
