"""Filing one nominee by hand: the person and the unit are found or made, then the file is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.identity import ResidentId, identity
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.importing import organisation
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.registry.models import NominatingBody, Person
from gongjiang.office.registry.seal import blind


@dataclass(frozen=True)
class Told:
    """What the form says of the nominee; the numbers have been checked and normalised."""

    body: str
    name: str
    id_number: str
    employer: str
    employer_code: str
    occupation: str


@transaction.atomic
def file_nominee(held: Round, told: Told, answers: Mapping[str, Any], actor: Actor, now: Moment) -> Case:
    body = NominatingBody.objects.get(code=told.body)
    own = [post.body for post in actor.posts if post.role is Role.NOMINATOR]
    if Role.OFFICER not in actor.roles and Role.NOMINATOR in actor.roles and body.pk not in own:
        raise refuse("只能为本推荐单位登记", "You may file for your own body only")
    stated = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()
    }
    return file_case(held, _person(told, now), body, stated, actor, now)


def _person(told: Told, now: Moment) -> Person:
    """Found by the blind index; the name on record must agree,
    so that nobody is filed under another's number.
    """
    unit = organisation(told.employer_code, told.employer)
    found = Person.objects.filter(id_index=blind(told.id_number)).first()
    if found and found.name != told.name.strip():
        raise refuse("该身份证号登记的姓名与所填不一致", "The name on record for this number differs")
    person = found or Person()
    if not found:
        read = identity(told.id_number, now.day)
        person.put_id_number(told.id_number)
        person.birth = read.birth if isinstance(read, ResidentId) else None
    person.name, person.employer, person.occupation = told.name.strip(), unit, told.occupation.strip()
    person.save()
    return person
