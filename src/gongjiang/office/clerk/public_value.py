"""公开值: the number that decides a draw; when it is to appear is said before, and lies ahead."""

from datetime import datetime
from zoneinfo import ZoneInfo

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse

HOUSE = ZoneInfo("Asia/Shanghai")


def appears(told: str) -> datetime | None:
    """The moment of the public value, in the house's own zone where it names none; None of other words."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=HOUSE)


def must_lie_ahead(told: str, now: Moment) -> None:
    at = appears(told)
    if at is None:
        raise refuse(
            "请写明公开值出现的日期和时间，如 2026-03-09T21:30",
            "Give the day and the hour, as 2026-03-09T21:30",
        )
    if at <= now.at:
        raise refuse("公开值须在承诺之后才出现", "The public value must appear after the promise")


def must_have_appeared(told: str, now: Moment) -> None:
    """What was promised in free words, before moments were asked for, is taken as it is."""
    at = appears(told)
    if at is not None and now.at < at:
        raise refuse("约定的时间未到，公开值尚未出现", "The public value has not appeared yet")
