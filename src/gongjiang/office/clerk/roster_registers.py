"""The registers behind the rows of a roster: people, units, certificates and accounts, found or made by the
hundred, in a fixed number of queries.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from gongjiang.law.certificate_number import CertificateNumber, certificate_number
from gongjiang.law.claim_terms import Claimant
from gongjiang.law.words import Words
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import CITY_CODES
from gongjiang.office.journal.adding import add_many
from gongjiang.office.journal.prepared import Prepared
from gongjiang.office.registry.blinding import forms, latest
from gongjiang.office.registry.looking_up import look_up
from gongjiang.office.registry.models import (
    Organisation,
    OrganisationName,
    PayeeAccount,
    Person,
    SkillCertificate,
)
from gongjiang.office.registry.sheets.claims import Read

OTHER_NAME = Words("该证件号码登记的姓名与所填不一致", "the name on record for this number differs")
OTHER_OWNER = Words("证书编号已登记在他人名下", "this certificate is on record for another person")
OTHER_LEVEL = Words("证书登记的等级或发证日期与所填不一致", "the level or day on record differs")

people_by: Prepared[Person] = Prepared(lambda indices: Person.objects.filter(id_index__among=indices))
units_by: Prepared[Organisation] = Prepared(
    lambda codes: Organisation.objects.filter(credit_code__among=codes)
)
certificates_by: Prepared[SkillCertificate] = Prepared(
    lambda numbers: SkillCertificate.objects.filter(number__among=numbers)
)
accounts_by: Prepared[PayeeAccount] = Prepared(
    lambda indices: PayeeAccount.objects.filter(number_index__among=indices)
)
OwnerKey = tuple[bool, int, str]


@dataclass
class Registers:
    """What stands behind a part of a roster. `refused` are rows that contradict what is on record."""

    people: dict[str, Person] = field(default_factory=dict)
    units: dict[str, Organisation] = field(default_factory=dict)
    accounts: dict[int, PayeeAccount] = field(default_factory=dict)
    refused: list[tuple[Read, str, Words]] = field(default_factory=list)


def registers_of(reads: Sequence[Read], now: Moment) -> tuple[Registers, list[Read]]:
    """The registers, and the rows that agree with them."""
    held = Registers()
    reads = _without(held, reads, _people(held, reads), "id_number", OTHER_NAME)
    _units(held, reads)
    strangers, differing = _certificates(held, reads, now)
    reads = _without(held, reads, strangers, "certificate", OTHER_OWNER)
    reads = _without(held, reads, differing, "certificate", OTHER_LEVEL)
    _accounts(held, reads, now.at)
    return held, list(reads)


def _without(held: Registers, reads: Iterable[Read], bad: set[int], column: str, said: Words) -> list[Read]:
    held.refused += [(read, column, said) for read in reads if read.row in bad]
    return [read for read in reads if read.row not in bad]


def _people(held: Registers, reads: Sequence[Read]) -> set[int]:
    """People by number; the rows of those on record under another name."""
    every = {read.id_number: forms(read.id_number) for read in reads}
    known = {latest(person.id_index or ""): person for person in people_by(chain(*every.values()))}
    held.people = {number: known[found[-1]] for number, found in every.items() if found[-1] in known}
    fresh = {read.id_number: read for read in reads if read.id_number not in held.people}
    made = [_person(read, every[number]) for number, read in fresh.items()]
    add_many(made)
    held.people.update(zip(fresh, made, strict=True))
    return {read.row for read in reads if held.people[read.id_number].name != read.name}


def _person(read: Read, found: Sequence[str]) -> Person:
    person = Person(name=read.name, birth=read.birth, sex=read.sex, occupation=read.occupation)
    person.put_id_number(read.id_number, found)
    if read.phone:
        person.put_phone(read.phone)
    return person


def _units(held: Registers, reads: Sequence[Read]) -> None:
    named = {read.employer_code: read.employer for read in reads}
    known = {unit.credit_code: unit for unit in units_by(named)}
    fresh = [
        Organisation(credit_code=code, name=name, in_city=code[2:6] == CITY_CODES or None)
        for code, name in named.items()
        if code not in known
    ]
    add_many(fresh)
    held.units = {unit.credit_code or "": unit for unit in (*known.values(), *fresh)}
    others = {(held.units[read.employer_code].pk, read.employer) for read in reads}
    names = {(unit.pk, unit.name) for unit in held.units.values()}
    borne = OrganisationName.objects.filter(organisation__in=held.units.values())
    past = set(borne.values_list("organisation", "name"))
    new = [OrganisationName(organisation_id=pk, name=name) for pk, name in others - names - past]
    add_many(new)


def _certificates(held: Registers, reads: Sequence[Read], now: Moment) -> tuple[set[int], set[int]]:
    """Certificates by number; the rows whose number is another person's, and those it says otherwise of."""
    known = {row.number: row for row in certificates_by([read.certificate_number for read in reads])}
    fresh = [_certificate(held, read) for read in reads if read.certificate_number not in known]
    look_up(fresh, now.day)
    add_many(fresh)
    known.update({row.number: row for row in fresh})
    strangers, differing = set(), set()
    for read in reads:
        row = known[read.certificate_number]
        if row.person_id != held.people[read.id_number].pk:
            strangers.add(read.row)
        elif row.level != read.level or read.issued_on not in (None, row.issued_on):
            differing.add(read.row)
    return strangers, differing


def _certificate(held: Registers, read: Read) -> SkillCertificate:
    parsed = certificate_number(read.certificate_number)
    return SkillCertificate(
        person=held.people[read.id_number],
        number=read.certificate_number,
        family=parsed.family if isinstance(parsed, CertificateNumber) else "",
        level=read.level,
        occupation=read.occupation,
        issued_on=read.issued_on,
        issuer=read.issuer,
    )


def _accounts(held: Registers, reads: Sequence[Read], at: datetime) -> None:
    """The account of each row: the worker's own, or the unit's; the same one is not added twice."""
    every = {number: forms(number) for number in {read.account for read in reads}}
    wanted = {read.row: _owner(held, read, every[read.account][-1]) for read in reads}
    known: dict[OwnerKey, PayeeAccount] = {
        (row.person_id is None, row.person_id or row.organisation_id or 0, latest(row.number_index)): row
        for row in accounts_by(chain(*every.values()))
    }
    fresh: dict[OwnerKey, PayeeAccount] = {}
    for read in reads:
        key = wanted[read.row]
        if key not in known and key not in fresh:
            fresh[key] = _account(held, read, every[read.account], at)
    add_many(fresh.values())
    known |= fresh
    held.accounts = {row: known[key] for row, key in wanted.items()}


def _owner(held: Registers, read: Read, index: str) -> OwnerKey:
    unit = read.claimant == Claimant.UNIT
    owner = held.units[read.employer_code].pk if unit else held.people[read.id_number].pk
    return unit, owner, index


def _account(held: Registers, read: Read, found: Sequence[str], at: datetime) -> PayeeAccount:
    unit = read.claimant == Claimant.UNIT
    owner = held.units[read.employer_code] if unit else held.people[read.id_number]
    made = PayeeAccount(holder=owner.name, bank=read.bank, added_at=at)
    made.organisation, made.person = (owner, None) if unit else (None, owner)  # type: ignore[assignment]
    made.put_number(read.account, found)
    return made
