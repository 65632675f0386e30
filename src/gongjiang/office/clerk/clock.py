"""The clock was ahead while the record was written: the record says so, and time goes on from now."""

from django.db import transaction

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.pace import last_at, seconds_behind


@transaction.atomic
def put_right(reason: str, now: Moment) -> int:
    """By how many seconds the last leaf is ahead of now; refused where it is not, or without a reason."""
    ahead, last = int(seconds_behind(now.at)), last_at()
    if ahead <= 0:
        raise refuse("时钟不早于记录，无需更正", "The clock is not behind the record")
    if not reason.strip():
        raise refuse("请写明原因", "Give the reason")
    record("clock.right", "record", {"ahead": ahead, "last": last, "reason": reason.strip()}, now.at)
    return ahead
