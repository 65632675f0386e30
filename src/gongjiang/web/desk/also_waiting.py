"""What waits beside the steps of cases: for a post draws, objections, letters, money, a question an act; for
whoever is paid an account that they have still to name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.office.ledger.models import Batch, BatchState, Decision, Payable, PayableState, PendingAct
from gongjiang.office.notice.models import Objection
from gongjiang.office.post.models import Letter
from gongjiang.office.review.models import Concern, Draw
from gongjiang.plans import plans

Held = QuerySet[Any]


@dataclass(frozen=True)
class Kind:
    """For whom, in which words, what, and where it is done."""

    act: str
    said: object
    held: Callable[[], Held]
    page: str
    asked: str = ""


@dataclass(frozen=True)
class Also:
    number: int
    said: str
    url: str


def draws() -> Held:
    return Draw.objects.filter(state=Draw.State.COMMITTED)


def to_take() -> Held:
    return Objection.objects.filter(accepted=True, handler=None, closed_on=None)


def to_decide() -> Held:
    return Objection.objects.filter(reported_on__isnull=False, closed_on=None)


def to_clear() -> Held:
    return Concern.objects.filter(cleared_on=None, visit__case__state=State.INSPECTION)


def to_send() -> Held:
    return Letter.objects.filter(state=Letter.State.WAITING)


def to_confirm() -> Held:
    return PendingAct.objects.filter(state=Decision.WAITING)


def payables(state: PayableState) -> Callable[[], Held]:
    return lambda: Payable.objects.filter(state=state)


def batches(*states: BatchState) -> Callable[[], Held]:
    return lambda: Batch.objects.filter(state__in=states)


OWED, RETURNED = PayableState.OWED, PayableState.RETURNED
SENT = (BatchState.APPROVED, BatchState.EXPORTED)
KINDS = (
    Kind("draw.draw", _("专家抽取待公开值"), draws, "desk:rounds"),
    Kind("objection.take", _("异议待承办"), to_take, "desk:objections"),
    Kind("objection.close", _("异议待作结论"), to_decide, "desk:objections"),
    Kind("visit.clear", _("考察疑点待销号"), to_clear, "desk:cases", f"?state={State.INSPECTION.value}"),
    Kind("letter.send", _("信函待发"), to_send, "desk:letters"),
    Kind("batch.make", _("应付款待拨付"), payables(OWED), "finance:payables", f"?state={OWED.value}"),
    Kind("batch.make", _("退回款待处理"), payables(RETURNED), "finance:payables", f"?state={RETURNED.value}"),
    Kind("batch.reply", _("批次待银行回盘"), batches(*SENT), "finance:batches"),
    Kind("batch.check", _("批次待复核"), batches(BatchState.FROZEN), "finance:batches"),
    Kind("batch.check", _("资金事项待复核"), to_confirm, "finance:pending"),
    Kind("batch.approve", _("批次待审批"), batches(BatchState.CHECKED), "finance:batches"),
)


def unnamed(me: Actor) -> Held:
    """What is owed to this person, or to a unit that they act for, and has no account to go to."""
    of_units = [scheme.slug for plan in plans() for scheme in plan.schemes if scheme.of_unit]
    units = [post.organisation for post in me.posts if post.role is Role.EMPLOYER and post.organisation]
    mine = Q(person=me.person) & ~Q(case__scheme__in=of_units) if me.person is not None else Q(pk__in=[])
    theirs = Q(case__employer__in=units, case__scheme__in=of_units)
    return Payable.objects.filter(mine | theirs, account=None, state__in=(OWED, RETURNED))


def also_waiting(me: Actor) -> Iterable[Also]:
    if me.person is not None and (number := unnamed(me).count()):
        yield Also(number, str(_("待您登记收款账户")), reverse("desk:account"))
    for kind in KINDS:
        if may(me, kind.act) and (number := kind.held().count()):
            yield Also(number, str(kind.said), reverse(kind.page) + kind.asked)
