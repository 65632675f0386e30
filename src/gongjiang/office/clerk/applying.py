"""Asking in one's own name: a worker for themself, a unit for what it does, the office for a craftsman."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.beginning import by_office, may_apply
from gongjiang.law.certificate_number import CertificateNumber, certificate_number
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.beginning import barred, call, closed, unit
from gongjiang.office.clerk.facts_gathered import NAMED
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.opening import numbers
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.rounds import checked
from gongjiang.office.journal.models import record
from gongjiang.office.registry.looking_up import look_up
from gongjiang.office.registry.models import NominatingBody, Person, SkillCertificate


@dataclass(frozen=True)
class Printed:
    """What the certificate says that somebody claims on."""

    level: str
    occupation: str
    issued_on: date
    issuer: str = ""


@dataclass(frozen=True)
class Beside:
    """What goes with an application: the certificate claimed on, the body that is to recommend it, the
    craftsman whom the office opens a file for, by the number of their certificate.
    """

    printed: Printed | None = None
    body: NominatingBody | None = None
    about: str = ""


@transaction.atomic
def apply(scheme: Scheme, answers: Mapping[str, Any], beside: Beside, actor: Actor, now: Moment) -> Case:
    """A draft in the applicant's hands: they put it forward, or withdraw it, on its own page."""
    if not may_apply(scheme, actor):
        raise refuse("您不能申报此事项", "You may not apply for this")
    if no := closed(scheme, actor, now.day):
        raise Refused(no)
    stated = checked(scheme.slug, answers)
    person = _person(scheme, stated, beside, actor)
    if beside.printed is not None:
        _register(person, str(stated.get("certificate_number", "")), beside.printed, now)
    case = Case.objects.create(
        number=numbers(now.day.year, 1)[0], scheme=scheme.slug, person=person, answers=stated,
        employer_id=unit(scheme, person, actor), opened_on=now.day, body=beside.body,
        round=call(scheme, now.day) if scheme.round_terms.criteria else None,
    )  # fmt: skip
    if no := barred(scheme, case, actor, now.day):
        raise Refused(no)
    told = {"person": person.ref, "answers": stated, "by": account(actor)}
    record("case.apply", case.ref, told, now.at)
    return case


def _person(scheme: Scheme, stated: Mapping[str, Any], beside: Beside, actor: Actor) -> Person:
    """Whose case it is: the craftsman's, where the office or their unit opens it for them; else who asks."""
    for_another = NAMED in stated and not scheme.of_unit and Role.EMPLOYER in actor.roles
    if by_office(scheme) or for_another:
        number = str(stated.get(NAMED) or beside.about).strip()
        found = Person.objects.filter(honours__certificate__number=number).first()
        if found is None:
            raise refuse("没有这个编号的证书", "There is no certificate of this number")
        return found
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    return person


def _register(person: Person, number: str, printed: Printed, now: Moment) -> None:
    """The certificate on the register of skills, looked up at once; another's is refused."""
    parsed = certificate_number(number)
    if isinstance(parsed, Problem):
        raise Refused(parsed.said)
    found = SkillCertificate.objects.filter(number=parsed.number).first()
    if found and found.person_id != person.pk:
        raise refuse("证书编号已登记在他人名下", "This certificate number is on record for another person")
    if found:
        return
    assert isinstance(parsed, CertificateNumber)
    made = SkillCertificate(
        person=person, number=parsed.number, family=parsed.family, level=printed.level,
        occupation=printed.occupation, issued_on=printed.issued_on, issuer=printed.issuer,
    )  # fmt: skip
    look_up([made], now.day)
    made.save()
