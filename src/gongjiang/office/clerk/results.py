"""竞赛成绩: filed by one, verified by another, then published. Only what is published counts."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record, record_many
from gongjiang.office.registry.models import Edition, Entry, Result, User


@dataclass(frozen=True)
class Outcome:
    """What a sheet or a jury says of an entry: an empty medal is none."""

    rank: int | None = None
    medal: str = ""
    raw: Decimal | None = None
    points: int | None = None

    def told(self) -> dict[str, object]:
        raw = str(self.raw) if self.raw is not None else None
        return {"rank": self.rank, "medal": self.medal, "raw": raw, "points": self.points}


@transaction.atomic
def file_result(entry: Entry, told: Outcome, actor: Actor, now: Moment) -> tuple[Result, bool]:
    """The result of an entry, and whether anything changed. Filed again, it waits for another hand again."""
    must(actor, "register.keep")
    by = account(actor)
    if entry.withdrawn_on:
        raise refuse("已退赛，不能登记成绩", "The entry was withdrawn: it has no result")
    if not told.rank and not told.medal and told.raw is None:
        raise refuse("请填写名次、奖牌或成绩", "Give the rank, the medal or the mark")
    held = Result.objects.select_for_update().filter(entry=entry).first() or Result(entry=entry)
    if held.pk and Outcome(held.rank, held.medal, held.raw, held.points) == told:
        return held, False
    if held.verified_at or held.published_on:
        raise refuse("成绩已核验，与所报不一致", "A verified result stands, and differs from this one")
    held.rank, held.medal, held.raw, held.points = told.rank, told.medal, told.raw, told.points
    held.filed_by_id, held.filed_at = by, now.at
    held.save()
    record("result.file", held.ref, {"entry": entry.ref, **told.told(), "by": by}, now.at)
    return held, True


def filed_in(edition: Edition) -> QuerySet[Result]:
    return Result.objects.filter(entry__trade__edition=edition).order_by("pk")


@transaction.atomic
def verify(edition: Edition, actor: Actor, now: Moment) -> int:
    """核验: every filed result of the edition that this person did not file. Hands count, not accounts."""
    must(actor, "result.verify")
    waiting = list(filed_in(edition).filter(verified_at=None, published_on=None).select_for_update())
    if not waiting:
        raise refuse("没有待核验的成绩", "No result waits to be verified")
    own = set(User.objects.filter(person=actor.person).values_list("pk", flat=True)) | {actor.user}
    theirs = [result for result in waiting if result.filed_by_id not in own]
    if not theirs or actor.person is None:
        raise refuse("报送与核验须由不同人员完成", "Another person must verify what you filed")
    Result.objects.filter(pk__in=[result.pk for result in theirs]).update(
        verified_by=account(actor), verified_at=now.at
    )
    record_many([("result.verify", r.ref, {**_said(r), "by": actor.user}) for r in theirs], now.at)
    return len(theirs)


@transaction.atomic
def publish(edition: Edition, actor: Actor, now: Moment) -> int:
    """发布: what has been verified becomes public and counts from today."""
    must(actor, "result.publish")
    ready = list(filed_in(edition).filter(verified_at__isnull=False, published_on=None).select_for_update())
    if not ready:
        raise refuse("没有已核验、待发布的成绩", "No verified result waits to be published")
    if not edition.approving_document.strip():
        raise refuse("竞赛类别须有批准文号", "A contest's class needs its approving document")
    Result.objects.filter(pk__in=[result.pk for result in ready]).update(
        published_by=account(actor), published_on=now.day
    )
    record_many([("result.publish", r.ref, {**_said(r), "by": actor.user}) for r in ready], now.at)
    return len(ready)


def _said(result: Result) -> dict[str, object]:
    return Outcome(result.rank, result.medal, result.raw, result.points).told()
