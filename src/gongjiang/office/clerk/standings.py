"""How many cases stand, each aspect in one or two queries, by the key of the case."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count, Q

from gongjiang.law.round_terms import RoundTerms, round_terms
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Choice, Determined, Notice, Quota, Resolution, Vetoes, Visit
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.cases.models import (
    Case,
    CorrectionItem,
    Determination,
    Evidence,
    Hold,
    Nomination,
    Veto,
)
from gongjiang.office.cases.models import Quota as QuotaRow
from gongjiang.office.honours.models import Resolution as ResolutionRow
from gongjiang.office.journal.prepared import Prepared
from gongjiang.office.notice.models import Entry, Objection
from gongjiang.office.registry.models import PayeeAccount
from gongjiang.office.review.models import Inspector, Placing
from gongjiang.office.review.models import Visit as VisitRow

Keys = Sequence[int]


def evidence(keys: Keys) -> Mapping[int, frozenset[str]]:
    held: dict[int, set[str]] = defaultdict(set)
    for case, kind in Evidence.objects.filter(case__in=keys).values_list("case", "kind"):
        held[case].add(kind)
    return {key: frozenset(held[key]) for key in keys}


def determined(keys: Keys) -> Mapping[int, tuple[Determined, ...]]:
    held: dict[int, list[Determined]] = defaultdict(list)
    for row in Determination.objects.filter(case__in=keys).select_related("by"):
        confirmed, by, person = row.confirmed_by_id is not None, row.by_id, row.by.person_id
        held[row.case_id].append(Determined(row.rule, row.verdict, confirmed, by, person))
    return {key: tuple(held[key]) for key in keys}


def corrections(keys: Keys) -> Mapping[int, int]:
    open_items = CorrectionItem.objects.filter(correction__case__in=keys, correction__answered_on=None)
    counted = dict(
        open_items.values_list("correction__case")
        .annotate(Count("pk"))
        .values_list("correction__case", "pk__count")
    )
    return {key: counted.get(key, 0) for key in keys}


def quotas(cases: Sequence[Case]) -> Mapping[int, Quota | None]:
    rounds, bodies = {c.round_id for c in cases}, {c.body_id for c in cases}
    places = {
        (q.round_id, q.body_id): q.places for q in QuotaRow.objects.filter(round__in=rounds, body__in=bodies)
    }
    used: dict[tuple[int | None, int | None], int] = defaultdict(int)
    spent = Nomination.objects.filter(case__round__in=rounds, body__in=bodies, merged=False).exclude(
        case__state="withdrawn"
    )
    for round_id, body in spent.values_list("case__round", "body"):
        used[(round_id, body)] += 1
    keyed = {case.pk: (case.round_id, case.body_id) for case in cases}
    return {pk: Quota(places[key], used[key]) if key in places else None for pk, key in keyed.items()}


def ranks(cases: Sequence[Case]) -> Mapping[int, frozenset[int]]:
    """The ranks already taken in each body's list of the round."""
    rounds = {c.round_id for c in cases if c.round_id}
    taken: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    for round_id, body, rank in Nomination.objects.filter(case__round__in=rounds).values_list(
        "case__round", "body", "rank"
    ):
        taken[(round_id, body)].add(rank)
    return {case.pk: frozenset(taken[(case.round_id, case.body_id)]) for case in cases}


def vetoes(cases: Sequence[Case], today: date, terms: RoundTerms) -> Mapping[int, Vetoes]:
    held: dict[int, list[Veto]] = defaultdict(list)
    for row in Veto.objects.filter(case__in=[case.pk for case in cases]).order_by("asked_on", "pk"):
        held[row.case_id].append(row)
    return {
        case.pk: _vetoes(held[case.pk], terms, today, bool(case.answers.get("unit_head"))) for case in cases
    }


def _vetoes(rows: list[Veto], terms: RoundTerms, today: date, head: bool) -> Vetoes:
    """The newest answer of each matter counts.
    What hits the unit or its principal spares an uninvolved worker.
    """
    latest = {row.matter: row for row in rows}
    asked = [matter for matter in terms.vetoes if matter.scope == "person" or head]
    rows = [latest[matter.key] for matter in asked if matter.key in latest]
    said = {matter.key: matter.said for matter in terms.vetoes}
    return Vetoes(
        unasked=sum(matter.key not in latest for matter in asked),
        waiting=sum(not row.answer for row in rows),
        stale=sum(bool(row.answer) and row.expires_on is not None and row.expires_on < today for row in rows),
        hits=tuple(
            said.get(r.matter, Words(r.matter, r.matter)) for r in latest.values() if _reaches(r, head)
        ),
    )


def _reaches(row: Veto, head: bool) -> bool:
    return row.answer == Veto.Answer.HIT and (row.scope == Veto.Scope.PERSON or head)


def visits(keys: Keys) -> Mapping[int, Visit]:
    rows = VisitRow.objects.filter(case__in=keys).annotate(
        signed=Count("inspectors", filter=Q(inspectors__signed_at__isnull=False), distinct=True),
        concerned=Count("concerns", filter=Q(concerns__cleared_on=None), distinct=True),
    )
    held = {row.case_id: Visit(row.signed, row.conclusion, row.concerned, row.mark) for row in rows}
    return {key: held.get(key, Visit()) for key in keys}


def choices(keys: Keys) -> Mapping[int, Choice]:
    held: dict[int, dict[str, bool]] = defaultdict(dict)
    for case, stage, selected in Placing.objects.filter(case__in=keys).values_list(
        "case", "ranking__stage", "selected"
    ):
        held[case][stage] = selected
    return {key: Choice(held[key].get("shortlist"), held[key].get("final")) for key in keys}


def notices(keys: Keys) -> Mapping[int, Notice]:
    rows = Entry.objects.filter(case__in=keys, superseded=False)
    upheld = set(
        Objection.objects.filter(entry__case__in=keys, outcome=Objection.Outcome.REMOVED).values_list(
            "entry__case", flat=True
        )
    )
    held = {
        row.case_id: Notice(row.closes_on, row.state == Entry.State.HELD, row.case_id in upheld)
        for row in rows
    }
    return {key: held.get(key, Notice()) for key in keys}


def resolutions(cases: Sequence[Case]) -> Mapping[int, Resolution]:
    """The decision that lists the case; failing that, the round's decision, which does not list it."""
    held, keys = {}, [case.pk for case in cases]
    rows = ResolutionRow.cases.through.objects.filter(case_id__in=keys).select_related("resolution")
    for row in rows.order_by("resolution_id"):
        held[row.case_id] = Resolution(row.resolution.document, row.resolution.on, True, row.resolution.equal)
    decided = ResolutionRow.objects.filter(round__in={c.round_id for c in cases if c.round_id}).order_by("pk")
    others = {row.round_id: Resolution(row.document, row.on) for row in decided}
    return {c.pk: held.get(c.pk) or others.get(c.round_id, Resolution()) for c in cases}


def payees(scheme: Scheme, cases: Sequence[Case]) -> Mapping[int, PayeeAccount | None]:
    """The account that each case would be paid to: its own, or the newest of the person or of the unit."""
    found = [case for case in cases if not case.account_id]
    owners = {(case.employer_id if scheme.of_unit else case.person_id) for case in found} - {None}
    by = "organisation" if scheme.of_unit else "person"
    rows = PayeeAccount.objects.filter(**{f"{by}__in": owners}).select_related("organisation").order_by("pk")
    newest = {getattr(row, f"{by}_id"): row for row in rows} if owners else {}
    return {
        case.pk: case.account or newest.get(case.employer_id if scheme.of_unit else case.person_id)
        for case in cases
    }


HOLDS = Hold.objects.filter(released_on=None).values_list("key", "case", "case__number")
holds_by: Prepared[tuple[str, int, str]] = Prepared(lambda keys: HOLDS.filter(key__among=keys))


def holders(scheme: Scheme, cases: Sequence[Case]) -> Mapping[int, str]:
    """The number of the live case that already holds what a case would hold; empty where it is free."""
    wanted = {case.pk: scheme.holds(case.answers) for case in cases}
    keys = [key for keys in wanted.values() for key in keys]
    held = {key: (case, number) for key, case, number in holds_by(keys)}
    return {
        pk: next((held[key][1] for key in keys if key in held and held[key][0] != pk), "")
        for pk, keys in wanted.items()
    }


def assigned(keys: Keys) -> Mapping[int, frozenset[tuple[Role, int]]]:
    """Inspectors by case; which experts meet a case is the panel's own matter."""
    held: dict[int, set[tuple[Role, int]]] = defaultdict(set)
    for case, person in Inspector.objects.filter(visit__case__in=keys).values_list(
        "visit__case", "user__person"
    ):
        held[case].add((Role.INSPECTOR, person))
    return {key: frozenset(held[key]) for key in keys}


def terms_of(case: Case) -> RoundTerms:
    return round_terms(case.round.terms) if case.round and case.round.terms else RoundTerms()
