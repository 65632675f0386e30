"""Keeping the registers: experts, the dictionary of honours, units, occupation groups.

What is added here feeds findings, draws and routes; every entry leaves its leaf in the record.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named, find_or_make
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import (
    Expert,
    HeldHonour,
    HonourName,
    NominatingBody,
    OccupationGroup,
    Organisation,
)


@dataclass(frozen=True)
class NewExpert:
    person: Named
    group: OccupationGroup
    body: NominatingBody | None
    since: date
    until: date


@transaction.atomic
def add_expert(new: NewExpert, actor: Actor, now: Moment) -> Expert:
    """Into the pool, for a term; the number says nothing of the person."""
    must(actor, "register.keep")
    if new.until < new.since:
        raise refuse("聘期止早于聘期起", "The term would end before it begins")
    person = find_or_make(new.person, now)
    if Expert.objects.filter(person=person).exists():
        raise refuse("此人已在专家库中", "This person is in the pool already")
    number = f"E{new.group.pk:02d}{Expert.objects.filter(group=new.group).count() + 1:03d}"
    made = Expert.objects.create(
        person=person, group=new.group, body=new.body, number=number, since=new.since, until=new.until
    )
    record("expert.add", number, {"group": new.group.code, "by": actor.user}, now.at)
    return made


@transaction.atomic
def add_honour(
    name: str, level: str, skilled: bool, aliases: list[str], actor: Actor, now: Moment
) -> HonourName:
    """Into the dictionary; honours held under that name so far are matched at once."""
    must(actor, "register.keep")
    if HonourName.objects.filter(name=name).exists():
        raise refuse("荣誉字典中已有此名称", "The dictionary has this name already")
    made = HonourName.objects.create(name=name, level=level, skilled=skilled, aliases=aliases)
    HeldHonour.objects.filter(printed__in=[name, *aliases], entry=None).update(entry=made)
    record("honour_name.add", name, {"level": level, "skilled": skilled, "by": actor.user}, now.at)
    return made


@transaction.atomic
def keep_unit(unit: Organisation, in_city: bool, sector: str, actor: Actor, now: Moment) -> Organisation:
    """Whether a unit is in the city, and its sector: what the rules and the caps ask."""
    must(actor, "register.keep")
    unit.in_city, unit.sector = in_city, sector
    unit.save(update_fields=["in_city", "sector"])
    record("unit.keep", unit.ref, {"in_city": in_city, "sector": sector, "by": actor.user}, now.at)
    return unit


@transaction.atomic
def add_occupation(group: OccupationGroup, occupation: str, actor: Actor, now: Moment) -> OccupationGroup:
    must(actor, "register.keep")
    taken = next((g for g in OccupationGroup.objects.all() if occupation in g.occupations), None)
    if taken or not occupation:
        raise refuse("职业为空，或已归入大类", "No occupation given, or it belongs to a group already")
    group.occupations = [*group.occupations, occupation]
    group.save(update_fields=["occupations"])
    record("group.occupation", group.code, {"occupation": occupation, "by": actor.user}, now.at)
    return group
