"""What the registers answer about a case's own logs and scores, and about the craftsman it names."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from gongjiang.law.facts import value_of
from gongjiang.law.record import Record
from gongjiang.law.terms import EXITS, State
from gongjiang.law.words import Called, Problem
from gongjiang.office.cases.models import Case, Grade, LogRow
from gongjiang.office.honours.models import Certificate, Honour
from gongjiang.office.registry.models import Award, Organisation, Person
from gongjiang.plans import plan_of, plans

Known = Mapping[int, Any]
NAMED = "craftsman"
"""The stated fact by which a file names the craftsman it is about: the number of the certificate."""
CALLED = "name"
"""The stated fact that says what the thing is called which the file is to set up."""


def log_rows(cases: Sequence[Case], log: str) -> Known:
    """Rows that stand: confirmed, where the log asks for that, and not struck."""
    scheme = plan_of(cases[0].scheme)[cases[0].scheme]
    kept = next(held for held in scheme.logs if held.name == log)
    rows = LogRow.objects.filter(case__in=[case.pk for case in cases], log=log, struck_on=None)
    if kept.confirmed_by is not None:
        rows = rows.filter(confirmed_on__isnull=False)
    held: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for case, told in rows.values_list("case", "told"):
        held[case].append(read(kept.record, told))
    return {case.pk: held[case.pk] for case in cases}


def read(record: type[Record], told: Mapping[str, Any]) -> dict[str, Any]:
    """Stored values by their declared types; one that does not fit counts as not told."""
    values = {name: value_of(fact, told.get(name)) for name, fact in record.fields.items()}
    return {name: value for name, value in values.items() if not isinstance(value, Problem)}


def grades(cases: Sequence[Case], stage: str) -> Known:
    """The newest score of the stage."""
    rows = Grade.objects.filter(case__in=[case.pk for case in cases], stage=stage).order_by("pk")
    newest = dict(rows.values_list("case", "score"))
    return {case.pk: newest.get(case.pk) for case in cases}


def sums(cases: Sequence[Case], stage: str) -> Known:
    """The newest sum recognised at the stage, in fen."""
    rows = Grade.objects.filter(case__in=[case.pk for case in cases], stage=stage).order_by("pk")
    newest = dict(rows.values_list("case", "amount"))
    return {case.pk: newest.get(case.pk) for case in cases}


def holders(cases: Sequence[Case]) -> dict[int, Person]:
    """The person each case names by a certificate's number."""
    numbers = {case.pk: str(case.answers.get(NAMED) or "").strip() for case in cases}
    found = Certificate.objects.filter(number__in=set(numbers.values())).select_related("honour__person")
    people = {certificate.number: certificate.honour.person for certificate in found}
    return {key: people[number] for key, number in numbers.items() if number in people}


def holder(cases: Sequence[Case], part: str) -> Known:
    people = holders(cases)
    if part == "name":
        return {case.pk: people[case.pk].name if case.pk in people else None for case in cases}
    if part == "here":
        return {case.pk: _works(people.get(case.pk), case) for case in cases}
    if part == "named":
        return {case.pk: _named(people.get(case.pk), case) for case in cases}
    held: dict[int, list[dict[str, str]]] = defaultdict(list)
    rows = Honour.objects.filter(person__in={p.pk for p in people.values()}, revoked_on=None)
    for person, title in rows.values_list("person", "title"):
        held[person].append({"title": titled(title)})
    return {case.pk: held[people[case.pk].pk] if case.pk in people else [] for case in cases}


def titled(slug: str) -> str:
    """A title by its name in the plan that has it, where one is installed that does."""
    named = next((p.registers.titles[slug].said for p in plans() if slug in p.registers.titles), None)
    return Called(slug, named) if named else slug


def _works(person: Person | None, case: Case) -> bool | None:
    return person.employer_id == case.employer_id if person else None


def _named(person: Person | None, case: Case) -> bool | None:
    """Whether what the file calls it has the craftsman's whole name in it, whatever the spaces."""
    called = "".join(str(case.answers.get(CALLED) or "").split())
    return "".join(person.name.split()) in called if person and called else None


def same_filed(cases: Sequence[Case], part: str) -> Known:
    """Other live filings of the unit under the same scheme about the same person and year."""
    units = {case.employer_id for case in cases}
    rows = Case.objects.filter(scheme=cases[0].scheme, employer__in=units).exclude(state__in=EXITS)
    told = [(pk, unit, about(answers)) for pk, unit, answers in rows.values_list("pk", "employer", "answers")]
    return {
        case.pk: sum(
            pk != case.pk and unit == case.employer_id and about(case.answers) == what
            for pk, unit, what in told
        )
        for case in cases
    }


def about(answers: Mapping[str, Any]) -> tuple[Any, Any]:
    return answers.get(NAMED), answers.get("year")


def awards(cases: Sequence[Case], part: str) -> Known:
    """What the catalogue says of the award a case asks for: its window, its places, its channel."""
    named = {case.pk: str(case.answers.get("award") or "") for case in cases}
    known = {award.name: award for award in Award.objects.filter(name__in=set(named.values()))}
    taken = _asked_for(cases, set(named.values()))
    units = {c.person.employer_id for c in cases if c.person.employer_id}
    central = set(
        Organisation.objects.filter(pk__in=units, kind="central_enterprise").values_list("pk", flat=True)
    )
    return {
        case.pk: AWARD[part](known.get(named[case.pk]), case, taken[named[case.pk]], central)
        for case in cases
    }


def _asked_for(cases: Sequence[Case], names: set[str]) -> Mapping[str, list[tuple[int, int, str]]]:
    """Live cases by the award they ask for: their keys, people and states."""
    rows = Case.objects.filter(scheme=cases[0].scheme, answers__award__in=names).exclude(state__in=EXITS)
    taken: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for pk, person, state, answers in rows.values_list("pk", "person", "state", "answers"):
        taken[str(answers.get("award") or "")].append((pk, person, state))
    return taken


Taken = list[tuple[int, int, str]]
RECOMMENDED = (State.RECOMMENDED, State.CONCLUDED)


def _opens(award: Award | None, case: Case, taken: Taken, central: set[int]) -> date | None:
    return award.opens_on if award else None


def _closes(award: Award | None, case: Case, taken: Taken, central: set[int]) -> date | None:
    return award.closes_on if award else None


def _places(award: Award | None, case: Case, taken: Taken, central: set[int]) -> int | None:
    used = sum(pk != case.pk and state in RECOMMENDED for pk, _, state in taken)
    return award.places - used if award else None


def _channel(award: Award | None, case: Case, taken: Taken, central: set[int]) -> bool | None:
    return not (award.central_apart and case.person.employer_id in central) if award else None


def _waiting(award: Award | None, case: Case, taken: Taken, central: set[int]) -> int:
    return sum(
        pk != case.pk and who == case.person_id and state not in RECOMMENDED for pk, who, state in taken
    )


AWARD: dict[str, Callable[[Award | None, Case, Taken, set[int]], Any]] = {
    "opens": _opens,
    "closes": _closes,
    "places": _places,
    "channel": _channel,
    "waiting": _waiting,
}


def studios(cases: Sequence[Case], part: str) -> Known:
    """The studio each case's person leads, found by their certificate: whether it runs, its last score."""
    held = Certificate.objects.filter(honour__person__in={case.person_id for case in cases})
    numbers = dict(held.values_list("number", "honour__person"))
    of_studios = [s.slug for s in plan_of(cases[0].scheme).schemes if s.procedure.name == "studio"]
    rows = Case.objects.filter(scheme__in=of_studios, answers__craftsman__in=set(numbers))
    live = rows.exclude(state__in=EXITS).values_list("pk", "state", "answers")
    led = {numbers[answers[NAMED]]: (pk, state) for pk, state, answers in live}
    if part == "running":
        return {case.pk: led.get(case.person_id, (0, ""))[1] == State.RUNNING for case in cases}
    yearly = Grade.objects.filter(case__in=[pk for pk, _ in led.values()], stage="yearly").order_by("pk")
    newest = dict(yearly.values_list("case", "score"))
    return {case.pk: newest.get(led.get(case.person_id, (0, ""))[0]) for case in cases}


GATHERED: Mapping[str, Callable[[Sequence[Case], str], Known]] = {
    "log": log_rows,
    "grade": grades,
    "sum": sums,
    "holder": holder,
    "filed": same_filed,
    "award": awards,
    "studio": studios,
}
