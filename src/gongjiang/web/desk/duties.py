"""What chapter three has waiting for somebody: their notices and targets, stories that ask for their word."""

from typing import Any

from django.db.models import Q

from gongjiang.law.duty import OrderState, TargetState
from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.stories import StoryState
from gongjiang.law.terms import Role
from gongjiang.office.duty.models import Order, Target
from gongjiang.office.duty.visible import theirs
from gongjiang.office.stories.models import Story

SHOWN = 15
ASKED = Q(state__in=(OrderState.ISSUED, OrderState.RECEIVED))


def duties(me: Actor) -> dict[str, Any]:
    """Three questions at most, and none of somebody they do not concern."""
    found: dict[str, Any] = {}
    if may(me, "duty.answer"):
        found["orders"] = Order.objects.filter(theirs(me) & ASKED)[:SHOWN]
        found["targets"] = Target.objects.filter(theirs(me), state=TargetState.SET).count()
    elif may(me, "order.close"):
        found["orders"] = Order.objects.filter(state=OrderState.MENDED)[:SHOWN]
    elif Role.LEADER in me.roles:
        gone_up = Order.objects.filter(escalated_on__isnull=False)
        found["orders"] = gone_up.exclude(state=OrderState.CLOSED)[:SHOWN]
    if me.person is not None:
        found["stories"] = Story.objects.filter(person=me.person, state=StoryState.DRAFT)[:SHOWN]
    return found
