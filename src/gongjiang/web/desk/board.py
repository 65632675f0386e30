"""The board of a round: places, quotas, counts by stage, panels, lists, what is missing. Few queries,
whatever the rows.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from gongjiang.law.effect import Confer
from gongjiang.law.round_terms import round_terms
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Nomination, Quota, Round, Veto
from gongjiang.office.clerk.rounds import warnings
from gongjiang.office.clerk.unsealed import unsealed
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.notice.models import Notice, Objection
from gongjiang.office.post.models import Letter
from gongjiang.office.review.models import Draw, Panel, Ranking
from gongjiang.plans import plan_of


@dataclass(frozen=True)
class Stage:
    state: State
    number: int


@dataclass(frozen=True)
class Quotas:
    quota: Quota
    used: int


FIRST_CHOSEN = (State.PROPOSED, State.VERIFIED)
AFTERWARDS = (State.SUSPENDED, State.REMEDY)
OPEN = (PayableState.OWED, PayableState.BATCHED, PayableState.RETURNED)


def board(held: Round, me: Actor) -> dict[str, Any]:
    scheme = plan_of(held.scheme)[held.scheme]
    counted = dict(Case.objects.filter(round=held).values_list("state").annotate(Count("pk")).order_by())
    order = (*scheme.procedure.main, State.CORRECTING, *EXITS)
    selected = sum(counted.get(state, 0) for state in chosen(scheme))
    return {
        "scheme": scheme,
        "stages": [Stage(state, counted[state]) for state in order if counted.get(state)],
        "total": sum(counted.values()),
        "selected": selected,
        "warnings": warnings(held, selected or None),
        "quotas": quotas(held),
        "terms": round_terms(held.terms),
        "direct": direct(held),
        "vetoes": vetoes(held),
        "bulk": bulk(held, me, counted),
        **review(held),
        **waiting(held),
    }


def chosen(scheme: Scheme) -> tuple[State, ...]:
    """From the stage at which the office fixes whom it chooses to the end of the way; halted ones too."""
    main = scheme.procedure.main
    first = next((main.index(state) for state in FIRST_CHOSEN if state in main), len(main))
    return (*main[first:], *AFTERWARDS)


def review(held: Round) -> dict[str, Any]:
    """The draws, the panels and the lists that came of them."""
    draws = Draw.objects.filter(round=held).select_related("committed_by", "drawn_by").order_by("attempt")
    rankings = Ranking.objects.filter(round=held).select_related("fixed_by").order_by("pk")
    return {
        "draws": list(draws),
        "panels": panels(held),
        "rankings": {ranking.stage: ranking for ranking in rankings},
        "notices": list(Notice.objects.filter(round=held)),
    }


def waiting(held: Round) -> dict[str, Any]:
    """What is still open: objections, letters, and the money that is owed."""
    objections = Objection.objects.filter(entry__notice__round=held, closed_on=None).exclude(kind="own")
    letters = Letter.objects.filter(case__round=held, state=Letter.State.WAITING)
    return {"objections": objections.count(), "letters": letters.count(), **money(held)}


def money(held: Round) -> dict[str, int]:
    """What is still to reach its payee and what has: of the round's own cases and those they gave rise to."""
    own = Payable.objects.filter(Q(case__round=held) | Q(case__cause__round=held))
    still, paid = (Sum("amount", filter=Q(state__in=states)) for states in (OPEN, (PayableState.PAID,)))
    return {name: fen or 0 for name, fen in own.aggregate(owed=still, paid=paid).items()}


def quotas(held: Round) -> list[Quotas]:
    used = dict(
        Nomination.objects.filter(case__round=held, merged=False).exclude(case__state=State.WITHDRAWN)
        .values_list("body").annotate(Count("pk")).order_by()
    )  # fmt: skip
    given = Quota.objects.filter(round=held).select_related("body").order_by("body__code")
    return [Quotas(quota, used.get(quota.body_id, 0)) for quota in given]


@dataclass(frozen=True)
class PanelRow:
    panel: Panel
    members: int
    accepted: int
    waiting: int
    band: str


def panels(held: Round) -> list[PanelRow]:
    """Of an open panel a band of how far it is; who has marked and who has not is told nobody."""
    rows = (
        Panel.objects.filter(round=held)
        .select_related("group")
        .order_by("group__code", "pk")
        .annotate(
            members=Count("seats", filter=Q(seats__kind="member") & ~Q(seats__state="declined")),
            accepted=Count("seats", filter=Q(seats__kind="member", seats__state="accepted")),
            spare=Count("seats", filter=Q(seats__kind="alternate")),
        )
    )
    owing = unsealed(rows)
    return [
        PanelRow(row, row.members, row.accepted, row.spare, band(row, len(owing.get(row.pk, ()))))
        for row in rows
    ]


def band(panel: Any, owing: int) -> str:
    """All, most or few have sealed; of a panel that is not open nothing."""
    if panel.state != Panel.State.OPEN:
        return ""
    return "all" if not owing else "most" if 2 * owing < panel.accepted else "few"


def direct(held: Round) -> int:
    """Direct awards of the same year: counted apart from the places."""
    plan = plan_of(held.scheme)
    own = titles(plan[held.scheme])
    others = [s.slug for s in plan.schemes if s.slug != held.scheme and titles(s) & own]
    titled = Case.objects.filter(scheme__in=others, state__in=(State.TITLED, State.CERTIFIED))
    return titled.filter(opened_on__year=held.opens_on.year).count()


def titles(scheme: Scheme) -> set[str]:
    return {grant.title.slug for grant in scheme.grants if isinstance(grant, Confer)}


def vetoes(held: Round) -> dict[str, int]:
    found = Veto.objects.filter(case__round=held)
    return {
        "asked": found.count(),
        "waiting": found.filter(answer="").count(),
        "hits": found.filter(answer="hit").count(),
    }


@dataclass(frozen=True)
class Bulk:
    name: str
    said: Words
    number: int


def bulk(held: Round, me: Actor, counted: dict[str, int]) -> list[Bulk]:
    """The steps that this person may take on many cases at once."""
    steps = plan_of(held.scheme)[held.scheme].procedure.steps
    found = [
        (step, sum(counted.get(state, 0) for state in step.sources))
        for step in steps
        if step.by in me.roles and step.target is not None and all(ask.kind == "reason" for ask in step.asks)
    ]
    return [Bulk(step.name, step.said, number) for step, number in found if number]
