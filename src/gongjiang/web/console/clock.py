"""The console's clock: what writes asks it here, and is refused while it is behind the record."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from gongjiang.law.words import Words

if TYPE_CHECKING:
    from gongjiang.office.clerk.moment import Moment

WRONG = Words(
    "时钟早于已有记录，校正之前不予写入；若记录是在时钟偏快时写下的，见 gongjiang journal clock",
    "The clock is behind the record: nothing is written until it is right. "
    "Where the record was written by a clock that was ahead, see gongjiang journal clock",
)


class ClockBehind(Exception):
    """Nothing has been written."""


def right() -> bool:
    """Whether the clock may be written by; the log is told where not."""
    from gongjiang.web.steady import late, tell  # noqa: PLC0415
    from gongjiang.web.visitor import now  # noqa: PLC0415

    if seconds := late(now().at):
        tell(seconds)
    return not seconds


def at() -> datetime:
    """The time, for what is written now; raises where the clock is behind the record."""
    from gongjiang.web.visitor import now  # noqa: PLC0415

    if not right():
        raise ClockBehind
    return now().at


def moment(on: date | None = None) -> "Moment":
    """When an act is done: today, or the day that was given."""
    from gongjiang.office.clerk.moment import Moment  # noqa: PLC0415
    from gongjiang.web.visitor import now  # noqa: PLC0415

    held = now()
    return Moment(on or held.day, at())
