"""What the registers say of claims: the certificate claimed on, insurance, shortages, earlier claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from gongjiang.law.certificate_number import agrees, certificate_spelling
from gongjiang.law.claim_terms import Channel, Claimant, ClaimKind, Obtained, WorkStatus
from gongjiang.law.occupations import occupation_name
from gongjiang.law.retirement import past_retirement
from gongjiang.law.terms import SkillLevel
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import asked_of_claims as asked
from gongjiang.office.clerk.asked_of_claims import CERTIFICATE, Certificate, Insured, Paid, Prior, Shortage
from gongjiang.office.registry.blinding import latest
from gongjiang.office.registry.models import SkillCertificate

Facts = Mapping[int, Mapping[str, Any]]
R = TypeVar("R", Certificate, Insured, Prior)
Held = Mapping[int, Sequence[Certificate]]
KINDS = {Channel.PLAN.value: ClaimKind.PLAN, Channel.UI.value: ClaimKind.UI}
GROUPS = frozenset({"claimed", "insurance", "occupations", "claims", "certificates"})


def claim_facts(cases: Sequence[Case]) -> Mapping[str, Facts]:
    """The registers that answer several facts of a claim at once, each asked once."""
    people = {case.person_id for case in cases}
    held = of_person(asked.certificates_of(people))
    told = {case.pk: claimed(case, held) for case in cases}
    return {
        "claimed": told,
        "insurance": insurance(cases, told, of_person(asked.insured(people))),
        "occupations": occupations(told),
        "claims": {pk: {"prior": earlier} for pk, earlier in prior(cases, people).items()},
        "certificates": {case.pk: {"other": others(case, held)} for case in cases},
    }


def of_person(rows: Iterable[R]) -> Mapping[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for row in rows:
        found[row.person].append(row)
    return found


def claimed(case: Case, held: Held) -> dict[str, Any]:
    """The certificate a case claims on, as the register of skills has it; nothing if it is not there."""
    number = claimed_on(case.answers)
    found = next((row for row in held[case.person_id] if row.number == number), None)
    if found is None:
        return {"number_agrees": agrees(number, None, None) if number else None}
    return {
        "level": SkillLevel(found.level),
        "occupation": occupation_name(found.occupation),
        "issued_on": found.issued_on,
        "number_agrees": agrees(found.number, found.level, found.issued_on),
        "verified": found.state == SkillCertificate.State.VERIFIED,
        "obtained_by": Obtained(found.obtained_by),
    }


def claimed_on(answers: Mapping[str, Any]) -> str:
    """The number as the registers spell it, however it was typed."""
    return certificate_spelling(str(answers.get(CERTIFICATE) or ""))


def others(case: Case, held: Held) -> list[dict[str, Any]]:
    """The person's certificates that stand, without the one claimed on."""
    number, revoked = claimed_on(case.answers), SkillCertificate.State.REVOKED
    return [
        {"number": row.number, "occupation": occupation_name(row.occupation), "level": SkillLevel(row.level)}
        for row in held[case.person_id]
        if row.number != number and row.state != revoked
    ]


def insurance(cases: Sequence[Case], told: Facts, records: Mapping[int, Sequence[Insured]]) -> Facts:
    """Months insured by now, and the status in the month of issue; retired is who was of that age by then."""
    return {
        case.pk: _insurance(case, records[case.person_id], told[case.pk].get("issued_on")) for case in cases
    }


def _insurance(case: Case, records: Sequence[Insured], issued: date | None) -> dict[str, Any]:
    told: dict[str, Any] = {"months": records[-1].months if records else None}
    in_month = [row for row in records if issued and row.month == issued.replace(day=1)]
    told["status"] = WorkStatus(in_month[0].status) if in_month else None
    person = case.person
    if issued and person.birth and person.sex and past_retirement(person.birth, person.sex, issued):  # type: ignore[arg-type]
        told["status"] = WorkStatus.RETIRED
    return told


def occupations(told: Facts) -> Facts:
    """Whether the occupation was in short supply on the day of issue."""
    rows = [row._replace(name=occupation_name(row.name)) for row in asked.shortages()]
    return {pk: {"shortage": _short(one, rows)} for pk, one in told.items()}


def _short(told: Mapping[str, Any], rows: Iterable[Shortage]) -> bool | None:
    issued, name = told.get("issued_on"), told.get("occupation")
    if not issued or not name:
        return None
    return any(
        row.name == name and row.since <= issued and (not row.until or issued <= row.until) for row in rows
    )


def prior(cases: Sequence[Case], people: Iterable[int]) -> Mapping[int, list[dict[str, Any]]]:
    """The person's other claims under the scheme that stand, and what other funds have paid them."""
    claims = of_person(asked.claims_of(people, {case.scheme for case in cases}))
    inside = {case.pk: [row for row in claims[case.person_id] if row.pk != case.pk] for case in cases}
    numbers = {claimed_on(row.answers) for earlier in inside.values() for row in earlier}
    known = {row.number: row for row in asked.certificates_by(numbers)}
    outside = paid_elsewhere(cases)
    return {
        case.pk: [_claim(row, known) for row in inside[case.pk]] + outside[latest(case.person.id_index or "")]
        for case in cases
    }


def _claim(row: Prior, known: Mapping[str, Certificate]) -> dict[str, Any]:
    found = known.get(claimed_on(row.answers))
    return {
        "certificate_number": claimed_on(row.answers) or None,
        "occupation": occupation_name(found.occupation) if found else None,
        "level": SkillLevel(found.level) if found else None,
        "year": row.opened_on.year,
        "kind": KINDS.get(row.answers.get("channel", ""), ClaimKind.SKILL),
        "claimant": Claimant(row.answers["claimant"]) if row.answers.get("claimant") else None,
        "stands": True,
    }


def paid_elsewhere(cases: Sequence[Case]) -> Mapping[str, list[dict[str, Any]]]:
    """In every form of the number: the person's own index may have been carried over to a new key already."""
    wanted = {form for case in cases for form in case.person.id_indices()}
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in asked.paid_elsewhere(wanted):
        held[latest(row.id_index)].append(_paid(row))
    return held


def _paid(row: Paid) -> dict[str, Any]:
    return {
        "certificate_number": row.certificate_number or None,
        "occupation": occupation_name(row.occupation),
        "level": SkillLevel(row.level) if row.level else None,
        "year": row.year,
        "kind": ClaimKind.UI if row.kind == ClaimKind.UI else ClaimKind.OTHER,
        "claimant": None,
        "stands": True,
    }
