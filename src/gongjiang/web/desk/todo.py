"""My to-do: what waits for this person, overdue first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.law.workdays import Calendar, YearNotLoaded
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.office.review.models import Panel, Seat, Visit
from gongjiang.plans import plans
from gongjiang.web.desk.also_waiting import also_waiting
from gongjiang.web.desk.duties import duties
from gongjiang.web.desk.proposals import mine
from gongjiang.web.visitor import actor, today

TIMED = (State.NOMINATED, State.REFERRED, State.REMEDY)


@dataclass(frozen=True)
class Waiting:
    """So many cases of a round wait for a step that this person's role takes."""

    round: Round | None
    scheme: Words
    slug: str
    step: Words
    state: State
    number: int
    name: str
    singly: bool
    """Something must be told with it, case by case."""


@dataclass(frozen=True)
class Due:
    case: Case
    left: int | None
    late: bool


@require_GET
@login_required
def todo(request: HttpRequest) -> HttpResponse:
    me, day = actor(request), today()
    own = Case.objects.filter(person=me.person).select_related("round") if me.person else Case.objects.none()
    return render(
        request,
        "desk/todo.html",
        {
            "face": "todo",
            "waiting": list(waiting(me)),
            "due": list(due(me, day)),
            "own": own,
            "today": day,
            "duties": duties(me),
            "proposals": mine(me),
            "seats": seats(me),
            "also": list(also_waiting(me)),
            "visits": visits(me),
        },
    )


def seats(me: Actor) -> Iterable[Seat]:
    """The panels that this person sits on, while their round runs."""
    if me.person is None:
        return ()
    held = Seat.objects.filter(expert__person=me.person, kind=Seat.Kind.MEMBER, panel__round__ended_on=None)
    held = held.exclude(panel__state=Panel.State.CLOSED).exclude(state=Seat.State.DECLINED)
    return held.select_related("panel__round", "panel__group")


def visits(me: Actor) -> Iterable[Visit]:
    """The inspections that this person has still to sign, the earliest first."""
    mine = Visit.objects.filter(inspectors__user=me.user, inspectors__signed_at=None)
    held = mine.filter(case__state=State.INSPECTION).select_related("case__person", "case__employer")
    return held.order_by("planned_on", "pk")


def waiting(me: Actor) -> Iterable[Waiting]:
    """Counted in two queries: by scheme, round and state."""
    counted = Counter[tuple[str, int | None, str]]()
    seen = visible_to(me).values_list("scheme", "round", "state")
    count = Count("pk", distinct=seen.query.distinct)
    for scheme, held, state, n in seen.annotate(count).order_by("scheme", "round", "state"):
        counted[scheme, held, state] = n
    rounds = Round.objects.in_bulk([held for _, held, _ in counted if held])
    for plan in plans():
        for scheme in plan.schemes:
            mine = [step for step in scheme.procedure.steps if step.by in me.roles]
            for (slug, held, state), number in counted.items():
                for step in mine if slug == scheme.slug else ():
                    if scheme.procedure.onward(step, State(state)):
                        yield Waiting(
                            rounds.get(held or 0),
                            scheme.said,
                            slug,
                            step.said,
                            State(state),
                            number,
                            step.name,
                            bool(step.asks),
                        )


def due(me: Actor, day: date) -> Iterable[Due]:
    """The cases whose time runs, the most pressing first."""
    if me.roles.isdisjoint((Role.OFFICER, Role.DEPARTMENT)):
        return
    official = calendar()
    running = visible_to(me).filter(state__in=TIMED, due_on__isnull=False, stopped_on=None)
    for case in running.select_related("person", "employer", "round").order_by("due_on", "number")[:15]:
        assert case.due_on is not None
        yield Due(case, left(official, day, case.due_on), case.due_on < day)


def left(official: Calendar, day: date, until: date) -> int | None:
    """Working days from tomorrow to the limit; None where the calendar is not loaded."""
    try:
        return max(official.workdays_between(day, until) - official.is_workday(day), 0)
    except YearNotLoaded:
        return None
