"""One seat's own desk: its files, and how far each has been marked."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import seating
from gongjiang.office.clerk.marks import terms
from gongjiang.office.review.models import Panel, Score, Seat
from gongjiang.web.visitor import actor


@dataclass(frozen=True)
class Desk:
    """The files of one seat with what has been marked of each."""

    case: Case
    score: Score | None
    given: int
    wanted: int

    @property
    def whole(self) -> bool:
        return self.given >= self.wanted


def seat_of(request: HttpRequest, ref: str) -> Seat:
    held = seating.own_seat(ref, actor(request))
    if held is None:
        raise Http404
    return held


def reads(seat: Seat) -> bool:
    """Files are read once one's interests are declared, and until the panel closes or the round ends."""
    panel = seat.panel
    going = panel.state != Panel.State.CLOSED and panel.round.ended_on is None
    return going and seat.state == Seat.State.ACCEPTED


def files_of(seat: Seat) -> list[Case]:
    """Only one's own desk: a recused or foreign file does not exist."""
    return seating.desk_of(seat) if reads(seat) else []


def case_of(seat: Seat, ref: str) -> Case:
    found = next((case for case in files_of(seat) if case.ref == ref), None)
    if found is None:
        raise Http404
    return found


def desk(held: Seat) -> list[Desk]:
    scores = {score.case_id: score for score in Score.objects.filter(seat=held)}
    rows = []
    for case in seating.desk_of(held):
        score, wanted = scores.get(case.pk), len(terms(case).criteria)
        rows.append(Desk(case, score, min(len(score.marks), len(score.reasons)) if score else 0, wanted))
    return rows
