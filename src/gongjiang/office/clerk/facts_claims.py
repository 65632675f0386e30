"""What the registers say of claims: the certificate claimed on, insurance, shortages, earlier claims."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q

from gongjiang.law.certificate_number import agrees
from gongjiang.law.claim_terms import Channel, Claimant, ClaimKind, Obtained, WorkStatus
from gongjiang.law.occupations import occupation_name
from gongjiang.law.retirement import past_retirement
from gongjiang.law.terms import EXITS, SkillLevel, State
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.blinding import any_of, latest
from gongjiang.office.registry.models import (
    InsuranceRecord,
    OutsidePayment,
    ShortageOccupation,
    SkillCertificate,
)

Facts = Mapping[int, Mapping[str, Any]]
KINDS = {Channel.PLAN.value: ClaimKind.PLAN, Channel.UI.value: ClaimKind.UI}
CERTIFICATE = "certificate_number"


class Certificate(NamedTuple):
    """What a claim asks of a certificate: the columns that are read of each."""

    number: str
    person: int
    level: str
    occupation: str
    issued_on: date | None
    state: str
    obtained_by: str


def claimed(cases: Sequence[Case]) -> Facts:
    """The certificate each case claims on, as the register of skills has it; nothing if it is not there."""
    held = _certificates(cases)
    return {case.pk: _claimed(held.get(case.answers.get(CERTIFICATE, ""), None), case) for case in cases}


def _claimed(held: Certificate | None, case: Case) -> dict[str, Any]:
    number = case.answers.get(CERTIFICATE)
    if held is None or held.person != case.person_id:
        return {"number_agrees": agrees(number, None, None) if number else None}
    return {
        "level": SkillLevel(held.level),
        "occupation": occupation_name(held.occupation),
        "issued_on": held.issued_on,
        "number_agrees": agrees(held.number, held.level, held.issued_on),
        "verified": held.state == SkillCertificate.State.VERIFIED,
        "obtained_by": Obtained(held.obtained_by),
    }


def _certificates(cases: Sequence[Case]) -> dict[str, Certificate]:
    numbers = [case.answers[CERTIFICATE] for case in cases if case.answers.get(CERTIFICATE)]
    rows = SkillCertificate.objects.filter(number__in=numbers)
    return {row[0]: Certificate(*row) for row in rows.values_list(*Certificate._fields)}


def insurance(cases: Sequence[Case], told: Facts) -> Facts:
    """Months insured by now, and the status in the month of issue; retired is who was of that age by then."""
    records: dict[int, list[InsuranceRecord]] = defaultdict(list)
    for row in InsuranceRecord.objects.filter(person__in=_people(cases)).order_by("month"):
        records[row.person_id].append(row)
    return {
        case.pk: _insurance(case, records[case.person_id], told[case.pk].get("issued_on")) for case in cases
    }


def _insurance(case: Case, records: list[InsuranceRecord], issued: date | None) -> dict[str, Any]:
    told: dict[str, Any] = {"months": records[-1].months if records else None}
    in_month = [row for row in records if issued and row.month == issued.replace(day=1)]
    told["status"] = WorkStatus(in_month[0].status) if in_month else None
    person = case.person
    if issued and person.birth and person.sex and past_retirement(person.birth, person.sex, issued):  # type: ignore[arg-type]
        told["status"] = WorkStatus.RETIRED
    return told


def occupations(told: Facts) -> Facts:
    """Whether the occupation was in short supply on the day of issue."""
    rows = list(ShortageOccupation.objects.all())
    return {pk: {"shortage": _short(one, rows)} for pk, one in told.items()}


def _short(told: Mapping[str, Any], rows: Iterable[ShortageOccupation]) -> bool | None:
    issued, name = told.get("issued_on"), told.get("occupation")
    if not issued or not name:
        return None
    return any(
        occupation_name(row.name) == name and row.since <= issued and (not row.until or issued <= row.until)
        for row in rows
    )


def prior(cases: Sequence[Case]) -> Mapping[int, list[dict[str, Any]]]:
    """The person's other claims under the scheme that stand, and what other funds have paid them."""
    inside, outside = _inside(cases), _outside(cases)
    return {
        case.pk: [told for key, told in inside[case.person_id] if key != case.pk]
        + outside[latest(case.person.id_index or "")]
        for case in cases
    }


def _inside(cases: Sequence[Case]) -> dict[int, list[tuple[int, dict[str, Any]]]]:
    others = Case.objects.filter(person__in=_people(cases), scheme__in={case.scheme for case in cases})
    rows = list(others.exclude(state__in=(State.DRAFT, *EXITS)))
    certificates = _certificates(rows)
    held: dict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for row in rows:
        found = certificates.get(row.answers.get(CERTIFICATE, ""))
        held[row.person_id].append((row.pk, _claim(row, found)))
    return held


def _claim(row: Case, found: Certificate | None) -> dict[str, Any]:
    return {
        "certificate_number": row.answers.get(CERTIFICATE),
        "occupation": occupation_name(found.occupation) if found else None,
        "level": SkillLevel(found.level) if found else None,
        "year": row.opened_on.year,
        "kind": KINDS.get(row.answers.get("channel", ""), ClaimKind.SKILL),
        "claimant": Claimant(row.answers["claimant"]) if row.answers.get("claimant") else None,
        "stands": True,
    }


def _outside(cases: Sequence[Case]) -> dict[str, list[dict[str, Any]]]:
    """Looked up by the number, not by the person's index: that may have been carried over already."""
    wanted = any_of({case.person.id_number for case in cases} - {""})
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in OutsidePayment.objects.filter(Q(id_index__in=wanted)):
        held[latest(row.id_index)].append(
            {
                "certificate_number": row.certificate_number or None,
                "occupation": occupation_name(row.occupation),
                "level": SkillLevel(row.level) if row.level else None,
                "year": row.year,
                "kind": ClaimKind.UI if row.kind == ClaimKind.UI else ClaimKind.OTHER,
                "claimant": None,
                "stands": True,
            }
        )
    return held


def other_certificates(cases: Sequence[Case]) -> Mapping[int, list[dict[str, Any]]]:
    """The person's certificates that stand, without the one claimed on."""
    held: dict[int, list[SkillCertificate]] = defaultdict(list)
    standing = SkillCertificate.objects.filter(person__in=_people(cases)).exclude(
        state=SkillCertificate.State.REVOKED
    )
    for row in standing:
        held[row.person_id].append(row)
    return {
        case.pk: [
            {
                "number": row.number,
                "occupation": occupation_name(row.occupation),
                "level": SkillLevel(row.level),
            }
            for row in held[case.person_id]
            if row.number != case.answers.get(CERTIFICATE)
        ]
        for case in cases
    }


def _people(cases: Sequence[Case]) -> list[int]:
    return [case.person_id for case in cases]


LISTS: Mapping[str, Callable[[Sequence[Case]], Mapping[int, Any]]] = {
    "claims.prior": prior,
    "certificates.other": other_certificates,
}


def claim_facts(cases: Sequence[Case]) -> Mapping[str, Facts]:
    """The registers that answer several facts of a claim at once, each asked once."""
    told = claimed(cases)
    return {"claimed": told, "insurance": insurance(cases, told), "occupations": occupations(told)}


GROUPS = frozenset({"claimed", "insurance", "occupations"})
