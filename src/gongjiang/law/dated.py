"""Values that change on a day, and years served between two days."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")
FROM_ISSUE = date.min
"""In force from the plan's issue, whatever day the operator entered for it."""


class NotInForce(LookupError):
    """No value had taken effect by that day."""


@dataclass(frozen=True)
class Dated(Generic[T]):
    values: Mapping[date, T]

    def on(self, day: date) -> T:
        started = [since for since in self.values if since <= day]
        if not started:
            raise NotInForce(day.isoformat())
        return self.values[max(started)]


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day. The calendar has an
    end: what lies beyond it is that.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def whole_years(since: date, until: date) -> int:
    """Anniversaries passed, not calendar years begun."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))
