"""The record only grows, and time with it: how far a clock is behind the end of the record."""

from datetime import datetime

from gongjiang.office.journal.models import Leaf


def last_at() -> datetime | None:
    """When the last leaf was written, by the clock of that moment."""
    return Leaf.objects.order_by("-seq").values_list("at", flat=True).first()


def seconds_behind(at: datetime) -> float:
    """By how much this is before the last leaf; nothing, or less than nothing, where it is not."""
    last = last_at()
    return (last - at).total_seconds() if last else 0.0
