"""The facts of many cases, in a fixed number of queries: what the registers know, and what was stated."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from gongjiang.law.facts import value_of
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import ContestClass, HonourLevel, HostKind, Medal, Recommender, SkillLevel
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case, Trainee
from gongjiang.office.clerk.asked_of_claims import certificates_of
from gongjiang.office.clerk.facts_claims import GROUPS, claim_facts
from gongjiang.office.clerk.facts_gathered import GATHERED, titled
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.prepared import Prepared, PreparedRows
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.registry.models import Competitor, HeldHonour, SkillCertificate
from gongjiang.office.registry.standing_results import standing

trainees = PreparedRows(
    lambda cases: (
        Trainee.objects.filter(case__among=cases)
        .order_by("edition", "pk")
        .values_list("case", "edition", "person__name", "hours", "passed")
    )
)
honours_held: Prepared[HeldHonour] = Prepared(
    lambda people: HeldHonour.objects.filter(person__among=people).select_related("entry").order_by("pk")
)
titles_held = PreparedRows(
    lambda people: Honour.objects.filter(person__among=people, revoked_on=None).values_list(
        "person", "title", "case"
    )
)
STANDING = Payable.objects.exclude(state=PayableState.STOPPED).values_list("person", "case")
paid_before = PreparedRows(
    lambda people, schemes: STANDING.filter(person__among=people, case__scheme__among=schemes), kinds=2
)
Known = Mapping[int, Any]
Reader = Callable[[Sequence[Case]], Known]


def facts_of(scheme: Scheme, cases: Sequence[Case]) -> dict[int, dict[str, Any]]:
    """For every case, by its key: the subject's facts, the stated ones read by their declared types."""
    read = registered(scheme, cases)
    return {
        case.pk: {**stated(scheme, case), **{n: known[case.pk] for n, known in read.items()}}
        for case in cases
    }


def registered(scheme: Scheme, cases: Sequence[Case]) -> dict[str, Known]:
    """What the registers answer, each asked once however many facts it knows."""
    known = sources(scheme)
    asked = {name: source.partition(".") for name, source in known.items() if source not in READERS}
    groups = claim_facts(cases) if any(group in GROUPS for group, _, _ in asked.values()) else {}
    read = {name: READERS[source](cases) for name, source in known.items() if source in READERS}
    for name, (group, _, part) in asked.items():
        if group in groups:
            read[name] = {pk: told.get(part) for pk, told in groups[group].items()}
        else:
            read[name] = GATHERED[group](cases, part)
    return read


def sources(scheme: Scheme) -> dict[str, str]:
    single = {name: field.source for name, field in scheme.subject.fields.items() if field.source}
    return single | {name: held.source for name, held in scheme.subject.lists.items()}


def stated(scheme: Scheme, case: Case) -> dict[str, Any]:
    """What the applicant stated; a value that does not fit its type counts as not stated."""
    read = {name: value_of(field, case.answers.get(name)) for name, field in scheme.asked.items()}
    return {
        name: value for name, value in read.items() if value is not None and not isinstance(value, Problem)
    }


def by_person(cases: Sequence[Case], rows: Iterable[tuple[int, Any]]) -> Known:
    held: dict[int, list[Any]] = defaultdict(list)
    for person, value in rows:
        held[person].append(value)
    return {case.pk: held[case.person_id] for case in cases}


def _people(cases: Sequence[Case]) -> list[int]:
    return [case.person_id for case in cases]


def _in_city(cases: Sequence[Case]) -> Known:
    return {case.pk: case.employer.in_city if case.employer else None for case in cases}


def _host(cases: Sequence[Case]) -> Known:
    return {case.pk: HostKind(case.employer.kind) if case.employer else None for case in cases}


def _trainees(cases: Sequence[Case]) -> Known:
    """The newest roster of each class."""
    held: dict[int, dict[int, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for case, edition, name, hours, passed in trainees(case.pk for case in cases):
        held[case][edition].append({"name": name, "hours": hours, "passed": passed})
    return {case.pk: held[case.pk][max(held[case.pk])] if held[case.pk] else [] for case in cases}


def _highest(cases: Sequence[Case]) -> Known:
    """The highest level among certificates that stand; none at all means no level."""
    levels = by_person(
        cases, ((row.person, SkillLevel(row.level)) for row in certificates_of(_people(cases))
                if row.state != SkillCertificate.State.REVOKED)
    )  # fmt: skip
    return {
        pk: max(held, key=lambda level: level.rank, default=SkillLevel.NONE) for pk, held in levels.items()
    }


def _honours(cases: Sequence[Case]) -> Known:
    return by_person(cases, ((row.person_id, _honour(row)) for row in honours_held(_people(cases))))


def _honour(row: HeldHonour) -> dict[str, Any]:
    """What the dictionary says of it; a name it does not know has no level."""
    if row.entry is None:
        return {"name": row.printed}
    return {"name": row.entry.name, "level": HonourLevel(row.entry.level), "skilled": row.entry.skilled}


def _titles(cases: Sequence[Case]) -> Known:
    """Titles that stand. The one this very case conferred does not speak against it."""
    held: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for person, title, case in titles_held(_people(cases)):
        held[person].append((title, case))
    return {
        case.pk: [{"title": titled(title)} for title, own in held[case.person_id] if own != case.pk]
        for case in cases
    }


def _results(cases: Sequence[Case]) -> Known:
    return by_person(cases, ((row.person_id, result_facts(row)) for row in standing(_people(cases))))


def result_facts(row: Competitor) -> dict[str, Any]:
    """A result as the law reads it; the class is the edition's, by its approving document."""
    result, edition = row.entry.result, row.entry.trade.edition
    return {
        "contest": str(edition),
        "klass": ContestClass(edition.klass),
        "medal": Medal(result.medal) if result.medal else None,
        "rank": result.rank,
        "recommended_by": Recommender(row.entry.recommended_by),
        "on_register": bool(edition.approving_document) or None,
    }


def _team(cases: Sequence[Case]) -> Known:
    rows = ((row.person_id, row.entry.trade.team_size) for row in standing(_people(cases)))
    return {pk: max(sizes, default=None) for pk, sizes in by_person(cases, rows).items()}


def _times_paid(cases: Sequence[Case]) -> Known:
    """Payments of the same scheme that stand, other than this case's own."""
    held: dict[int, list[int]] = defaultdict(list)
    for person, case in paid_before(_people(cases), {case.scheme for case in cases}):
        held[person].append(case)
    return {case.pk: sum(other != case.pk for other in held[case.person_id]) for case in cases}


READERS: Mapping[str, Reader] = {
    "employer.in_city": _in_city,
    "employer.kind": _host,
    "class.members": _trainees,
    "certificates.highest": _highest,
    "honours": _honours,
    "titles": _titles,
    "results": _results,
    "results.team": _team,
    "payments.times": _times_paid,
}
