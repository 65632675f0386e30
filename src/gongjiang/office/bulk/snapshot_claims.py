"""The certificates of this office's registers, and everything that was claimed or paid on one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from gongjiang.law.certificate_number import agrees, certificate_spelling
from gongjiang.law.claim_terms import ClaimKind, WorkStatus
from gongjiang.law.occupations import occupation_name
from gongjiang.law.register import KEY
from gongjiang.law.retirement import past_retirement
from gongjiang.law.terms import EXITS, State
from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.blinding import latest
from gongjiang.office.registry.models import (
    InsuranceRecord,
    OutsidePayment,
    Person,
    ShortageOccupation,
    SkillCertificate,
)
from gongjiang.plans import plans

CHUNK = 5_000
Row = Mapping[str, Any]
Months = Mapping[int, list[tuple[date, int, str]]]
CERTIFICATE = "certificate_number"


def claim_schemes() -> set[str]:
    return {scheme.slug for plan in plans() for scheme in plan.schemes if per_certificate(scheme)}


def certificates() -> Iterator[Row]:
    insured, short = months(), list(ShortageOccupation.objects.all())
    held = SkillCertificate.objects.select_related("person")
    for row in held.iterator(CHUNK):
        occupation = occupation_name(row.occupation)
        yield {
            KEY: row.person.ref, "number": row.number, "level": row.level, "occupation": occupation,
            "issued_on": row.issued_on, "state": row.state, "obtained_by": row.obtained_by,
            "number_agrees": agrees(row.number, row.level, row.issued_on),
            "shortage": in_short_supply(occupation, row.issued_on, short),
            **insurance(row.person, row.issued_on, insured.get(row.person_id, [])),
        }  # fmt: skip


def months() -> Months:
    held: dict[int, list[tuple[date, int, str]]] = defaultdict(list)
    rows = InsuranceRecord.objects.order_by("month").values_list("person", "month", "months", "status")
    for person, month, number, status in rows.iterator(CHUNK):
        held[person].append((month, number, status))
    return held


def insurance(person: Person, issued: date | None, insured: list[tuple[date, int, str]]) -> Row:
    """Months insured by now, and the status in the month of issue; who was of that age by then is retired."""
    status = next((s for month, _, s in insured if issued and month == issued.replace(day=1)), None)
    if issued and person.birth and person.sex and past_retirement(person.birth, person.sex, issued):  # type: ignore[arg-type]
        status = WorkStatus.RETIRED.value
    return {"insured_months": insured[-1][1] if insured else None, "work_status": status}


def in_short_supply(occupation: str, issued: date | None, rows: Iterable[ShortageOccupation]) -> bool | None:
    if not issued or not occupation:
        return None
    return any(
        occupation_name(row.name) == occupation
        and row.since <= issued
        and (not row.until or issued <= row.until)
        for row in rows
    )


def claims() -> Iterator[Row]:
    """What is being claimed, or was: nobody may claim on the same certificate again."""
    live = Case.objects.filter(scheme__in=claim_schemes()).exclude(state__in=(State.DRAFT, *EXITS))
    rows = live.values_list("person__ref", "scheme", "answers", "opened_on")
    known = {number: (occupation_name(occupation), level) for number, occupation, level in
             SkillCertificate.objects.values_list("number", "occupation", "level")}  # fmt: skip
    for person, scheme, answers, on in rows.iterator(CHUNK):
        number = certificate_spelling(str(answers.get(CERTIFICATE) or "")) or None
        occupation, level = known.get(number or "", (None, None))
        channel = answers.get("channel")
        yield {
            KEY: person, "scheme": scheme, "paid_on": on, "stands": True, "certificate": number,
            "kind": channel if channel in set(ClaimKind) else ClaimKind.SKILL.value,
            "occupation": occupation, "level": level, "claimant": answers.get("claimant") or None,
        }  # fmt: skip


def outside_payments() -> Iterator[Row]:
    """What other funds paid, known by the year alone."""
    numbered = Person.objects.exclude(id_index=None).values_list("id_index", "ref")
    refs = {latest(index or ""): ref for index, ref in numbered}
    for row in OutsidePayment.objects.iterator(CHUNK):
        if (index := latest(row.id_index)) not in refs:
            continue
        yield {
            KEY: refs[index], "scheme": row.kind, "paid_on": date(row.year, 1, 1), "stands": True,
            "kind": ClaimKind.UI.value if row.kind == ClaimKind.UI else ClaimKind.OTHER.value,
            "certificate": certificate_spelling(row.certificate_number) or None,
            "occupation": occupation_name(row.occupation), "level": row.level or None,
        }  # fmt: skip
