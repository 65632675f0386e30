"""Who takes an empty seat: the next in the drawn order; when nobody waits, the next code of the same chain
draws from those of the pool not used yet. Nobody is ever picked.
"""

from typing import Any

from django.db.models import Max

from gongjiang.law.draw import chain
from gongjiang.law.pool import Pool
from gongjiang.law.pool_record import pool_of
from gongjiang.law.stratified import Draw as Drawn
from gongjiang.law.substitution import Substitution, substitute
from gongjiang.law.words import Problem
from gongjiang.office.clerk.conflicts import conflicts
from gongjiang.office.clerk.drawing import CHAIN, reviewable
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import Expert
from gongjiang.office.review.models import Draw, Panel, Recusal, Seat


def call_next(seat: Seat, now: Moment) -> Seat | None:
    """The first alternate in order, else the first by the next code; None when the pool has nobody left."""
    waiting = Seat.objects.filter(panel=seat.panel, kind=Seat.Kind.ALTERNATE, state=Seat.State.WAITING)
    following = waiting.order_by("order").first()
    if following is None:
        return drawn_anew(seat, now)
    following.kind, following.state = Seat.Kind.MEMBER, Seat.State.INVITED
    following.save(update_fields=["kind", "state"])
    rows = of_rows(wrote(Seat.objects.filter(pk=following.pk)))
    record("seat.call", following.ref, {"after": seat.ref} | rows, now.at)
    return following


def drawn_anew(seat: Seat, now: Moment) -> Seat | None:
    """Reveal the next one-time code and draw one substitute with it; code and outcome stay on record."""
    draw = Draw.objects.select_for_update().get(round=seat.panel.round_id, state=Draw.State.DRAWN)
    pool, code = pool_of(draw.pool), next_code(draw)
    if pool is None or code is None:
        return None
    found = substitute(pool, standing(seat, pool), seat.expert.number, frozenset(), draw.public_value, code)
    body = revealed(draw, code, seat, found)
    own = wrote(Draw.objects.filter(pk=draw.pk))
    if isinstance(found, Problem):
        record("seat.short", seat.ref, {**body, "because": found.said.zh, **of_rows(own)}, now.at)
        return None
    made = entered(seat, found, now)
    aside = Recusal.objects.filter(expert=made.expert, case__round=seat.panel.round_id)
    rows = of_rows(own, wrote(Seat.objects.filter(pk=made.pk)), wrote(aside))
    record("seat.substitute", made.ref, {**body, "after": seat.ref, **rows}, now.at)
    return made


def next_code(draw: Draw) -> str | None:
    """Codes are revealed backwards along the chain: the first drew the panels, each other a substitute."""
    secret = bytes.fromhex(draw.secret)
    left = CHAIN - 2 - len(draw.substitutions)
    return chain(secret, CHAIN)[left - 1] if left > 0 else None


def standing(seat: Seat, pool: Pool) -> Drawn:
    """The panels as they sit now, the one who leaves among them; everybody who left may not come back."""
    rows = Seat.objects.filter(panel__round=seat.panel.round_id).order_by("order")
    held = rows.values_list("panel__group__code", "expert__number", "state", "pk")
    panel: dict[str, tuple[str, ...]] = dict.fromkeys(pool.seats, ())
    for code, number, state, key in held:
        if key == seat.pk or state in (Seat.State.INVITED, Seat.State.ACCEPTED):
            panel[code] = (*panel[code], number)
    gone = [number for _, number, state, _ in held if state == Seat.State.DECLINED]
    return Drawn(panel, dict.fromkeys(pool.seats, ()), (), {}, (), tuple(gone))


def revealed(draw: Draw, code: str, seat: Seat, found: Substitution | Problem) -> dict[str, Any]:
    """The code and what came of it, kept beside the draw's own record: a code is used once."""
    entering, skipped = (None, ()) if isinstance(found, Problem) else (found.entering, found.skipped)
    body = {"code": code, "leaving": seat.expert.number, "entering": entering,
            "skipped": [list(skip) for skip in skipped]}  # fmt: skip
    draw.substitutions = [*draw.substitutions, body]
    draw.save(update_fields=["substitutions"])
    return body


def entered(seat: Seat, found: Substitution, now: Moment) -> Seat:
    expert = Expert.objects.select_related("person").get(number=found.entering)
    last = Seat.objects.filter(panel=seat.panel).aggregate(last=Max("order"))["last"]
    made = Seat.objects.create(
        panel=seat.panel, expert=expert, kind=Seat.Kind.MEMBER, state=Seat.State.INVITED, order=last + 1
    )
    stand_aside(seat.panel, expert, now)
    return made


def stand_aside(panel: Panel, expert: Expert, now: Moment) -> None:
    """The conflicts of a newcomer, as the draw derives them for everybody else."""
    grounds = conflicts(reviewable(panel.round), [expert], now.day)
    Recusal.objects.bulk_create(
        Recusal(case_id=case, expert_id=key, ground=ground, at=now.at)
        for (case, key), ground in grounds.items()
    )
