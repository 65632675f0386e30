"""A person's whole number: read for a reason, counted, recorded. More of them only in an emergency of two."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import Disclosure, Emergency, Person

HOURLY = 30
HOUR = timedelta(hours=1)
SHORTEST = 4


@in_turn
def disclose(person: Person, reason: str, actor: Actor, now: Moment) -> str:
    """The number, once it is kept that it was read; an officer reads so many an hour."""
    by, said = must(actor, "person.unmask"), reasoned(reason)
    under = running(actor, now)
    if under is None and read_lately(actor, now) >= HOURLY:
        raise refuse(
            f"一小时内查看已达 {HOURLY} 次；确有急需，请申请应急查看",
            f"{HOURLY} numbers were read within an hour; if it must be more, ask for an emergency",
        )
    if not person.id_number:
        raise refuse("没有登记证件号码", "No number is registered")
    Disclosure.objects.create(person=person, by_id=by, at=now.at, reason=said, emergency=under)
    told = {"by": by, "reason": said, "emergency": under.pk if under else None}
    record("person.unmask", person.ref, told, now.at)
    return person.id_number


@transaction.atomic
def ask_emergency(reason: str, actor: Actor, now: Moment) -> Emergency:
    by, said = must(actor, "person.unmask"), reasoned(reason)
    made = Emergency.objects.create(
        asked_by_id=by, asked_person_id=actor.person, asked_at=now.at, reason=said
    )
    record("emergency.ask", str(made.pk), {"by": by, "reason": said}, now.at)
    return made


@transaction.atomic
def agree_emergency(held: Emergency, actor: Actor, now: Moment) -> Emergency:
    """Another person agrees, within an hour of the asking; it runs for an hour from then."""
    by = must(actor, "emergency.agree")
    found = Emergency.objects.select_for_update().get(pk=held.pk)
    if found.agreed_by_id or found.asked_at < now.at - HOUR:
        raise refuse("此申请已同意或已过期", "This was agreed to already, or is too old")
    if by == found.asked_by_id or actor.person in (None, found.asked_person_id):
        raise refuse("须由不同人员同意", "Another person must agree")
    found.agreed_by_id, found.agreed_person_id, found.until = by, actor.person, now.at + HOUR
    found.save(update_fields=["agreed_by", "agreed_person", "until"])
    record("emergency.agree", str(found.pk), {"by": by, "until": found.until}, now.at)
    return found


def reasoned(reason: str) -> str:
    said = reason.strip()[:300]
    if len(said) < SHORTEST:
        raise refuse("请写明事由", "Say why")
    return said


def running(actor: Actor, now: Moment) -> Emergency | None:
    return Emergency.objects.filter(asked_by=actor.user, until__gt=now.at).first()


def read_lately(actor: Actor, now: Moment) -> int:
    """By the person, whatever their accounts."""
    return of(actor).filter(at__gt=now.at - HOUR, emergency=None).count()


def of(actor: Actor) -> QuerySet[Disclosure]:
    own = Q(by=actor.user) | (Q(by__person=actor.person) if actor.person else Q(pk=None))
    return Disclosure.objects.filter(own)
