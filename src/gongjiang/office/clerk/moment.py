"""When an act is done: the day counts, the time is recorded. Only the web and the console read the clock."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Moment:
    day: date
    at: datetime
