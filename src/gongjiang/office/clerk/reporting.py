"""应急查看报告: when an emergency is over, supervisors and auditors are told of it, whoever asked for it."""

from django.db import transaction
from django.utils import timezone

from gongjiang.law.terms import Role
from gongjiang.office.clerk.at_once import tell_at_once
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import on_day
from gongjiang.office.clerk.wordings import Text
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Emergency, Posting

WATCHING = (Role.SUPERVISOR, Role.AUDITOR)
REPORT = Text(
    "应急查看报告",
    "Report of an emergency reading",
    "{asked_by} 申请、{agreed_by} 同意的应急查看已于 {until} 结束：共查看证件号码 {reads} 次，"
    "涉及 {people} 人。事由和逐条记录见“完整号码查看记录”页。",
    "The emergency reading asked for by {asked_by} and agreed to by {agreed_by} ended at {until}: "
    "{reads} numbers were read, of {people} people. Reasons and each reading are on the page of readings.",
)
"""Nobody's name but the two officials', and no reason that was typed: it leaves the house by mail."""


@transaction.atomic
def report_emergencies(now: Moment) -> int:
    """Of those that are over and were not reported yet; how many. While nobody watches they wait."""
    posts = Posting.objects.filter(role__in=WATCHING, user__is_active=True, user__person__isnull=False)
    people = set(on_day(posts, now.day).values_list("user__person", flat=True))
    over = Emergency.objects.select_for_update(of=("self",)).filter(until__lte=now.at, reported_at=None)
    held = list(over.select_related("asked_by", "agreed_by").order_by("pk")) if people else []
    for one in held:
        tell_at_once(people, report(one), now)
        one.reported_at = now.at
        one.save(update_fields=["reported_at"])
        record("emergency.report", str(one.pk), {"people": len(people)}, now.at)
    return len(held)


def report(held: Emergency) -> Text:
    told = {
        "asked_by": str(held.asked_by),
        "agreed_by": str(held.agreed_by),
        "until": timezone.localtime(held.until).strftime("%Y-%m-%d %H:%M"),
        "reads": held.reads.count(),
        "people": held.reads.values("person").distinct().count(),
    }
    return Text(*(part.format_map(told) for part in vars(REPORT).values()))
