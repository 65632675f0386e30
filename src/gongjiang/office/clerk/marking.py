"""评分: drafts are kept, sealed marks are not edited and are shown to nobody before the panel closes."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from gongjiang.law.round_terms import RoundTerms, round_terms
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.marks import terms
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.seating import desk_of, locked
from gongjiang.office.journal.models import record, record_many
from gongjiang.office.review.models import Panel, Score, Seat

HIGHEST = Decimal(100)
MARK = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


@transaction.atomic
def save_score(seat: Seat, case: Case, marks: Mapping[str, str], reasons: Mapping[str, str], actor: Actor,
               now: Moment) -> Score:  # fmt: skip
    """Keep a draft: what is given must be a mark, what is missing may come later."""
    _must_be_mine(seat, case, actor)
    score = Score.objects.select_for_update().filter(seat=seat, case=case).first() or Score(
        seat=seat, case=case
    )
    if score.sealed_at:
        raise refuse("评分已密封，不能修改", "The marks are sealed and cannot be changed")
    known = {criterion.key for criterion in terms(case).criteria}
    score.marks = {key: read_mark(mark) for key, mark in marks.items() if key in known and mark.strip()}
    score.reasons = {key: text.strip() for key, text in reasons.items() if key in known and text.strip()}
    score.save()
    return score


def read_mark(text: str) -> str:
    """A mark from 0 to 100 with at most two decimals, in plain digits; full-width ones are read alike."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not MARK.fullmatch(plain) or Decimal(plain) > HIGHEST:
        raise refuse(
            f"“{text[:20]}”不是分数：应在 0 至 100 之间，至多两位小数",
            f"“{text[:20]}” is not a mark: it is from 0 to 100, with at most two decimals",
        )
    return str(Decimal(plain))


@transaction.atomic
def seal_scores(seat: Seat, actor: Actor, now: Moment) -> list[Score]:
    """Seal everything on the desk: every criterion marked, every mark reasoned. Each gets its receipt."""
    seat = locked(seat)
    desk = desk_of(seat)
    scores = {s.case_id: s for s in Score.objects.select_for_update().filter(seat=seat).order_by("pk")}
    if seat.expert.person_id != actor.person or seat.state != Seat.State.ACCEPTED:
        raise refuse("这不是您的席位，或您已不在任", "This is not your seat, or you no longer serve")
    if not desk or seat.panel.state != Panel.State.OPEN:
        raise refuse("该组尚未开始或已结束评分", "The panel is not open for marking")
    for case in desk:
        _must_be_whole(case, scores.get(case.pk), terms(case))
    fresh = [scores[case.pk] for case in desk if not scores[case.pk].sealed_at]
    if not fresh:
        raise refuse("评分已全部密封", "All your marks are sealed already")
    leaves = record_many([("score.seal", s.ref, {"seat": seat.ref, "case": s.case_id, "marks": s.marks,
                                                 "reasons": s.reasons}) for s in fresh], now.at)  # fmt: skip
    for score, leaf in zip(fresh, leaves, strict=True):
        score.sealed_at, score.receipt = now.at, leaf.seq
    Score.objects.bulk_update(fresh, ["sealed_at", "receipt"])
    return fresh


def _must_be_whole(case: Case, score: Score | None, held: RoundTerms) -> None:
    for criterion in held.criteria:
        if score is None or criterion.key not in score.marks:
            raise refuse(
                f"{case.number}：{criterion.said.zh}尚未评分",
                f"{case.number}: no mark for {criterion.said.en}",
            )
        if criterion.key not in score.reasons:
            raise refuse(
                f"{case.number}：{criterion.said.zh}尚未写评语",
                f"{case.number}: no reason for {criterion.said.en}",
            )


def _must_be_mine(seat: Seat, case: Case, actor: Actor) -> None:
    if seat.expert.person_id != actor.person or seat.state != Seat.State.ACCEPTED:
        raise refuse("这不是您的席位，或您尚未接受邀请", "This is not your seat, or you have not accepted it")
    if seat.panel.state != Panel.State.OPEN:
        raise refuse("该组尚未开始或已结束评分", "The panel is not open for marking")
    if case.pk not in {held.pk for held in desk_of(seat)}:
        raise refuse("该办件不在您的评审范围", "This file is not on your desk")


@transaction.atomic
def open_panel(panel: Panel, actor: Actor, now: Moment) -> Panel:
    """Marking starts when every seat is taken and every member has accepted."""
    must(actor, "panel.open")
    panel = Panel.objects.select_for_update(of=("self",)).select_related("round").get(pk=panel.pk)
    _all_answered(panel)
    empty = round_terms(panel.round.terms).panel - len(members(panel))
    if empty > 0:
        raise refuse(
            f"尚缺 {empty} 席，候补已用尽，须扩充专家库后重新抽取",
            f"{empty} seats are empty and no alternate is left: enlarge the pool and draw again",
        )
    if panel.state != Panel.State.SEATED:
        raise refuse("该组已开始评分", "The panel is open already")
    panel.state = Panel.State.OPEN
    panel.save(update_fields=["state"])
    record("panel.open", str(panel), {"by": actor.user}, now.at)
    return panel


def _all_answered(panel: Panel) -> None:
    if Seat.objects.filter(panel=panel, kind=Seat.Kind.MEMBER, state=Seat.State.INVITED).exists():
        raise refuse("尚有专家未答复邀请", "Some members have not answered yet")


@transaction.atomic
def close_panel(panel: Panel, actor: Actor, now: Moment) -> Panel:
    """The panel closes when every member has sealed: only now does anybody see a mark."""
    must(actor, "panel.close")
    panel = Panel.objects.select_for_update().get(pk=panel.pk)
    if panel.state != Panel.State.OPEN:
        raise refuse("该组不在评分中", "The panel is not open")
    _all_answered(panel)
    waiting = [seat for seat in members(panel) if not sealed(seat)]
    if waiting:
        raise refuse(
            f"尚有 {len(waiting)} 位专家未密封评分", f"{len(waiting)} members have not sealed their marks"
        )
    panel.state, panel.closed_at = Panel.State.CLOSED, now.at
    panel.save(update_fields=["state", "closed_at"])
    record("panel.close", str(panel), {"by": actor.user}, now.at)
    return panel


def members(panel: Panel) -> list[Seat]:
    return list(
        Seat.objects.filter(panel=panel, kind=Seat.Kind.MEMBER, state=Seat.State.ACCEPTED).select_related(
            "expert", "panel"
        )
    )


def sealed(seat: Seat) -> bool:
    """Whether everything on this desk is sealed; an empty desk is."""
    done = Score.objects.filter(seat=seat, sealed_at__isnull=False).values_list("case", flat=True)
    return {case.pk for case in desk_of(seat)} <= set(done)
