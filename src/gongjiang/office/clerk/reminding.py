"""催办: an employer whose match is due soon or overdue is reminded by a letter to its clerk, once a month."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.db import transaction

from gongjiang.law.money import shown
from gongjiang.law.terms import Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.matches import standing
from gongjiang.office.ledger.models import MatchState
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Posting

SOON, AGAIN = timedelta(days=30), timedelta(days=30)
SUBJECT, SUBJECT_EN = "单位配套催办", "Your match is due"
AT_ONCE = 500


@transaction.atomic
def remind_matches(now: Moment) -> int:
    """Letters written; one for each due and clerk. They wait in the outbox like every letter."""
    open_ = standing(now.day).exclude(state__in=(MatchState.MET, MatchState.EXEMPT))
    dues = list(open_.filter(due_on__lte=now.day + SOON).select_related("case", "employer")[:AT_ONCE])
    lately = Letter.objects.filter(subject=SUBJECT, written_at__gt=now.at - AGAIN).values_list(
        "case", flat=True
    )
    wanted = [due for due in dues if due.case_id not in set(lately)]
    clerks = _clerks({due.employer_id for due in wanted})
    letters = [_letter(due, person, now) for due in wanted for person in clerks[due.employer_id]]
    Letter.objects.bulk_create(letters)
    if letters:
        record("match.remind", f"{now.day}", {"letters": len(letters)}, now.at)
    return len(letters)


def _clerks(units: set[int]) -> dict[int, list[int]]:
    """The people who act for each unit today."""
    held: dict[int, list[int]] = defaultdict(list)
    rows = Posting.objects.filter(
        role=Role.EMPLOYER, organisation__in=units, until=None, user__person__isnull=False
    )
    for unit, person in rows.values_list("organisation", "user__person"):
        held[unit].append(person)
    return held


def _letter(due: Any, person: int, now: Moment) -> Letter:
    rest, day, who = shown(due.amount - due.matched), due.due_on, due.case
    return Letter(
        person_id=person, case=who, subject=SUBJECT, subject_en=SUBJECT_EN, written_at=now.at,
        body=f"办件 {who.number} 的单位配套尚有 {rest} 未到位，期限 {day}。请支付后提交凭证。",
        body_en=f"Case {who.number}: {rest} of your match is due by {day}. Please pay and send proof.",
    )  # fmt: skip
