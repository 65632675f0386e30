"""评分与排名: marks by three judges, and the ranks and medals of a trade drawn up from its marks."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from gongjiang.law.competition_judgement import judged
from gongjiang.law.competition_medals import medals, ranks
from gongjiang.law.competition_scale import scaled
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Medal
from gongjiang.law.words import Problem
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.results import Outcome, file_result
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Entry, JudgedMark, Result, Trade


@transaction.atomic
def mark_aspect(
    entry: Entry, aspect: str, max_mark: Decimal, scores: Sequence[int], actor: Actor, now: Moment
) -> JudgedMark:
    """Three marks of an aspect. Where the judges differ too much the row says so, and they mark again."""
    must(actor, "register.keep")
    found = judged(scores, max_mark)
    if isinstance(found, Problem):
        raise Refused(found.said)
    if not aspect.strip() or max_mark <= 0:
        raise refuse("请填写评分项和满分", "Name the aspect and its full mark")
    if entry.withdrawn_on or Result.objects.filter(entry=entry, verified_at__isnull=False).exists():
        raise refuse("已退赛或成绩已核验，不能再评分", "The entry is withdrawn, or its result is verified")
    made = JudgedMark.objects.create(
        entry=entry, aspect=aspect.strip(), max_mark=max_mark, scores=list(scores), mark=found,
        by_id=account(actor), at=now.at,
    )  # fmt: skip
    told = {"aspect": made.aspect, "scores": list(scores), "mark": None if found is None else str(found)}
    record("entry.mark", entry.ref, {**told, "by": actor.user}, now.at)
    return made


def totals(trade: Trade) -> dict[Entry, Decimal]:
    """The mark of every entry: its judged aspects added up, or else the mark that was filed for it."""
    entries = trade.entries.filter(withdrawn_on=None).select_related("result").prefetch_related("judged")
    found: dict[Entry, Decimal] = {}
    for entry in entries.order_by("pk"):
        newest = {row.aspect: row for row in sorted(entry.judged.all(), key=lambda row: row.pk)}
        if again := [row.aspect for row in newest.values() if row.mark is None]:
            raise refuse(
                f"评委分差过大，须重新评分：{again[0]}",
                f"The judges differ too much and must mark again: {again[0]}",
            )
        filed = entry.result.raw if hasattr(entry, "result") else None
        mark = sum((row.mark or Decimal(0) for row in newest.values()), Decimal(0)) if newest else filed
        if mark is None:
            raise refuse("有参赛者尚无成绩，不能排名", "Somebody has no mark: missing is not zero")
        found[entry] = mark
    return found


@transaction.atomic
def draw_up(trade: Trade, with_medals: bool, actor: Actor, now: Moment) -> int:
    """Ranks, shared by equal marks; points on the median scale; medals by the tie rule. All are filed."""
    must(actor, "register.keep")
    marked = totals(trade)
    if not marked:
        raise refuse("没有参赛者", "Nobody has entered")
    marks = list(marked.values())
    points, places = scaled(marks), ranks(marks)
    won = medals(points) if with_medals else (Medal.NONE,) * len(marks)
    rows = zip(marked.items(), points, places, won, strict=True)
    changed: dict[bool, int] = defaultdict(int)
    for (entry, mark), point, place, medal in rows:
        outcome = Outcome(place, "" if medal is Medal.NONE else medal.value, mark, point)
        changed[file_result(entry, outcome, actor, now)[1]] += 1
    record(
        "trade.draw_up", trade.ref, {"entries": len(marked), "medals": with_medals, "by": actor.user}, now.at
    )
    return changed[True]
