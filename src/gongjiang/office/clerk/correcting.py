"""更正: an entry on public notice is never edited. Its next version is added, and its period starts anew."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.plans import plan_of

AS_BEFORE = ("notice_id", "case_id", "place", "name", "unit", "occupation", "level", "issued_on", "amount")


@dataclass(frozen=True)
class Correction:
    """What the list says from now on, the reason as it is published, and whose decision it is."""

    honours: str
    reason: str
    by: int | None


def corrected(entry: Entry, told: Correction, now: Moment) -> tuple[Entry, dict[str, Any]]:
    """The next version, beside the one before; and what the record is told of the two."""
    if entry.superseded:
        raise refuse("该条目已另行公示，不能再更正", "The entry is on another notice since: correct it there")
    closes, alone = anew(entry, now)
    Entry.objects.filter(pk=entry.pk).update(superseded=True)
    made = Entry.objects.create(
        **{name: getattr(entry, name) for name in AS_BEFORE},
        honours=told.honours or entry.honours, closes_on=closes, version=entry.version + 1, corrects=entry,
        corrected_at=now.at, corrected_by_id=told.by, reason=told.reason.strip(),
    )  # fmt: skip
    if not alone:
        _all_anew(made)
    was = {"honours": entry.honours, "closes": entry.closes_on, "version": entry.version}
    return made, {"was": was, "reason": made.reason, "alone": alone}


def anew(entry: Entry, now: Moment) -> tuple[date, bool]:
    """The end of a period that starts today, never before the one that runs; whether it is one person's."""
    settings = settings_of(plan_of(entry.notice.scheme))
    first = bool(settings.value("notice_first_day", now.day))
    try:
        closes = calendar().add_workdays(now.day, entry.notice.days, first_day_counts=first)
    except YearNotLoaded as unknown:
        raise refuse(
            f"{unknown.year} 年的放假安排尚未载入", f"The calendar of {unknown.year} is not loaded"
        ) from unknown
    return max(closes, entry.closes_on), bool(settings.value("notice_again_alone", now.day))


def _all_anew(made: Entry) -> None:
    """Where the city has ruled so, the period starts again for everybody who stands on the list."""
    listed = Entry.objects.filter(notice=made.notice_id, superseded=False, closes_on__lt=made.closes_on)
    listed.exclude(state=Entry.State.STRUCK).update(closes_on=made.closes_on)
