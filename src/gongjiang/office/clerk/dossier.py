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
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import asked_of_cases as asked
from gongjiang.office.clerk import standings as stand
from gongjiang.office.clerk import standings_later as after
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
    if not cases:
        return {}
    aspects = {**of_the_file(scheme, cases, today), **of_the_round(cases)}
    return _dossiers(cases, aspects, settled(scheme, today, settings, sent))


def new_dossiers(
    scheme: Scheme,
    cases: Sequence[Case],
    today: date,
    settings: Settings,
    sent: Mapping[str, Any] | None = None,
) -> dict[int, Dossier]:
    """The dossiers of cases that were made a moment ago: what they state and what the registers know."""
    return _dossiers(cases, of_the_registers(scheme, cases), settled(scheme, today, settings, sent))


def settled(
    scheme: Scheme, today: date, settings: Settings, sent: Mapping[str, Any] | None
) -> dict[str, Any]:
    """What is the same for every case."""
    days = int(settings.value("notice_days", today))
    figures = {name: settings.value(held.key, today) for name, held in scheme.figures.items()}
    return {"today": today, "sent": sent or {}, "notice_days": days, "of_unit": scheme.of_unit,
            "figures": figures}  # fmt: skip


def _dossiers(
    cases: Sequence[Case], aspects: Mapping[str, Mapping[int, Any]], common: Mapping[str, Any]
) -> dict[int, Dossier]:
    return {
        case.pk: Dossier(
            state=State(case.state),
            person=case.person_id,
            employer=case.employer_id,
            body=case.body_id,
            answers=case.answers,
            window=window(case),
            due=case.due_on,
            **common,
            **_of(case, aspects),
        )
        for case in cases
    }


def _of(case: Case, aspects: Mapping[str, Mapping[int, Any]]) -> dict[str, Any]:
    return {name: known[case.pk] for name, known in aspects.items()}


def of_the_file(scheme: Scheme, cases: Sequence[Case], today: date) -> dict[str, Mapping[int, Any]]:
    """What the file itself holds: facts, documents, hands, determinations, corrections, vetoes."""
    keys = [case.pk for case in cases]
    return {
        **of_the_registers(scheme, cases),
        "evidence": stand.evidence(keys),
        "hands": hands(scheme, keys),
        "determined": stand.determined(keys),
        "corrections": stand.corrections(keys),
        "vetoes": stand.vetoes(cases, today, stand.terms_of(cases[0])),
        "assigned": stand.assigned(keys),
        **since_recognised(scheme, keys),
    }


def since_recognised(scheme: Scheme, keys: Sequence[int]) -> dict[str, Mapping[int, Any]]:
    """Scores and referrals, where the scheme's procedure goes on to them."""
    if not (scheme.figures or scheme.logs):
        return {}
    return {"grades": after.grades(keys), "referral": after.referrals(keys)}


def of_the_registers(scheme: Scheme, cases: Sequence[Case]) -> dict[str, Mapping[int, Any]]:
    """What is known of the case from elsewhere: facts, a payee account, a live case that holds the same."""
    payees = stand.payees(scheme, cases)
    return {
        "facts": facts_of(scheme, cases),
        "account": {case.pk: payees[case.pk] is not None for case in cases},
        "claimed_by": stand.holders(scheme, cases),
    }


def of_the_round(cases: Sequence[Case]) -> dict[str, Mapping[int, Any]]:
    """How the case stands in its round: quota, panel, visit, lists, notice, decision."""
    keys = [case.pk for case in cases]
    marks = marks_of(cases)
    return {
        "quota": stand.quotas(cases),
        "rank_taken": stand.ranks(cases),
        "marks": {key: marks.get(key, Marks()) for key in keys},
        "visit": stand.visits(keys),
        "choice": stand.choices(keys),
        "notice": stand.notices(keys),
        "resolution": stand.resolutions(cases),
    }


def window(case: Case) -> Window | None:
    return Window(case.round.opens_on, case.round.closes_on) if case.round else None


def hands(scheme: Scheme, keys: Sequence[int]) -> Mapping[int, Mapping[Role, frozenset[int]]]:
    """Who has touched each case, by the role of the step they took."""
    roles = {step.name: step.by for step in scheme.procedure.steps}
    held: dict[int, dict[Role, set[int]]] = defaultdict(lambda: defaultdict(set))
    for case, step, person in asked.hands(keys):
        held[case][roles.get(step, Role.OFFICER)].add(person or 0)
    return {key: {role: frozenset(people) for role, people in held[key].items()} for key in keys}
