"""Counting working days from a calendar that an operator has loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


class YearNotLoaded(LookupError):
    """The calendar of a year is needed and nobody has loaded it. Holidays are announced, never guessed."""

    def __init__(self, year: int) -> None:
        super().__init__(f"the calendar of {year} is not loaded")
        self.year = year


@dataclass(frozen=True, slots=True)
class Calendar:
    """Year -> the days that differ from Monday-to-Friday: True a make-up workday, False a holiday.

    Source of the days: the State Council's yearly notice.
    """

    exceptions: Mapping[int, Mapping[date, bool]]

    def is_workday(self, day: date) -> bool:
        """Whether offices work on the day. Raises YearNotLoaded."""
        if day.year not in self.exceptions:
            raise YearNotLoaded(day.year)
        return self.exceptions[day.year].get(day, day.weekday() < SATURDAY)

    def add_workdays(self, start: date, n: int, first_day_counts: bool) -> date:
        """The last day of a period of `n` working days.

        `first_day_counts` says whether `start` itself may be day one; when it is no workday, day one is the
        next workday either way. Raises YearNotLoaded.
        """
        if n < 1:
            raise ValueError("a period has at least one working day")
        days = self.workdays_from(start if first_day_counts else start + timedelta(days=1))
        return next(day for count, day in enumerate(days, 1) if count == n)

    def workdays_between(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both counted; 0 when reversed. Raises YearNotLoaded."""
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return sum(map(self.is_workday, days))

    def workdays_from(self, day: date) -> Iterator[date]:
        """The working days from `day` on, without end. Raises YearNotLoaded on reaching an unknown year."""
        while True:
            if self.is_workday(day):
                yield day
            day += timedelta(days=1)
