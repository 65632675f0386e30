"""Sending the letters that wait, or holding them back, once a person has read them; mending their text."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.telling import addresses_of
from gongjiang.office.clerk.wordings import LONGEST, Text
from gongjiang.office.journal.models import record, record_many
from gongjiang.office.post.models import Letter, Reworded, Sending


@transaction.atomic
def send_letters(refs: Sequence[str], hold: bool, actor: Actor, now: Moment) -> int:
    """A letter that has gone does not go again. The person reads it on their own page, and is told by the
    way they chose."""
    must(actor, "letter.send")
    waiting = list(Letter.objects.select_for_update().filter(ref__in=refs, state=Letter.State.WAITING))
    if not waiting:
        raise refuse("请勾选待发信函", "Tick the letters first")
    for letter in waiting:
        letter.state = Letter.State.HELD if hold else Letter.State.SENT
        letter.sent_at, letter.sent_by_id = now.at, actor.user
    Letter.objects.bulk_update(waiting, ["state", "sent_at", "sent_by"])
    if not hold:
        _queue(waiting, now)
    record_many(
        [("letter.hold" if hold else "letter.send", letter.ref, {"by": actor.user}) for letter in waiting],
        now.at,
    )
    return len(waiting)


def _queue(letters: Sequence[Letter], now: Moment) -> None:
    """What goes to an address goes by the worker, once this transaction is kept."""
    addresses = addresses_of({letter.person_id for letter in letters})
    Sending.objects.bulk_create(
        Sending(letter=letter, address=addresses[letter.person_id], due_at=now.at)
        for letter in letters
        if letter.person_id in addresses
    )


@transaction.atomic
def reword(letter: Letter, text: Text, actor: Actor, now: Moment) -> Letter:
    """What it said before is kept beside it."""
    by = must(actor, "letter.send")
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    if held.state != Letter.State.WAITING:
        raise refuse("信函已发出或不发，不能再改", "The letter has gone or was held: it cannot be changed")
    before = Text(held.subject, held.subject_en, held.body, held.body_en)
    if any(not part.strip() for part in asdict(text).values()):
        raise refuse("中文和英文的标题、正文都须填写", "Subject and body are needed in both languages")
    if any(len(part) > LONGEST[name] for name, part in asdict(text).items()):
        raise refuse("文字太长", "The text is too long")
    if text == before:
        raise refuse("文字没有变化", "The text has not changed")
    Reworded.objects.create(letter=held, by_id=by, at=now.at, **asdict(before))
    for name, part in asdict(text).items():
        setattr(held, name, part)
    held.save(update_fields=list(asdict(text)))
    record("letter.reword", held.ref, {**asdict(text), "by": by}, now.at)
    return held


@transaction.atomic
def read_letter(letter: Letter, actor: Actor, now: Moment) -> None:
    """The first time its own recipient opens it."""
    own = actor.person is not None and actor.person == letter.person_id
    held = Letter.objects.filter(pk=letter.pk, read_at=None, state=Letter.State.SENT)
    if own and held.update(read_at=now.at):
        record("letter.read", letter.ref, {"by": account(actor)}, now.at)
