"""The draw: freeze and commit the pool, then, once the public value exists, another hand draws.
Anyone can replay it.
"""

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.bundle import Bundle, bundle
from gongjiang.law.draw import chain
from gongjiang.law.pool import Expert as Label
from gongjiang.law.pool import Pool, plain, pool_commitment
from gongjiang.law.pool_record import pool_of
from gongjiang.law.round_terms import round_terms
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.conflicts import conflicts
from gongjiang.office.clerk.marks import groups
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.public_value import must_have_appeared, must_lie_ahead
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, takes, wrote
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import Expert, OccupationGroup
from gongjiang.office.review.models import Draw, Panel, Recusal, Score, Seat

CHAIN = 10
REVIEWABLE = (State.SCREENED, State.UNDER_REVIEW)


@in_turn
def commit_draw(held: Round, source: str, source_time: str, actor: Actor, now: Moment) -> Draw:
    """Freeze the pool, its conflicts and its rule, and promise them before the public value exists."""
    by = must(actor, "draw.commit")
    if Draw.objects.filter(round=held).exclude(state=Draw.State.VOID).exists():
        raise refuse("本批次已有抽取，需先作废并说明理由", "There is a draw already: declare it void first")
    if not source or not source_time:
        raise refuse("请先约定公开值的来源和时间", "Say which public value will be used, and when it appears")
    must_lie_ahead(source_time, now)
    secret = secrets.token_bytes(32)
    attempt = Draw.objects.filter(round=held).count() + 1
    pool = frozen_pool(held, attempt, source, source_time, chain(secret, CHAIN)[-1], now)
    body = {"pool_sha256": pool_commitment(pool), "commitment": pool.commitment, "source": source}
    made = Draw(round=held, attempt=attempt, pool=plain(pool), source_time=source_time, **body)
    made.secret = secret.hex()
    made.committed_by_id, made.committed_at = by, now.at
    made.save()
    rows = of_rows(wrote(Draw.objects.filter(pk=made.pk)))
    record("draw.commit", held.ref, {**body, "time": source_time, "by": by, **rows}, now.at)
    return made


def frozen_pool(
    held: Round, attempt: int, source: str, source_time: str, commitment: str, now: Moment
) -> Pool:
    """Everybody of the pool in term, by occupation group; seats for the groups that have files to review."""
    terms = round_terms(held.terms)
    cases = list(reviewable(held))
    if not cases:
        raise refuse("没有待评审的办件，不能抽取", "There is nothing to review: nobody is drawn")
    wanted = Counter(groups().get(case.occupation) for case in cases)
    if None in wanted:
        lost = sorted({c.occupation for c in cases if c.occupation not in groups()})
        raise refuse(
            f"下列职业未归入大类：{'、'.join(lost)}",
            f"These occupations belong to no group: {', '.join(lost)}",
        )
    experts = [e for e in in_term(now) if e.group_id in wanted]
    codes = dict(OccupationGroup.objects.values_list("pk", "code"))
    return Pool(
        experts={e.number: Label(codes[e.group_id], str(e.person.employer_id or e.number)) for e in experts},
        seats={codes[group]: terms.panel for group in wanted if group is not None},
        recused=frozenset(standing_themselves(cases, experts)),
        alternates=terms.alternates, org_cap=terms.org_cap, context=f"{held.code}|{attempt}|",
        source=source, source_time=source_time, commitment=commitment,
    )  # fmt: skip


def in_term(now: Moment) -> Sequence[Expert]:
    return list(
        Expert.objects.filter(since__lte=now.day, until__gte=now.day).select_related("person", "group")
    )


def reviewable(held: Round) -> Sequence[Case]:
    return list(Case.objects.filter(round=held, state__in=REVIEWABLE).select_related("person", "round"))


def standing_themselves(cases: Sequence[Case], experts: Sequence[Expert]) -> list[str]:
    """Who is a nominee of this very round cannot sit at all. Other conflicts keep single files off a desk."""
    nominees = {case.person_id for case in cases}
    return sorted(expert.number for expert in experts if expert.person_id in nominees)


@transaction.atomic
def draw_panels(draw: Draw, public_value: str, witness: str, actor: Actor, now: Moment) -> Draw:
    """The public value has appeared: reveal the code, draw, seat, keep the record that anyone can replay."""
    must(actor, "draw.draw")
    draw = (
        Draw.objects.select_for_update(of=("self",)).select_related("committed_by", "round").get(pk=draw.pk)
    )
    if draw.state != Draw.State.COMMITTED:
        raise refuse("该抽取已完成或已作废", "This draw has been made or is void")
    if actor.person in (None, draw.committed_by.person_id) or actor.user == draw.committed_by_id:
        raise refuse(
            "承诺与抽取须由不同人员完成", "Another person must draw than the one who committed the pool"
        )
    if not public_value.strip() or not witness.strip():
        raise refuse("请填写公开值和见证人", "Give the public value and the witness")
    must_have_appeared(draw.source_time, now)
    made = drawn(draw, public_value.strip())
    draw.public_value, draw.bundle, draw.state = public_value.strip(), made, Draw.State.DRAWN
    draw.witness, draw.drawn_by_id, draw.drawn_at = witness.strip(), actor.user, now.at
    draw.save()
    seat(draw, now)
    body = {"bundle": made, "witness": witness, "by": actor.user, **seated(draw)}
    record("draw.draw", draw.round.ref, body, now.at)
    return draw


def seated(draw: Draw) -> dict[str, Any]:
    """The rows of a draw as it was just made: itself, who sits, who stands aside."""
    seats, aside = of_round(draw)
    return of_rows(wrote(Draw.objects.filter(pk=draw.pk)), wrote(seats), wrote(aside))


def of_round(draw: Draw) -> tuple[QuerySet[Seat], QuerySet[Recusal]]:
    seats = Seat.objects.filter(panel__round=draw.round_id)
    return seats, Recusal.objects.filter(case__round=draw.round_id)


def drawn(draw: Draw, value: str) -> Bundle:
    """The record of the draw from the pool as it was committed; a pool that differs is refused."""
    pool = pool_of(draw.pool)
    if pool is None or pool_commitment(pool) != draw.pool_sha256:
        raise refuse(
            "候选池与承诺不符，抽取作废", "The pool differs from what was committed: this draw is void"
        )
    secret = bytes.fromhex(draw.secret)
    made = bundle(pool, value, chain(secret, CHAIN)[-2])
    if isinstance(made, Problem):
        raise Refused(made.said)
    return made


def seat(draw: Draw, now: Moment) -> None:
    """Members are invited, alternates wait in their order; the conflicts that remain become recusals."""
    result = (draw.bundle or {})["result"]
    by_number = {e.number: e for e in Expert.objects.filter(number__in=draw.pool["experts"])}
    by_code = {g.code: g for g in OccupationGroup.objects.all()}
    for code, members in result["panel"].items():
        panel = Panel.objects.create(round=draw.round, group=by_code[code])
        order = [(n, Seat.Kind.MEMBER, Seat.State.INVITED) for n in members]
        order += [(n, Seat.Kind.ALTERNATE, Seat.State.WAITING) for n in result["alternates"].get(code, [])]
        Seat.objects.bulk_create(
            Seat(panel=panel, expert=by_number[number], kind=kind, order=place, state=state)
            for place, (number, kind, state) in enumerate(order, start=1)
        )
    cases = reviewable(draw.round)
    grounds = conflicts(
        cases, [*Expert.objects.filter(seats__panel__round=draw.round).select_related("person")], now.day
    )
    Recusal.objects.bulk_create(
        [Recusal(case_id=c, expert_id=e, ground=g, at=now.at) for (c, e), g in grounds.items()],
        ignore_conflicts=False,
    )


@transaction.atomic
def void_draw(draw: Draw, reason: str, actor: Actor, now: Moment) -> Draw:
    """A redraw needs a reason and stays visible; it is not possible once somebody has scored."""
    must(actor, "draw.void")
    draw = Draw.objects.select_for_update(of=("self",)).select_related("round").get(pk=draw.pk)
    if not reason.strip():
        raise refuse("请写明作废理由", "Give the reason")
    if draw.state == Draw.State.VOID:
        raise refuse("该抽取已作废", "This draw is void already")
    if Score.objects.filter(seat__panel__round=draw.round).exists():
        raise refuse("已有专家评分，不能作废", "Marks have been given: the draw stands")
    seats, aside = of_round(draw)
    gone = takes(seats), takes(aside)
    aside.delete()
    seats.delete()
    Panel.objects.filter(round=draw.round).delete()
    draw.state, draw.void_reason = Draw.State.VOID, reason
    draw.save(update_fields=["state", "void_reason"])
    rows = of_rows(wrote(Draw.objects.filter(pk=draw.pk)), *gone)
    body = {"attempt": draw.attempt, "reason": reason, "by": actor.user, **rows}
    record("draw.void", draw.round.ref, body, now.at)
    return draw
