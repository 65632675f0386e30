"""Experts answer: conflicts are declared before any name is shown;
who declines is replaced by the next drawn.
"""

from collections.abc import Sequence

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.models.case import of_occupations
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.marks import groups
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.substituting import call_next
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import Part, of_rows, wrote
from gongjiang.office.registry.models import Organisation
from gongjiang.office.review.models import Panel, Recusal, Score, Seat

PANEL_STATES = (State.SCREENED, State.UNDER_REVIEW)


def own_seat(ref: str, actor: Actor) -> Seat | None:
    """The actor's own seat, and nobody else's."""
    if Role.EXPERT not in actor.roles:
        return None
    return (
        Seat.objects.select_related("panel__round", "panel__group", "expert")
        .filter(ref=ref, expert__person=actor.person, kind=Seat.Kind.MEMBER).first()
    )  # fmt: skip


@transaction.atomic
def accept(seat: Seat, units: Sequence[int], note: str, actor: Actor, now: Moment) -> Seat:
    """Accept, declaring the units where one has an interest: their files never reach one's desk."""
    seat = _answering(seat, actor)
    seat.state, seat.declared_at = Seat.State.ACCEPTED, now.at
    seat.save(update_fields=["state", "declared_at"])
    declared = [case for case in cases_of(seat.panel) if case.employer_id in set(units)]
    for case in declared:
        Recusal.objects.get_or_create(
            case=case,
            expert=seat.expert,
            defaults={"ground": Recusal.Ground.DECLARED, "note": note, "at": now.at},
        )
    aside = Recusal.objects.filter(case__in=declared, expert=seat.expert)
    body = {"declared": [c.ref for c in declared], "note": note} | of_rows(as_it_is(seat), wrote(aside))
    record("seat.accept", seat.ref, body, now.at)
    return seat


@transaction.atomic
def decline(seat: Seat, reason: str, actor: Actor, now: Moment) -> Seat:
    if not reason:
        raise refuse("请写明谢绝理由", "Give the reason for declining")
    seat = _answering(seat, actor)
    seat.state, seat.reason = Seat.State.DECLINED, reason
    seat.save(update_fields=["state", "reason"])
    record("seat.decline", seat.ref, {"reason": reason} | of_rows(as_it_is(seat)), now.at)
    call_next(seat, now)
    return seat


@transaction.atomic
def replace(seat: Seat, reason: str, actor: Actor, now: Moment) -> Seat:
    """A member who cannot serve is replaced by the next in the drawn order: never a pick."""
    must(actor, "panel.substitute")
    seat = locked(seat)
    if seat.kind != Seat.Kind.MEMBER or seat.state == Seat.State.DECLINED or not reason:
        raise refuse("只能替换在任专家，并须写明理由", "Only a serving member is replaced, and with a reason")
    if Score.objects.filter(seat=seat, sealed_at__isnull=False).exists():
        raise refuse("该专家已密封评分，不能替换", "This expert has sealed marks and cannot be replaced")
    Score.objects.filter(seat=seat).delete()
    seat.state, seat.reason = Seat.State.DECLINED, reason
    seat.save(update_fields=["state", "reason"])
    record("seat.replace", seat.ref, {"reason": reason, "by": actor.user} | of_rows(as_it_is(seat)), now.at)
    call_next(seat, now)
    return seat


@transaction.atomic
def recuse(seat: Seat, case: Case, note: str, actor: Actor, now: Moment) -> Recusal:
    """A conflict found later: the file leaves the desk at once and the expert's mark for it is void."""
    if seat.expert.person_id != actor.person:
        must(actor, "panel.substitute")
    made, _ = Recusal.objects.get_or_create(
        case=case,
        expert=seat.expert,
        defaults={"ground": Recusal.Ground.DECLARED, "note": note, "at": now.at},
    )
    rows = of_rows(wrote(Recusal.objects.filter(pk=made.pk)))
    record("seat.recuse", seat.ref, {"case": case.ref, "note": note, "by": actor.user} | rows, now.at)
    return made


def as_it_is(seat: Seat) -> Part:
    return wrote(Seat.objects.filter(pk=seat.pk))


def locked(seat: Seat) -> Seat:
    """The seat as it stands now, held until the transaction ends."""
    held = Seat.objects.select_for_update(of=("self",)).select_related("panel__round", "expert")
    return held.get(pk=seat.pk)


def _answering(seat: Seat, actor: Actor) -> Seat:
    held = locked(seat)
    if held.expert.person_id != actor.person:
        raise refuse("这不是您的席位", "This is not your seat")
    if held.state != Seat.State.INVITED:
        raise refuse("您已答复过", "You have answered already")
    return held


def cases_of(panel: Panel) -> list[Case]:
    """The files of the panel's occupation group, in an order that says nothing."""
    occupations = [job for job, group in groups().items() if group == panel.group_id]
    return list(
        Case.objects.filter(of_occupations(occupations), round=panel.round_id, state__in=PANEL_STATES)
        .select_related("person", "employer", "body", "round").order_by("ref")
    )  # fmt: skip


def desk_of(seat: Seat) -> list[Case]:
    """The files that this expert scores: those of the group, without the recused."""
    stepped = set(
        Recusal.objects.filter(expert=seat.expert, case__round=seat.panel.round_id).values_list(
            "case", flat=True
        )
    )
    return [
        case for case in cases_of(seat.panel) if case.pk not in stepped and case.state == State.UNDER_REVIEW
    ]


def units_of(panel: Panel) -> list[Organisation]:
    """The units whose people are before the panel: what an expert is asked about before any name is shown."""
    return sorted({case.employer for case in cases_of(panel) if case.employer}, key=lambda unit: unit.name)
