"""本人数据: everything the house holds about a person, for themself; that it was taken is recorded."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.models import Payable
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import (
    Employment,
    HeldHonour,
    InsuranceRecord,
    Mentorship,
    PayeeAccount,
    Person,
    SkillCertificate,
)
from gongjiang.office.registry.standing_results import published
from gongjiang.office.services.models import Attendance, Booking

Rows = list[dict[str, Any]]


@transaction.atomic
def own_data(actor: Actor, now: Moment) -> Mapping[str, Any]:
    """Plain values by where they are kept. Who reviewed them, and marks, are not theirs to have."""
    person = Person.objects.select_related("employer").filter(pk=actor.person or 0).first()
    if person is None:
        raise refuse("账号未关联自然人", "This account belongs to no person")
    told = {
        "person": _person(person), "registers": _registers(person), "cases": _cases(person),
        "log_rows": _log_rows(person), "money": _money(person), "letters": _letters(person),
        "services": _services(person), "work": _work(person),
    }  # fmt: skip
    record("person.export", person.ref, {"by": actor.user}, now.at)
    return told


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name, "identity_number": person.id_number, "telephone": person.phone,
        "birth": person.birth, "sex": person.sex, "occupation": person.occupation,
        "position": person.position, "employer": person.employer.name if person.employer else "",
    }  # fmt: skip


def _registers(person: Person) -> dict[str, Rows]:
    certificates = SkillCertificate.objects.filter(person=person)
    honours, titles = HeldHonour.objects.filter(person=person), Honour.objects.filter(person=person)
    results = published().filter(person=person)
    return {
        "certificates": _rows(certificates.values("number", "level", "occupation", "issued_on", "state")),
        "honours": _rows(honours.values("printed", "document", "given_on")),
        "titles": _rows(
            titles.values("title", "conferred_on", "revoked_on", "ground", "certificate__number")
        ),
        "contests": [
            {
                "contest": str(row.entry.trade.edition),
                "rank": row.entry.result.rank,
                "medal": row.entry.result.medal,
            }
            for row in results
        ],
    }


def _cases(person: Person) -> Rows:
    """Their own cases, with what was stated, every step and its day, and the documents by name."""
    cases = Case.objects.filter(person=person).prefetch_related("events", "evidence")
    return [
        {
            "number": case.number, "scheme": case.scheme, "state": case.state, "stated": case.answers,
            "steps": [{"on": one.on, "step": one.step, "to": one.target} for one in case.events.all()],
            "documents": [{"kind": file.kind, "name": file.name} for file in case.evidence.all()],
        }
        for case in cases
    ]  # fmt: skip


def _log_rows(person: Person) -> Rows:
    rows = LogRow.objects.filter(person=person).values("case__number", "log", "told", "on", "struck_on")
    return _rows(rows)


def _money(person: Person) -> dict[str, Rows]:
    accounts = PayeeAccount.objects.filter(person=person).values("holder", "bank", "tail")
    owed = Payable.objects.filter(person=person, case__person=person)
    return {
        "accounts": _rows(accounts),
        "owed_fen": _rows(owed.values("case__number", "amount", "fund", "year", "line", "state")),
    }


def _letters(person: Person) -> Rows:
    sent = Letter.objects.filter(person=person, state=Letter.State.SENT)
    return _rows(sent.values("subject", "body", "sent_at"))


def _services(person: Person) -> dict[str, Rows]:
    booked = Booking.objects.filter(person=person).values("session__title", "session__on", "people")
    came = Attendance.objects.filter(person=person).values("session__title", "session__on", "stars", "words")
    return {"booked": _rows(booked), "attended": _rows(came)}


def _work(person: Person) -> dict[str, Rows]:
    """Where they worked, who taught them and whom they teach, and what was handed in of their insurance."""
    worked = Employment.objects.filter(person=person).values("organisation__name", "since", "until")
    insured = InsuranceRecord.objects.filter(person=person).values("month", "months", "status")
    masters = Mentorship.objects.filter(apprentice=person).values("master__name", "since")
    apprentices = Mentorship.objects.filter(master=person).values("apprentice__name", "since")
    return {
        "employments": _rows(worked), "insurance": _rows(insured),
        "masters": _rows(masters), "apprentices": _rows(apprentices),
    }  # fmt: skip


def _rows(found: Iterable[Mapping[str, Any]]) -> Rows:
    return [dict(row) for row in found]
