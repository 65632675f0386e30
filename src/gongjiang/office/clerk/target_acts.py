"""自评、复核、评分、申诉: each by the hands that may, in the order of the table; figures are read anew."""

from django.db import transaction

from gongjiang.law.duty import TARGET_MOVES, Figure, Measure, TargetAct
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.targets import noted, read_figure
from gongjiang.office.duty.models import Target, TargetEntry
from gongjiang.office.duty.visible import answers_for

A = TargetAct
BY = {
    A.REPORT: "duty.answer",
    A.RETURN: "target.review",
    A.REVIEW: "target.review",
    A.SCORE: "target.score",
    A.DISPUTE: "duty.answer",
    A.ANSWER: "target.score",
}
APART = {A.RETURN: (A.REPORT,), A.REVIEW: (A.REPORT,), A.SCORE: (A.REPORT, A.REVIEW),
         A.ANSWER: (A.REPORT, A.DISPUTE)}  # fmt: skip
"""Whose hands an act may not be in: those that took these acts, counted as people."""
SCORING = (A.SCORE, A.ANSWER)
FULL = 100


@transaction.atomic
def take(
    target: Target, act: TargetAct, text: str, number: int | None, actor: Actor, now: Moment
) -> TargetEntry:
    """`number` is what the owner files, or the score; what the office reads itself is never typed."""
    if act not in BY:
        raise refuse("没有这个环节", "There is no such act")
    by = must(actor, BY[act])
    held = Target.objects.select_for_update(of=("self",)).select_related("body").get(pk=target.pk)
    if BY[act] == "duty.answer" and not answers_for(actor, held):
        raise refuse("只能办理本单位的目标", "Only the owner answers for its target")
    source, goal = TARGET_MOVES[act]
    if held.state != source:
        raise refuse(f"目标不在“{source.zh}”状态", f"The target is not: {source.en}")
    if not text.strip():
        raise refuse("请填写说明", "Give your reasons")
    apart(held, act, actor)
    score = scored(act, number)
    figure = figure_for(held, act, number)
    held.state = goal
    held.save(update_fields=["state"])
    return noted(held, act, text.strip()[:600], by, now, figure, score)


def apart(target: Target, act: TargetAct, actor: Actor) -> None:
    """Four eyes count people: whoever reported neither reviews nor scores, whatever the account."""
    earlier = target.entries.filter(act__in=APART.get(act, ()))
    if actor.person is None or earlier.filter(by__person=actor.person).exists():
        raise refuse("须由不同人员办理", "Another person must do this")


def scored(act: TargetAct, number: int | None) -> int | None:
    if act not in SCORING:
        return None
    if number is None or not 0 <= number <= FULL:
        raise refuse("得分应在 0 到 100 之间", "A score is from 0 to 100")
    return number


def figure_for(target: Target, act: TargetAct, number: int | None) -> Figure | None:
    """Read anew at each act; what is filed stands as its owner last reported it."""
    if target.measure == Measure.AUTO:
        return read_figure(target)
    if act is A.REPORT:
        if number is None or not 0 <= number <= 10**12:
            raise refuse("请填写完成数", "Give the number that was reached")
        return Figure(number)
    filed = target.entries.filter(act=A.REPORT).order_by("-pk").first()
    return Figure(filed.number) if filed and filed.number is not None else None
