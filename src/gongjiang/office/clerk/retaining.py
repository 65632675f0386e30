"""Whose data has been kept long enough; erasing it takes one person who asks and another who does it."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet

from gongjiang.law.retention import BY_NAME, Kept
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.disclosing import reasoned
from gongjiang.office.clerk.erasing_people import erase_person
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Person, Retirement

ENDED = BY_NAME["ended"]
HOLDS = {
    "payables": BY_NAME["money"], "matches": BY_NAME["money"], "honours": BY_NAME["titled"],
    "contest_entries": BY_NAME["titled"], "stories": BY_NAME["titled"],
}  # fmt: skip
"""What a person may have by which a longer rule holds their data."""


def due(today: date) -> Iterator[tuple[Person, date]]:
    """Everybody whose time is up, with the day since when; each asked for at most once."""
    found = settled().filter(retirement=None).annotate(last=Max("cases__events__on"))
    for person in found.order_by("pk").iterator():
        until = ENDED.ends(person.last) if person.last else None
        if until and until <= today:
            yield person, until


def settled() -> QuerySet[Person]:
    """People with cases, all of them ended, whom no longer rule and no post of the office holds."""
    live = Case.objects.exclude(state__in=EXITS).values("person")
    held = {f"{name}__isnull": True for name in HOLDS}
    people = Person.objects.filter(cases__isnull=False, expert=None, users__postings=None, **held)
    return people.exclude(pk__in=live).distinct()


def kept_by(person: Person, today: date) -> Words | None:
    """Why their data must stay for now, if so."""
    for name, rule in HOLDS.items():
        if getattr(person, name).exists():
            return said(rule)
    if not settled().filter(pk=person.pk).exists():
        return Words("尚有在办事项或任职", "A case of theirs is open, or they hold a post")
    last = Case.objects.filter(person=person).aggregate(last=Max("events__on"))["last"]
    until = ENDED.ends(last) if last else None
    return said(ENDED) if until is None or until > today else None


def said(rule: Kept) -> Words:
    return Words(f"{rule.said.zh}须保存：{rule.ground.zh}", f"Kept: {rule.said.en}, {rule.ground.en}")


@transaction.atomic
def ask_retirement(person: Person, reason: str, actor: Actor, now: Moment) -> Retirement:
    by, why = must(actor, "retention.ask"), reasoned(reason)
    if Retirement.objects.filter(person=person).exists():
        raise refuse("已经申请过", "This was asked for already")
    if kept := kept_by(person, now.day):
        raise Refused(kept)
    made = Retirement.objects.create(
        person=person, rule=ENDED.name, reason=why, asked_by_id=by, asked_person_id=actor.person,
        asked_at=now.at,
    )  # fmt: skip
    record("retention.ask", person.ref, {"rule": ENDED.name, "reason": why, "by": by}, now.at)
    return made


@transaction.atomic
def carry_out(held: Retirement, actor: Actor, now: Moment) -> Retirement:
    """By another person, and only if it may still be; the record of it stays, without what it was about."""
    by = must(actor, "retention.carry_out")
    found = Retirement.objects.select_for_update().select_related("person").get(pk=held.pk)
    if found.done_at:
        raise refuse("已经执行", "This was carried out already")
    if by == found.asked_by_id or actor.person in (None, found.asked_person_id):
        raise refuse("须由不同人员执行", "Another person must carry it out")
    if found.person_id == actor.person:
        raise refuse("不能办理本人事项", "Nobody decides on their own matter")
    if kept := kept_by(found.person, now.day):
        raise Refused(kept)
    found.done_by_id, found.done_person_id, found.done_at = by, actor.person, now.at
    found.save(update_fields=["done_by", "done_person", "done_at"])
    erase_person(found.person, str(by), now.at)
    record("retention.carry_out", str(found.pk), {"rule": found.rule, "by": by}, now.at)
    return found
