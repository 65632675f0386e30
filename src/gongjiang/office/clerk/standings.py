"""How many cases stand, each aspect in one or two queries, by the key of the case."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from gongjiang.law.round_terms import RoundTerms, round_terms
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Choice, Determined, Notice, Quota, Resolution, Vetoes, Visit
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Veto
from gongjiang.office.clerk import asked_of_cases as asked
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import PayeeAccount

Keys = Sequence[int]


def evidence(keys: Keys) -> Mapping[int, frozenset[str]]:
    held: dict[int, set[str]] = defaultdict(set)
    for case, kind in asked.evidence(keys):
        held[case].add(kind)
    return {key: frozenset(held[key]) for key in keys}


def determined(keys: Keys) -> Mapping[int, tuple[Determined, ...]]:
    held: dict[int, list[Determined]] = defaultdict(list)
    for case, rule, verdict, confirmed, by, person in asked.determined(keys):
        held[case].append(Determined(rule, verdict, confirmed is not None, by, person))
    return {key: tuple(held[key]) for key in keys}


def corrections(keys: Keys) -> Mapping[int, int]:
    counted: dict[int, int] = dict(asked.corrections(keys))
    return {key: counted.get(key, 0) for key in keys}


def quotas(cases: Sequence[Case]) -> Mapping[int, Quota | None]:
    rounds, bodies = {c.round_id for c in cases}, {c.body_id for c in cases}
    places = {(round_id, body): many for round_id, body, many in asked.places(rounds, bodies)}
    used: dict[tuple[int | None, int | None], int] = defaultdict(int)
    for round_id, body in asked.spent(rounds, bodies):
        used[(round_id, body)] += 1
    keyed = {case.pk: (case.round_id, case.body_id) for case in cases}
    return {pk: Quota(places[key], used[key]) if key in places else None for pk, key in keyed.items()}


def ranks(cases: Sequence[Case]) -> Mapping[int, frozenset[int]]:
    """The ranks already taken in each body's list of the round."""
    taken: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    for round_id, body, rank in asked.ranks({c.round_id for c in cases}):
        taken[(round_id, body)].add(rank)
    return {case.pk: frozenset(taken[(case.round_id, case.body_id)]) for case in cases}


def vetoes(cases: Sequence[Case], today: date, terms: RoundTerms) -> Mapping[int, Vetoes]:
    held: dict[int, list[Veto]] = defaultdict(list)
    for row in asked.vetoes(case.pk for case in cases):
        held[row.case_id].append(row)
    return {
        case.pk: _vetoes(held[case.pk], terms, today, bool(case.answers.get("unit_head"))) for case in cases
    }


def _vetoes(rows: list[Veto], terms: RoundTerms, today: date, head: bool) -> Vetoes:
    """The newest answer of each matter counts.
    What hits the unit or its principal spares an uninvolved worker.
    """
    latest = {row.matter: row for row in rows}
    matters = [matter for matter in terms.vetoes if matter.scope == "person" or head]
    rows = [latest[matter.key] for matter in matters if matter.key in latest]
    said = {matter.key: matter.said for matter in terms.vetoes}
    return Vetoes(
        unasked=sum(matter.key not in latest for matter in matters),
        waiting=sum(not row.answer for row in rows),
        stale=sum(bool(row.answer) and row.expires_on is not None and row.expires_on < today for row in rows),
        hits=tuple(
            said.get(r.matter, Words(r.matter, r.matter)) for r in latest.values() if _reaches(r, head)
        ),
    )


def _reaches(row: Veto, head: bool) -> bool:
    return row.answer == Veto.Answer.HIT and (row.scope == Veto.Scope.PERSON or head)


def visits(keys: Keys) -> Mapping[int, Visit]:
    held = {case: Visit(*found) for case, *found in asked.visits(keys)}
    return {key: held.get(key, Visit()) for key in keys}


def choices(keys: Keys) -> Mapping[int, Choice]:
    held: dict[int, dict[str, bool]] = defaultdict(dict)
    for case, stage, selected in asked.placings(keys):
        held[case][stage] = selected
    return {key: Choice(held[key].get("shortlist"), held[key].get("final")) for key in keys}


def notices(keys: Keys) -> Mapping[int, Notice]:
    upheld = set(asked.upheld(keys))
    held = {
        case: Notice(closes, state == Entry.State.HELD, case in upheld)
        for case, closes, state in asked.entries(keys)
    }
    return {key: held.get(key, Notice()) for key in keys}


def resolutions(cases: Sequence[Case]) -> Mapping[int, Resolution]:
    """The decision that lists the case; failing that, the round's decision, which does not list it."""
    rows = asked.listed(case.pk for case in cases)
    held = {case: Resolution(document, on, True, equal) for case, document, on, equal in rows}
    decided = asked.decided({c.round_id for c in cases})
    others = {round_id: Resolution(document, on) for round_id, document, on in decided}
    return {c.pk: held.get(c.pk) or others.get(c.round_id, Resolution()) for c in cases}


def payees(scheme: Scheme, cases: Sequence[Case]) -> Mapping[int, PayeeAccount | None]:
    """The account that each case would be paid to: its own, or the newest of the person or of the unit."""
    found = [case for case in cases if not case.account_id]
    owners = {(case.employer_id if scheme.of_unit else case.person_id) for case in found}
    rows = (asked.accounts_of_units if scheme.of_unit else asked.accounts_of_people)(owners)
    newest = {(row.organisation_id if scheme.of_unit else row.person_id): row for row in rows}
    return {
        case.pk: case.account or newest.get(case.employer_id if scheme.of_unit else case.person_id)
        for case in cases
    }


def holders(scheme: Scheme, cases: Sequence[Case]) -> Mapping[int, str]:
    """The number of the live case that already holds what a case would hold; empty where it is free."""
    wanted = {case.pk: scheme.holds(case.answers) for case in cases}
    keys = [key for keys in wanted.values() for key in keys]
    held = {key: (case, number) for key, case, number in asked.holds(keys)}
    return {
        pk: next((held[key][1] for key in keys if key in held and held[key][0] != pk), "")
        for pk, keys in wanted.items()
    }


def assigned(keys: Keys) -> Mapping[int, frozenset[tuple[Role, int]]]:
    """Inspectors by case; which experts meet a case is the panel's own matter."""
    held: dict[int, set[tuple[Role, int]]] = defaultdict(set)
    for case, person in asked.inspectors(keys):
        held[case].add((Role.INSPECTOR, person))
    return {key: frozenset(held[key]) for key in keys}


def terms_of(case: Case) -> RoundTerms:
    return round_terms(case.round.terms) if case.round and case.round.terms else RoundTerms()
