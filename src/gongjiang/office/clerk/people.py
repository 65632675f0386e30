"""Finding or making a person and their unit: by the blind index, and only under the name on record."""

from dataclasses import dataclass

from gongjiang.law.identity import ResidentId, identity
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.registry.blinding import forms
from gongjiang.office.registry.models import Organisation, OrganisationName, Person

CITY_CODES = "4201"


@dataclass(frozen=True)
class Named:
    """A person as a form names them; the numbers have been checked and normalised."""

    name: str
    id_number: str
    employer: str = ""
    employer_code: str = ""
    occupation: str = ""


def find_or_make(told: Named, now: Moment) -> Person:
    """The name on record must agree, so that nobody is filed under another's number."""
    found = Person.objects.filter(id_index__in=forms(told.id_number)).first()
    if found and found.name != told.name.strip():
        raise refuse("该身份证号登记的姓名与所填不一致", "The name on record for this number differs")
    person = found or made(told, now)
    if told.employer_code:
        person.employer = organisation(told.employer_code, told.employer.strip())
    if told.occupation.strip():
        person.occupation = told.occupation.strip()
    person.save()
    return person


def made(told: Named, now: Moment) -> Person:
    read = identity(told.id_number, now.day)
    person = Person(name=told.name.strip(), birth=read.birth if isinstance(read, ResidentId) else None)
    person.put_id_number(told.id_number)
    return person


def organisation(code: str, name: str) -> Organisation:
    """By credit code; another name under the same code is kept beside the first."""
    unit = Organisation.objects.filter(credit_code=code).first()
    if unit is None:
        return Organisation.objects.create(
            credit_code=code, name=name, in_city=code[2:6] == CITY_CODES or None
        )
    if unit.name != name:
        OrganisationName.objects.get_or_create(organisation=unit, name=name)
    return unit
