"""The worker's half of the post: claim one message, let it go, say how it went. It never goes twice.

A claim is kept before the message leaves. Whoever dies in between leaves a claim behind, and nobody can tell
whether the message left: it is named uncertain, and a person decides.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.post.carriers import Later, Never, Unknown, carriers, open_channels
from gongjiang.office.post.models import Address, Preference, Sending
from gongjiang.office.post.models.telling import Channel

State = Sending.State
LEASE = timedelta(minutes=10)
"""Longer than any conversation with a server lasts: a claim older than this was left by the dead."""
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480))


def send_one(at: datetime) -> bool:
    """Whether there was one to send."""
    give_up_claims(at)
    held = claim(at)
    if held is None:
        return False
    subject, body = text_of(held)
    try:
        carriers()[held.address.kind].carry(held.address.value, subject, body, held.ref)
    except Later as no:
        last = held.tries > len(WAITS)
        ended(held, State.FAILED if last else State.QUEUED, at, str(no))
    except Never as no:
        ended(held, State.FAILED, at, str(no))
    except Unknown as no:
        ended(held, State.UNCERTAIN, at, str(no))
    else:
        ended(held, State.SENT, at)
    return True


@transaction.atomic
def claim(at: datetime) -> Sending | None:
    """The next that is due, ours alone."""
    due = Sending.objects.filter(state=State.QUEUED, due_at__lte=at, address__kind__in=open_channels())
    skipping = connection.features.has_select_for_update_skip_locked
    found = due.select_for_update(of=("self",), skip_locked=skipping).order_by("due_at", "pk").first()
    if found is None:
        return None
    mine = Sending.objects.filter(pk=found.pk, state=State.QUEUED)
    if not mine.update(state=State.CLAIMED, claimed_at=at, tries=found.tries + 1):
        return None
    return Sending.objects.select_related("address", "letter").get(pk=found.pk)


@transaction.atomic
def ended(held: Sending, state: State, at: datetime, fault: str = "") -> None:
    """How it went. A claim that was given up in the meantime stays as it is."""
    changed = {"state": state, "fault": fault, "ended_at": None if state == State.QUEUED else at}
    if state == State.QUEUED:
        changed["due_at"] = at + WAITS[held.tries - 1]
    if Sending.objects.filter(pk=held.pk, state=State.CLAIMED).update(**changed) and state != State.QUEUED:
        record(f"sending.{state}", held.ref, {"tries": held.tries, "fault": fault}, at)


@transaction.atomic
def give_up_claims(at: datetime) -> int:
    left = Sending.objects.filter(state=State.CLAIMED, claimed_at__lt=at - LEASE)
    return _doubted(left, "the sender died", at)


@transaction.atomic
def doubt_all(at: datetime) -> int:
    """After a restore: what waits in the copy may have left before; a person decides, one by one."""
    waiting = Sending.objects.filter(state__in=(State.CLAIMED, State.QUEUED))
    return _doubted(waiting, "put back from a backup", at)


def _doubted(found: QuerySet[Sending], fault: str, at: datetime) -> int:
    refs = list(found.values_list("ref", flat=True))
    for ref in refs:
        if found.filter(ref=ref).update(state=State.UNCERTAIN, ended_at=at, fault=fault):
            record("sending.uncertain", ref, {"fault": fault}, at)
    return len(refs)


def text_of(held: Sending) -> tuple[str, str]:
    """The letter in the language of its recipient; a digest as it was written; a code."""
    preference = Preference.objects.filter(person=held.address.person_id).first()
    english = preference is not None and preference.language == Preference.Language.ENGLISH
    if held.letter is None and held.digest_on is None:
        return _code(held.address)
    if held.letter is None:
        return held.subject, held.body
    letter = held.letter
    subject, body = (letter.subject_en, letter.body_en) if english else (letter.subject, letter.body)
    if held.address.kind == Channel.SMS:
        return subject, ""
    where = f"\n\n{settings.PUBLIC_ADDRESS}" if settings.PUBLIC_ADDRESS else ""
    return subject, body + where


def _code(address: Address) -> tuple[str, str]:
    if address.kind == Channel.SMS:
        return f"确认码 {address.code}，30 分钟内有效", ""
    return "确认您的地址 / Confirm your address", (
        f"确认码：{address.code}，30 分钟内有效。\nYour code is {address.code}, valid for 30 minutes.\n"
    )


@transaction.atomic
def settle(held: Sending | None, how: str, actor: Actor, now: Moment) -> Sending:
    """By hand: it came back; it shall be tried again; it is taken to have arrived."""
    by = must(actor, "letter.send")
    if held is None:
        raise refuse("请选择要处理的信函", "Choose what to settle")
    found = Sending.objects.select_for_update().get(pk=held.pk)
    allowed = {
        "bounced": (State.SENT, State.UNCERTAIN),
        "again": (State.FAILED, State.UNCERTAIN),
        "arrived": (State.UNCERTAIN,),
    }
    if found.state not in allowed.get(how, ()):
        raise refuse("该信函现在不能这样处理", "This cannot be done with it now")
    target = {"bounced": State.BOUNCED, "again": State.QUEUED, "arrived": State.SENT}[how]
    found.state, found.settled_by_id, found.due_at = target, by, now.at
    found.tries = 0 if how == "again" else found.tries
    found.save(update_fields=["state", "settled_by", "due_at", "tries"])
    if how == "bounced":
        Address.objects.filter(pk=found.address_id).update(bounced_at=now.at)
    record(f"sending.{how}", found.ref, {"by": by}, now.at)
    return found
