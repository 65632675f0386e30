"""Read many cases out of the database and into the law's terms: a handful of queries,
whatever their number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gongjiang.law.procedure import Dossier
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Marks, Window
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk import standings as stand
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.clerk.marks import marks_of


def read_dossiers(
    scheme: Scheme,
    cases: Sequence[Case],
    today: date,
    settings: Settings,
    sent: Mapping[str, Any] | None = None,
) -> dict[int, Dossier]:
    """Every dossier by the key of its case. The cases are of one scheme and of one round."""
    keys = [case.pk for case in cases]
    terms = stand.terms_of(cases[0]) if cases else None
    facts, given, files = facts_of(scheme, cases), hands(scheme, keys), stand.evidence(keys)
    settled, waiting, quota, taken = (
        stand.determined(keys),
        stand.corrections(keys),
        stand.quotas(cases),
        stand.ranks(cases),
    )
    vetoed = stand.vetoes(cases, today, terms) if terms else {}
    visits, choices, notices = stand.visits(keys), stand.choices(keys), stand.notices(keys)
    resolved, payees, named = stand.resolutions(keys), stand.accounts(cases), stand.assigned(keys)
    marks = marks_of(cases)
    return {
        case.pk: Dossier(
            state=State(case.state),
            person=case.person_id,
            today=today,
            employer=case.employer_id,
            body=case.body_id,
            facts=facts[case.pk],
            answers=case.answers,
            evidence=files[case.pk],
            hands=given[case.pk],
            assigned=named[case.pk],
            determined=settled[case.pk],
            corrections=waiting[case.pk],
            rank_taken=taken[case.pk],
            window=window(case),
            quota=quota[case.pk],
            vetoes=vetoed[case.pk],
            marks=marks.get(case.pk, Marks()),
            visit=visits[case.pk],
            choice=choices[case.pk],
            notice=notices[case.pk],
            resolution=resolved[case.pk],
            account=case.person_id in payees,
            notice_days=int(settings.value("notice_days", today)),
            sent=sent or {},
        )
        for case in cases
    }


def window(case: Case) -> Window | None:
    return Window(case.round.opens_on, case.round.closes_on) if case.round else None


def hands(scheme: Scheme, keys: Sequence[int]) -> Mapping[int, Mapping[Role, frozenset[int]]]:
    """Who has touched each case, by the role of the step they took."""
    roles = {step.name: step.by for step in scheme.procedure.steps}
    held: dict[int, dict[Role, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Event.objects.filter(case__in=keys, person__isnull=False).values_list("case", "step", "person")
    for case, step, person in rows:
        held[case][roles.get(step, Role.OFFICER)].add(person or 0)
    return {key: {role: frozenset(people) for role, people in held[key].items()} for key in keys}
