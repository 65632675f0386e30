"""名单: the shortlist and the final list, ranked once from frozen inputs, with every skip and its reason."""

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gongjiang.law.candidates import Candidate, display_ranks
from gongjiang.law.draw import tickets
from gongjiang.law.ranking import Selection, select
from gongjiang.law.round_terms import RoundTerms, round_terms
from gongjiang.law.scoring import half_up
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.clerk.marks import criterion_marks, review_marks
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.standings import vetoes
from gongjiang.office.journal.models import canonical, record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.review.models import Draw, Placing, Ranking, Visit
from gongjiang.plans import plan_of

STAGES = {Ranking.Stage.SHORTLIST: State.REVIEWED, Ranking.Stage.FINAL: State.INSPECTED}
BEFORE = {
    Ranking.Stage.SHORTLIST: (State.SCREENED, State.UNDER_REVIEW),
    Ranking.Stage.FINAL: (State.INSPECTION,),
}


@in_turn
def fix_ranking(held: Round, stage: str, fill: str, actor: Actor, now: Moment) -> Ranking:
    """Rank everybody who has reached the stage and keep the result:
    it is computed once and can be replayed.
    """
    by = must(actor, "ranking.fix")
    cases, terms = _ready(held, stage), round_terms(held.terms)
    seats = held.places * terms.shortlist if stage == Ranking.Stage.SHORTLIST else held.places
    caps: Mapping[str, Mapping[str, int]] = (
        {} if stage == Ranking.Stage.SHORTLIST else terms.capped(held.places)
    )
    candidates = candidates_of(held, stage, cases, now)
    chosen = selected(candidates, seats, caps, fill)
    frozen = {"candidates": [plain(c) for c in candidates], "seats": seats, "caps": caps, "fill": fill}
    sha256 = hashlib.sha256(canonical(frozen).encode()).hexdigest()
    ranking = Ranking(round=held, stage=stage, fill=fill, seats=seats, frozen=frozen, sha256=sha256)
    ranking.fixed_by_id, ranking.fixed_at = by, now.at
    ranking.save()
    place(ranking, cases, candidates, chosen)
    rows = of_rows(wrote(Ranking.objects.filter(pk=ranking.pk)), wrote(ranking.placings.all()))
    body = {"input": sha256, "winners": chosen.winners, "log": chosen.log, "by": by, **rows}
    record(f"ranking.{stage}", held.ref, body, now.at)
    return ranking


def _ready(held: Round, stage: str) -> list[Case]:
    if stage not in STAGES:
        raise refuse("没有这个阶段", "There is no such stage")
    if Ranking.objects.filter(round=held, stage=stage).exists():
        raise refuse("该名单已经确定", "This list is fixed already")
    late = Case.objects.filter(round=held, state__in=BEFORE[Ranking.Stage(stage)]).count()
    if late:
        raise refuse(f"尚有 {late} 件未到此阶段", f"{late} cases have not reached this stage")
    cases = list(
        Case.objects.filter(round=held, state=STAGES[Ranking.Stage(stage)]).select_related(
            "person", "round", "employer", "body"
        )
    )
    if not cases:
        raise refuse("没有可排序的办件", "There is nobody to rank")
    return cases


def selected(
    candidates: Sequence[Candidate], seats: int, caps: Mapping[str, Mapping[str, int]], fill: str
) -> Selection:
    if fill not in ("walk", "lookahead"):
        raise refuse("请明确补位规则", "Choose the fill rule")
    chosen = select(candidates, seats, caps, fill="walk" if fill == "walk" else "lookahead")
    if isinstance(chosen, Problem):
        raise Refused(chosen.said)
    return chosen


def candidates_of(held: Round, stage: str, cases: Sequence[Case], now: Moment) -> list[Candidate]:
    """Marks, tie keys (priority, skill, site, teaching), lot tickets of the committed draw, vetoes."""
    terms, criteria, review = round_terms(held.terms), criterion_marks(cases), review_marks(cases)
    if few := [case.number for case in cases if case.pk not in review]:
        raise refuse(f"有效评分不足：{'、'.join(few)}", f"Too few valid marks: {', '.join(few)}")
    sites = {visit.case_id: visit.mark for visit in Visit.objects.filter(case__in=cases)}
    vetoed, preferred = vetoes(cases, now.day, terms), priorities(cases, now)
    lots = lot_tickets(held, cases)
    return [
        Candidate(
            id=case.number, score=final_mark(review[case.pk], sites.get(case.pk), terms, stage),
            keys=tie_keys(preferred[case.pk], criteria[case.pk], sites.get(case.pk)), ticket=lots[case.ref],
            veto="、".join(hit.zh for hit in vetoed[case.pk].hits) or None,
            attrs=attributes(case),
        )
        for case in cases
    ]  # fmt: skip


def attributes(case: Case) -> dict[str, str | None]:
    """What caps count; what a case does not have is not counted."""
    return {
        "employer": str(case.employer_id) if case.employer_id else None,
        "district": str(case.body_id) if case.body_id else None,
        "head": "yes" if case.answers.get("unit_head") is True else None,
        "sector": (case.employer.sector or None) if case.employer else None,
    }


def final_mark(review: Decimal, site: Decimal | None, terms: RoundTerms, stage: str) -> Decimal:
    """The shortlist ranks by the review alone; the final list weighs the inspection in."""
    if stage == Ranking.Stage.SHORTLIST:
        return review
    if site is None:
        raise refuse("有考察尚无分数，不能排序", "An inspection has no mark: missing is not zero")
    parts = ((review, terms.review_weight), (site, terms.site_weight))
    return sum((half_up(Fraction(mark) * Fraction(weight)) for mark, weight in parts), Decimal(0))


def tie_keys(preferred: bool, criteria: Mapping[str, Decimal], site: Decimal | None) -> tuple[Decimal, ...]:
    """优先 raises the order among equals, never the mark; then skill, site and teaching."""
    none = Decimal(0)
    return (Decimal(preferred), criteria.get("skill", none), site or none, criteria.get("teaching", none))


def priorities(cases: Sequence[Case], now: Moment) -> dict[int, bool]:
    plan = plan_of(cases[0].scheme)
    scheme, settings = plan[cases[0].scheme], settings_of(plan)
    facts = facts_of(scheme, cases)
    return {
        pk: scheme.assess(scheme.subject.row(held), now.day, settings).priority for pk, held in facts.items()
    }


def lot_tickets(held: Round, cases: Sequence[Case]) -> dict[str, str]:
    """The lot of last resort comes from the committed draw, so nobody can choose it afterwards."""
    draw = Draw.objects.filter(round=held, state=Draw.State.DRAWN).first()
    if draw is None or draw.bundle is None:
        raise refuse("没有已完成的抽取，不能生成抽签号", "Without a completed draw there are no lot tickets")
    made = tickets(
        draw.public_value, draw.bundle["one_time_code"], [case.ref for case in cases], f"{held.code}|tie|"
    )
    if isinstance(made, Problem):
        raise Refused(made.said)
    return dict(made)


def place(
    ranking: Ranking, cases: Sequence[Case], candidates: Sequence[Candidate], chosen: Selection
) -> None:
    """Who is vetoed has no rank among the others and is shown after them all."""
    by_number, ranks = {case.number: case for case in cases}, display_ranks(candidates)
    last = len(ranks) + 1
    marks = {c.id: c.score for c in candidates}
    Placing.objects.bulk_create(
        Placing(ranking=ranking, case=by_number[number], rank=ranks.get(number, last), mark=marks[number],
                selected=number in chosen.winners, reason=reason)
        for number, reason in chosen.log
    )  # fmt: skip


def plain(candidate: Candidate) -> dict[str, Any]:
    return {"id": candidate.id, "score": str(candidate.score), "keys": [str(key) for key in candidate.keys],
            "ticket": candidate.ticket, "veto": candidate.veto, "attrs": dict(candidate.attrs)}  # fmt: skip
