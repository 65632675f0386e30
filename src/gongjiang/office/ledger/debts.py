"""How a debt stands on a day: what came, what is overdue, what is next. Money fills the earliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from gongjiang.law.money import Fen
from gongjiang.office.ledger.models import DebtState, Instalment, Recovery, Repayment
from gongjiang.office.ledger.models.payable import paid_to


@dataclass(frozen=True)
class Part:
    """One instalment with what has come of it."""

    instalment: Instalment
    received: Fen
    overdue: bool

    @property
    def rest(self) -> Fen:
        return self.instalment.amount - self.received


@dataclass(frozen=True)
class Debt:
    recovery: Recovery
    received: Fen
    written_off: Fen
    parts: tuple[Part, ...]

    @property
    def outstanding(self) -> Fen:
        return self.recovery.amount - self.received - self.written_off

    @property
    def overdue(self) -> Fen:
        return sum(part.rest for part in self.parts if part.overdue)

    @property
    def next(self) -> Part | None:
        """The instalment that is to be paid next, overdue or not."""
        return next((part for part in self.parts if part.rest), None) if self.outstanding else None

    @property
    def state(self) -> DebtState:
        if self.written_off:
            return DebtState.WRITTEN_OFF
        if not self.outstanding:
            return DebtState.SETTLED
        return DebtState.OVERDUE if self.overdue else DebtState.OPEN


def with_moves(found: QuerySet[Recovery]) -> QuerySet[Recovery]:
    """All that a debt is read from, in a fixed number of queries."""
    return found.select_related("transfer", *paid_to("payable"), "written_off__transfer").prefetch_related(
        "instalments", Prefetch("repayments", Repayment.objects.select_related("transfer"))
    )


def debts(recoveries: Iterable[Recovery], today: date) -> list[Debt]:
    """Of recoveries read by `with_moves`."""
    return [debt(recovery, today) for recovery in recoveries]


def debt(recovery: Recovery, today: date) -> Debt:
    received = sum(repayment.transfer.amount for repayment in recovery.repayments.all())
    off = getattr(recovery, "written_off", None)
    given_up = off.transfer.amount if off else 0
    return Debt(recovery, received, given_up, _parts(recovery, received, today, live=not given_up))


def _parts(recovery: Recovery, received: Fen, today: date, live: bool) -> tuple[Part, ...]:
    held = list(recovery.instalments.all())
    latest = max((one.plan for one in held), default=0)
    parts = []
    for one in held:
        if one.plan == latest:
            came = min(received, one.amount)
            received -= came
            parts.append(Part(one, came, live and came < one.amount and one.due_on < today))
    return tuple(parts)
