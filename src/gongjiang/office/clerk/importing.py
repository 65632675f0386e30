"""Importing a nominations sheet: checked first, then the good rows go in, each with its person,
unit and papers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongjiang.law.certificate_number import CertificateNumber, certificate_number
from gongjiang.law.plan import Plan
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import organisation
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.blinding import forms
from gongjiang.office.registry.models import (
    HeldHonour,
    HonourName,
    NominatingBody,
    Person,
    SkillCertificate,
)
from gongjiang.office.registry.sheets.nomination_columns import COLUMNS
from gongjiang.office.registry.sheets.nominations import Checked, Read, Vocabulary, check_sheet
from gongjiang.office.registry.sheets.reading import Sheet, read_sheet

MANAGING = ("主任", "经理", "厂长", "部长", "科长", "处长", "主管", "书记", "总监", "董事")


@dataclass
class Imported:
    filed: list[Case] = field(default_factory=list)
    merged: list[tuple[int, Case]] = field(default_factory=list)
    refused: list[tuple[int, Words]] = field(default_factory=list)


def plan_vocabulary(plan: Plan) -> Vocabulary:
    """What a new installation of the plan would call things."""
    bodies = {a: b.said.zh for b in plan.registers.bodies for a in (b.said.zh, *b.aliases)}
    honours = {a: h.said.zh for h in plan.registers.honours for a in (h.said.zh, *h.aliases)}
    return Vocabulary(bodies, honours)


def vocabulary() -> Vocabulary:
    """What this office's registers call things."""
    bodies = {alias: body.name for body in NominatingBody.objects.all() for alias in body.named}
    honours = {alias: h.name for h in HonourName.objects.all() for alias in (h.name, *h.aliases)}
    return Vocabulary(bodies, honours)


def check(
    data: bytes, words: Vocabulary, today: date, renamed: Mapping[str, str] | None = None
) -> tuple[Sheet, Checked]:
    sheet = read_sheet(data, COLUMNS, renamed)
    if isinstance(sheet, Problem):
        raise Refused(sheet.said)
    return sheet, check_sheet(sheet, words, today)


def take_in(held: Round, rows: Sequence[Read], actor: Actor, now: Moment) -> Imported:
    """Every good row by itself: one that is refused leaves the others as they are."""
    must(actor, "case.import")
    bodies, names = {body.name: body for body in NominatingBody.objects.all()}, _dictionary()
    done = Imported()
    for row in rows:
        try:
            case, standing = _filed(held, row, bodies[row.nominating_area], names, actor, now)
        except Refused as no:
            done.refused.append((row.row, no.said))
            continue
        if standing:
            done.merged.append((row.row, case))
        else:
            done.filed.append(case)
    return done


@in_turn
def _filed(held: Round, row: Read, body: NominatingBody, names: Mapping[str, HonourName], actor: Actor,
           now: Moment) -> tuple[Case, bool]:  # fmt: skip
    """The row's case, and whether the person had one in this round already."""
    _must_be_own(body, actor)
    person = register(row, names)
    standing = Case.objects.filter(round=held, person=person).exists()
    return file_case(held, person, body, answers_of(row), actor, now), standing


def _must_be_own(body: NominatingBody, actor: Actor) -> None:
    """A nominating body sends its own people; the city office may send anybody's."""
    if Role.OFFICER in actor.roles:
        return
    if not any(post.role is Role.NOMINATOR and post.body == body.pk for post in actor.posts):
        raise Refused(Words(f"“{body.name}”不是您的推荐单位", f"{body.name} is not your body"))


def answers_of(row: Read) -> dict[str, Any]:
    """What the sheet states. A post that sounds like management is left open: a person decides."""
    stated: dict[str, Any] = {"front_line_since": row.front_line_since.isoformat()}
    if not any(word in row.position for word in MANAGING):
        stated["front_line"] = True
    return stated


def register(row: Read, names: Mapping[str, HonourName]) -> Person:
    """The person, found by the blind index or made; their unit, certificate and honours beside them."""
    unit = organisation(row.employer_code, row.employer)
    person = Person.objects.filter(id_index__in=forms(row.id_number)).first() or Person(birth=row.birth)
    if person.pk and person.name != row.name:
        raise Refused(Words("该身份证号登记的姓名与所填不一致", "The name on record for this number differs"))
    if not person.pk:
        person.put_id_number(row.id_number)
    person.name, person.employer, person.occupation, person.position = (
        row.name,
        unit,
        row.occupation,
        row.position,
    )
    if row.phone:
        person.put_phone(row.phone)
    person.save()
    certificate(person, row)
    for printed in row.honours:
        HeldHonour.objects.get_or_create(
            person=person, printed=printed, defaults={"entry": names.get(printed)}
        )
    return person


def certificate(person: Person, row: Read) -> None:
    """A number belongs to one person: somebody else's is refused."""
    parsed = certificate_number(row.certificate_number)
    family = parsed.family if isinstance(parsed, CertificateNumber) else ""
    found = SkillCertificate.objects.filter(number=row.certificate_number).first()
    if found and found.person_id != person.pk:
        raise Refused(
            Words("证书编号已登记在他人名下", "This certificate number is on record for another person")
        )
    if not found:
        SkillCertificate.objects.create(
            person=person,
            number=row.certificate_number,
            family=family,
            level=row.skill_level,
            occupation=row.occupation,
            issued_on=row.issued_on,
        )


def _dictionary() -> dict[str, HonourName]:
    return {name.name: name for name in HonourName.objects.all()}
