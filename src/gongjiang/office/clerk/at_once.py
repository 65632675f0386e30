"""What somebody must know at once: it goes without waiting for the office, which it may be about."""

from collections.abc import Iterable
from dataclasses import asdict

from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.telling import addresses_of, confirmed
from gongjiang.office.clerk.wordings import Text
from gongjiang.office.journal.models import record_many
from gongjiang.office.post.carriers import open_channels
from gongjiang.office.post.models import Address, Letter, Sending
from gongjiang.office.post.models.telling import Channel

HOUSE = "house"


def tell_at_once(people: Iterable[int], text: Text, now: Moment) -> list[Letter]:
    """On the page of each, and to an address of theirs where they have one. To be called within the
    transaction of the act.
    """
    letters = [
        Letter(person_id=one, state=Letter.State.SENT, written_at=now.at, sent_at=now.at, **asdict(text))
        for one in sorted(set(people))
    ]
    Letter.objects.bulk_create(letters)
    chosen = addresses_of(letter.person_id for letter in letters)
    for letter in letters:
        if address := chosen.get(letter.person_id) or any_address(letter.person_id):
            Sending.objects.create(letter=letter, address=address, due_at=now.at)
    record_many([("letter.send", letter.ref, {"by": HOUSE}) for letter in letters], now.at)
    return letters


def any_address(person: int) -> Address | None:
    """Also of who chose to read on the page alone: somebody else may be reading there by now."""
    kinds = [kind for kind in (Channel.EMAIL.value, Channel.SMS.value) if kind in open_channels()]
    return next((held for kind in kinds if (held := confirmed(person, kind))), None)
