"""What every claim asks the registers: the columns that are read of each answer, and the question."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from gongjiang.law.terms import EXITS, State
from gongjiang.office.cases.models import Case
from gongjiang.office.journal.prepared import Prepared
from gongjiang.office.registry.models import (
    InsuranceRecord,
    OutsidePayment,
    ShortageOccupation,
    SkillCertificate,
)

CERTIFICATE = "certificate_number"


class Certificate(NamedTuple):
    person: int
    number: str
    level: str
    occupation: str
    issued_on: date | None
    state: str
    obtained_by: str


class Insured(NamedTuple):
    """What one month's record says."""

    person: int
    month: date
    months: int
    status: str


class Shortage(NamedTuple):
    name: str
    since: date
    until: date | None


class Prior(NamedTuple):
    """Another claim of the same person."""

    person: int
    pk: int
    opened_on: date
    answers: Mapping[str, Any]


class Paid(NamedTuple):
    """What another fund has paid."""

    id_index: str
    certificate_number: str
    kind: str
    occupation: str
    level: str
    year: int


HELD = SkillCertificate.objects.order_by("pk").values_list(*Certificate._fields)
MONTHS = InsuranceRecord.objects.order_by("month").values_list(*Insured._fields)
PAYMENTS = OutsidePayment.objects.order_by("pk").values_list(*Paid._fields)
CLAIMS = Case.objects.exclude(state__in=(State.DRAFT, *EXITS)).order_by("pk").values_list(*Prior._fields)
SHORTAGES = ShortageOccupation.objects.order_by("pk").values_list(*Shortage._fields)

certificates_of = Prepared(lambda people: HELD.filter(person__among=people), Certificate._make)
certificates_by = Prepared(lambda numbers: HELD.filter(number__among=numbers), Certificate._make)
insured = Prepared(lambda people: MONTHS.filter(person__among=people), Insured._make)
paid_elsewhere = Prepared(lambda indices: PAYMENTS.filter(id_index__among=indices), Paid._make)
claims_of = Prepared(lambda people, of: CLAIMS.filter(person__among=people, scheme__among=of), Prior._make, 2)
shortages = Prepared(lambda: SHORTAGES, Shortage._make, 0)
