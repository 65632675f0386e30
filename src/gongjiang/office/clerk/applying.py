"""Asking in one's own name: a worker claims for themself, a unit applies for what it does; no round."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.certificate_number import CertificateNumber, certificate_number
from gongjiang.law.procedure import Step
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, Role, State
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import closed_to_claims
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.opening import numbers
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.rounds import checked
from gongjiang.office.journal.models import record
from gongjiang.office.registry.looking_up import look_up
from gongjiang.office.registry.models import Person, SkillCertificate
from gongjiang.plans import plan_of

ASKING = (Role.NOMINEE, Role.EMPLOYER)


@dataclass(frozen=True)
class Printed:
    """What the certificate says that somebody claims on."""

    level: str
    occupation: str
    issued_on: date
    issuer: str = ""


def entries(scheme: Scheme) -> tuple[Step, ...]:
    """The steps by which a person or a unit puts a case of their own forward; none where rounds call."""
    if scheme.round_terms.criteria or scheme.opens_on is not None:
        return ()
    leaving = scheme.procedure.leaving(State.DRAFT)
    return tuple(s for s in leaving if s.by in ASKING and s.target and s.target not in EXITS)


def may_apply(scheme: Scheme, actor: Actor) -> bool:
    roles = {step.by for step in entries(scheme)}
    return (Role.NOMINEE in roles and actor.person is not None) or bool(roles & actor.roles)


@transaction.atomic
def apply(
    scheme: Scheme, answers: Mapping[str, Any], printed: Printed | None, actor: Actor, now: Moment
) -> Case:
    """A draft in the applicant's hands: they put it forward, or withdraw it, on its own page."""
    if not may_apply(scheme, actor):
        raise refuse("您不能申报此事项", "You may not apply for this")
    if closed := closed_to_claims(plan_of(scheme.slug), now.day):
        raise Refused(closed)
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    stated = checked(scheme.slug, answers)
    if printed is not None:
        _register(person, str(stated.get("certificate_number", "")), printed, now)
    units = [post.organisation for post in actor.posts if post.role is Role.EMPLOYER]
    case = Case.objects.create(
        number=numbers(now.day.year, 1)[0], scheme=scheme.slug, person=person, answers=stated,
        employer_id=units[0] if units else person.employer_id, opened_on=now.day,
    )  # fmt: skip
    told = {"person": person.ref, "answers": stated, "by": account(actor)}
    record("case.apply", case.ref, told, now.at)
    return case


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
