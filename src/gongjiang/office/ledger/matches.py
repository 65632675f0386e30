"""How matches stand on a day, and the rate at which employers keep them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, Least

from gongjiang.law.money import Fen
from gongjiang.office.ledger.models import Decision, MatchDue, MatchState

M = MatchState
CONFIRMED = Q(evidence__state=Decision.CONFIRMED)


@dataclass(frozen=True)
class Rate:
    """配套率: of those not exempt, how many are met, and how much of the sum was shown to be paid."""

    dues: int
    met: int
    amount: Fen
    matched: Fen

    @property
    def of_dues(self) -> int:
        """In whole per cent, rounded down: 99.9 is not all."""
        return 100 * self.met // self.dues if self.dues else 0

    @property
    def of_amount(self) -> int:
        return 100 * self.matched // self.amount if self.amount else 0


def standing(today: date) -> "QuerySet[Any]":
    """Dues with `matched`, the sum that was verified, and `state` on that day."""
    counted = MatchDue.objects.annotate(matched=Coalesce(Sum("evidence__amount", filter=CONFIRMED), Value(0)))
    state = Case(
        When(exemption__isnull=False, then=Value(M.EXEMPT.value)),
        When(matched__gte=F("amount"), then=Value(M.MET.value)),
        When(due_on__lt=today, then=Value(M.OVERDUE.value)),
        When(matched__gt=0, then=Value(M.PARTIAL.value)),
        default=Value(M.WAITING.value),
        output_field=CharField(),
    )
    return counted.annotate(state=state)


def rate(today: date) -> Rate:
    """More than is due from one unit does not make up for another."""
    owed = standing(today).exclude(state=M.EXEMPT)
    rows = owed.annotate(kept=Least("matched", "amount")).values("pk", "amount", "kept", "state")
    found = rows.aggregate(
        dues=Count("pk"), met=Count("pk", filter=Q(state=M.MET)), whole=Sum("amount"), matched=Sum("kept")
    )
    return Rate(found["dues"], found["met"], found["whole"] or 0, found["matched"] or 0)
