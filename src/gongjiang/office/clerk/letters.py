"""Sending the letters that wait, or holding them back: a person has read them."""

from collections.abc import Sequence

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record_many
from gongjiang.office.post.models import Letter


@transaction.atomic
def send_letters(refs: Sequence[str], hold: bool, actor: Actor, now: Moment) -> int:
    """A letter that has gone does not go again. The person reads it on their own page."""
    must(actor, "letter.send")
    waiting = list(Letter.objects.select_for_update().filter(ref__in=refs, state=Letter.State.WAITING))
    if not waiting:
        raise refuse("请勾选待发信函", "Tick the letters first")
    for letter in waiting:
        letter.state = Letter.State.HELD if hold else Letter.State.SENT
        letter.sent_at, letter.sent_by_id = now.at, actor.user
    Letter.objects.bulk_update(waiting, ["state", "sent_at", "sent_by"])
    record_many(
        [("letter.hold" if hold else "letter.send", letter.ref, {"by": actor.user}) for letter in waiting],
        now.at,
    )
    return len(waiting)
