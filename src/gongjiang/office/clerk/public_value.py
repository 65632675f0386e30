"""公开值: the number that decides a draw; when it is to appear is said before, and lies ahead."""

from datetime import datetime
from zoneinfo import ZoneInfo

from gongjiang.office.clerk.refused import refuse

HOUSE = ZoneInfo("Asia/Shanghai")


def appears(told: str) -> datetime:
    """The moment of the public value, in the house's own zone where it names none."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise refuse(
            "请写明公开值出现的日期和时间，如 2026-03-09T21:30",
            "Give the day and the hour, as 2026-03-09T21:30",
        ) from None
    return at if at.tzinfo else at.replace(tzinfo=HOUSE)
