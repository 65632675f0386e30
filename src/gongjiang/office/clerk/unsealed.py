"""How many members of an open panel still owe marks: for a band of its progress. Nobody is told who."""

from collections import defaultdict
from collections.abc import Collection

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.marks import panel_of
from gongjiang.office.review.models import Panel, Recusal, Score, Seat


def unsealed(panels: Collection[Panel]) -> dict[int, list[Seat]]:
    """Panel -> its members with a file on their desk whose marks are not sealed, by the expert's number.

    Only of panels that are open; in six queries, however many panels, members and files.
    """
    opened = [panel for panel in panels if panel.state == Panel.State.OPEN]
    serving = {"kind": Seat.Kind.MEMBER, "state": Seat.State.ACCEPTED}
    seats = Seat.objects.filter(panel__in=opened, **serving).select_related("expert")
    sealed = set(Score.objects.filter(seat__in=seats, sealed_at__isnull=False).values_list("seat", "case"))
    desks, stepped = files(opened), recused(opened)
    found: dict[int, list[Seat]] = defaultdict(list)
    for seat in sorted(seats, key=lambda seat: seat.expert.number):
        own = (case for case in desks[seat.panel_id] if (seat.expert_id, case) not in stepped)
        if any((seat.pk, case) not in sealed for case in own):
            found[seat.panel_id].append(seat)
    return found


def files(panels: Collection[Panel]) -> dict[int, list[int]]:
    """What lies before each panel."""
    before = Case.objects.filter(round__in={panel.round_id for panel in panels}, state=State.UNDER_REVIEW)
    found: dict[int, list[int]] = defaultdict(list)
    for case, panel in panel_of(list(before.select_related("person"))).items():
        found[panel.pk].append(case)
    return found


def recused(panels: Collection[Panel]) -> set[tuple[int, int]]:
    rounds = {panel.round_id for panel in panels}
    return set(Recusal.objects.filter(case__round__in=rounds).values_list("expert", "case"))
