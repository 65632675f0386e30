"""The panel's work on each case: told only when the panel has closed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from gongjiang.law.round_terms import RoundTerms, round_terms
from gongjiang.law.scoring import panel_mark, quorum, weighted_total
from gongjiang.law.standing import Marks
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import asked_of_cases as asked
from gongjiang.office.review.models import Panel

ByCriterion = Mapping[str, Decimal]


def groups() -> dict[str, int]:
    """Occupation -> the key of its group."""
    return {occupation: pk for pk, occupations in asked.groups() for occupation in occupations}


def panel_of(cases: Sequence[Case]) -> dict[int, Panel]:
    """The panel that each case belongs to, by its round and its occupation group."""
    found = {(p.round_id, p.group_id): p for p in asked.panels({c.round_id for c in cases})}
    group = groups()
    keyed = {case.pk: (case.round_id, group.get(case.occupation)) for case in cases}
    return {pk: found[key] for pk, key in keyed.items() if key in found}


def marks_of(cases: Sequence[Case]) -> dict[int, Marks]:
    panels = panel_of(cases)
    seated = _seated(set(panels.values()))
    closed = [case for case in cases if case.pk in panels and panels[case.pk].state == Panel.State.CLOSED]
    marks = review_marks(closed)
    return {
        pk: Marks(panel.pk in seated, panel.state == Panel.State.CLOSED, pk in marks, marks.get(pk))
        for pk, panel in panels.items()
    }


def _seated(panels: set[Panel]) -> set[int]:
    """The panels that are whole: as many members have accepted as the round announced."""
    serving = Counter(asked.serving(panel.pk for panel in panels))
    return {panel.pk for panel in panels if serving[panel.pk] >= round_terms(panel.round.terms).panel}


def review_marks(cases: Sequence[Case]) -> dict[int, Decimal]:
    """The review mark of every case that has a quorum on every criterion."""
    criteria = criterion_marks(cases)
    weights = {case.pk: terms(case).weights for case in cases}
    return {pk: total(found, weights[pk]) for pk, found in criteria.items() if found}


def criterion_marks(cases: Sequence[Case]) -> dict[int, ByCriterion]:
    """Panel marks by criterion; empty where a criterion has no quorum.
    A recused expert's mark is never read.
    """
    given: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    keys = [case.pk for case in cases]
    stepped = set(asked.recused(keys))
    for case, expert, marks in asked.scores(keys):
        for criterion, mark in marks.items() if (case, expert) not in stepped else ():
            given[case][criterion].append(mark)
    return {case.pk: _panel(given[case.pk], terms(case)) for case in cases}


def _panel(given: Mapping[str, list[str]], held: RoundTerms) -> ByCriterion:
    marks = {}
    for criterion in held.criteria:
        found = given.get(criterion.key, [])
        mark = panel_mark(found)
        if not quorum(found).met or isinstance(mark, Problem):
            return {}
        marks[criterion.key] = mark
    return marks


def total(marks: ByCriterion, weights: Mapping[str, str]) -> Decimal:
    summed = weighted_total([(marks[key], weight) for key, weight in weights.items()])
    if isinstance(summed, Problem):
        raise ValueError(summed.said.en)
    return summed


def terms(case: Case) -> RoundTerms:
    return round_terms(case.round.terms) if case.round else RoundTerms()
