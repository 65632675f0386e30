"""What stands behind a clause beside its schemes: registers, sessions, targets, funds, stories."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from gongjiang.law.policy import may
from gongjiang.law.session_kinds import SessionKind
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.duty.models import Evaluation, Order, Target
from gongjiang.office.ledger.models import MatchDue
from gongjiang.office.ledger.models.budget import Appropriation
from gongjiang.office.registry.models import Award, Edition
from gongjiang.office.services.models import Session
from gongjiang.office.stories.models import Story
from gongjiang.web.desk.awards import pooled


@dataclass(frozen=True)
class Behind:
    """A number with its name, and where it leads those who may go there."""

    said: Words
    number: int
    url: str


@dataclass(frozen=True)
class Kept:
    said: Words
    count: Callable[[], int]
    page: str
    act: str = "insight.see"
    query: str = ""


KEPT: Mapping[str, Kept] = {
    "sessions": Kept(
        Words("场公益服务（含已办）", "sessions, past ones too"),
        lambda: Session.objects.exclude(kind=SessionKind.LECTURE).count(),
        "portal:sessions",
    ),
    "lectures": Kept(
        Words("场讲堂（含已办）", "lectures, past ones too"),
        lambda: Session.objects.filter(kind=SessionKind.LECTURE).count(),
        "portal:sessions",
        query=f"?kind={SessionKind.LECTURE.value}",
    ),
    "contests": Kept(Words("届竞赛", "contests"), Edition.objects.count, "desk:contests", "round.see"),
    "pool": Kept(
        Words("名后备人才", "in the reserve pool"), lambda: pooled("").count(), "desk:pool", "round.see"
    ),
    "matches": Kept(
        Words("笔单位配套", "employers' matches"), MatchDue.objects.count, "finance:matches", "money.see"
    ),
    "awards": Kept(Words("个奖项", "awards"), Award.objects.count, "desk:awards", "register.keep"),
    "targets": Kept(Words("项年度目标", "yearly targets"), Target.objects.count, "insight:targets"),
    "orders": Kept(Words("件督办", "supervision notices"), Order.objects.count, "insight:orders"),
    "lines": Kept(
        Words("笔预算", "appropriations"), Appropriation.objects.count, "finance:home", "money.see"
    ),
    "evaluations": Kept(
        Words("项绩效评价", "evaluations of funds"),
        Evaluation.objects.count,
        "finance:performance",
        "money.see",
    ),
    "stories": Kept(Words("篇稿件", "stories"), Story.objects.count, "portal:stories"),
}


def behind(names: tuple[str, ...], me: Actor) -> tuple[Behind, ...]:
    return tuple(
        Behind(kept.said, kept.count(), reverse(kept.page) + kept.query if may(me, kept.act) else "")
        for kept in (KEPT[name] for name in names)
    )
