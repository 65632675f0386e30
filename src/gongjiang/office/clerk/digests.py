"""待办汇总: one mail each working day to those of the staff who asked for it."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.journal.models import record_many
from gongjiang.office.post.carriers import open_channels
from gongjiang.office.post.models import Address, Preference, Sending
from gongjiang.office.post.models.telling import Channel
from gongjiang.office.registry.models import User
from gongjiang.office.registry.official_calendar import calendar

HOUR = 8
"""Not before eight in the morning."""
Written = Callable[[Actor, date, bool], tuple[str, str] | None]


def due_on(now: Moment, hour: int) -> bool:
    """Whether this is a working day, and late enough; a year that is not loaded has none."""
    try:
        return hour >= HOUR and calendar().is_workday(now.day)
    except YearNotLoaded:
        return False


@transaction.atomic
def write_digests(write: Written, now: Moment) -> int:
    """Those of the day that are not yet written. Whoever has nothing to do gets none."""
    if Channel.EMAIL.value not in open_channels():
        return 0
    wanted = Preference.objects.filter(digest=True).exclude(person__addresses__sendings__digest_on=now.day)
    made = [one for held in wanted for one in _written(held, write, now)]
    Sending.objects.bulk_create(made)
    record_many([("digest.write", one.ref, {"on": now.day}) for one in made], now.at)
    return len(made)


def _written(held: Preference, write: Written, now: Moment) -> Iterable[Sending]:
    found = Address.objects.filter(person=held.person_id, kind=Channel.EMAIL, confirmed_at__isnull=False,
                                   bounced_at=None).order_by("-pk").first()  # fmt: skip
    user = User.objects.filter(person=held.person_id, is_active=True, postings__isnull=False).first()
    if found is None or user is None:
        return
    text = write(actor_of(user, now.day), now.day, held.language == Preference.Language.ENGLISH)
    if text is not None:
        yield Sending(address=found, digest_on=now.day, subject=text[0], body=text[1], due_at=now.at)
