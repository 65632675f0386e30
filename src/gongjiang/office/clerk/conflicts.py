"""Conflicts of interest found in the registers: same unit now or within three years, same body,
own file, master and apprentice.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from gongjiang.office.cases.models import Case, Nomination
from gongjiang.office.registry.models import Employment, Expert, Mentorship
from gongjiang.office.review.models import Recusal

YEARS = 3
Ground = Recusal.Ground


def conflicts(cases: Sequence[Case], experts: Sequence[Expert], today: date) -> dict[tuple[int, int], str]:
    """(case, expert) -> ground, for every pair that must not meet."""
    units, bodies = _units(experts, cases, today), _bodies(cases)
    pairs = _pairs(experts, cases)
    found = {}
    for case in cases:
        for expert in experts:
            ground = _ground(case, expert, units, bodies, pairs)
            if ground:
                found[case.pk, expert.pk] = ground
    return found


def _ground(case: Case, expert: Expert, units: dict[int, set[int]], bodies: dict[int, set[int]],
            pairs: set[frozenset[int]]) -> str | None:  # fmt: skip
    if case.person_id == expert.person_id:
        return Ground.OWN
    if units[case.person_id] & units[expert.person_id]:
        return Ground.SAME_UNIT
    if expert.body_id is not None and expert.body_id in bodies[case.pk]:
        return Ground.SAME_BODY
    return Ground.MENTOR if frozenset((case.person_id, expert.person_id)) in pairs else None


def _units(experts: Sequence[Expert], cases: Sequence[Case], today: date) -> dict[int, set[int]]:
    """Where each person works, or worked within three years."""
    since = today.replace(year=today.year - YEARS, day=min(today.day, 28))
    held: dict[int, set[int]] = defaultdict(set)
    for person in [*(expert.person for expert in experts), *(case.person for case in cases)]:
        if person.employer_id:
            held[person.pk].add(person.employer_id)
    for case in cases:
        if case.employer_id:
            held[case.person_id].add(case.employer_id)
    recent = Employment.objects.filter(person__in=list(_people(experts, cases))).filter(
        Q(until=None) | Q(until__gte=since)
    )
    for key, unit in recent.values_list("person", "organisation"):
        held[key].add(unit)
    return held


def _bodies(cases: Sequence[Case]) -> dict[int, set[int]]:
    held: dict[int, set[int]] = defaultdict(set)
    for case in cases:
        if case.body_id:
            held[case.pk].add(case.body_id)
    for case_id, body in Nomination.objects.filter(case__in=[c.pk for c in cases]).values_list(
        "case", "body"
    ):
        held[case_id].add(body)
    return held


def _pairs(experts: Sequence[Expert], cases: Sequence[Case]) -> set[frozenset[int]]:
    people = list(_people(experts, cases))
    rows = Mentorship.objects.filter(master__in=people, apprentice__in=people)
    return {frozenset(pair) for pair in rows.values_list("master", "apprentice")}


def _people(experts: Sequence[Expert], cases: Sequence[Case]) -> Iterable[int]:
    yield from (expert.person_id for expert in experts)
    yield from (case.person_id for case in cases)
