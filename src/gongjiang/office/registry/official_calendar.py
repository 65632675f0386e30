"""The official calendar as the law counts by it, and the loading of a year."""

from gongjiang.law.calendar_seed import seed
from gongjiang.law.workdays import Calendar
from gongjiang.office.registry.models import CalendarDay, CalendarYear


def calendar() -> Calendar:
    """Every loaded year. A year that is not loaded raises when it is counted in."""
    years: dict[int, dict[object, bool]] = {
        year: {} for year in CalendarYear.objects.values_list("year", flat=True)
    }
    for year, day, works in CalendarDay.objects.values_list("year__year", "day", "is_workday"):
        years[year][day] = works
    return Calendar(years)  # type: ignore[arg-type]


def load_year(year: int, source: str, loaded_by: str) -> CalendarYear:
    """Seed a year whose notice has been published; a year the package does not know raises."""
    days = seed(year)
    made, _ = CalendarYear.objects.get_or_create(
        year=year, defaults={"source": source, "loaded_by": loaded_by}
    )
    CalendarDay.objects.filter(year=made).delete()
    CalendarDay.objects.bulk_create(
        [CalendarDay(year=made, day=day, is_workday=w) for day, w in days.items()]
    )
    return made
