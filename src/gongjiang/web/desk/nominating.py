"""推荐: the rounds that take nominations now, a share of each, and that a body nominates nobody."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gongjiang.law.policy import may
from gongjiang.law.procedures import needs as need
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Nomination, Quota, Round
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.rounds import declare_zero
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plan_of
from gongjiang.web.replies import refused
from gongjiang.web.visitor import actor, allowed, now


@dataclass(frozen=True)
class Share:
    """What one body may nominate in a round, and has nominated."""

    body: NominatingBody
    places: int | None
    used: int
    zero_on: date | None

    @property
    def may_decline(self) -> bool:
        return not self.used and self.zero_on is None


@dataclass(frozen=True)
class Running:
    round: Round
    scheme: Words
    shares: tuple[Share, ...]


def running(me: Actor, day: date) -> list[Running]:
    """In four questions, however many rounds run."""
    if not may(me, "case.file"):
        return []
    open_now = Round.objects.filter(opens_on__lte=day, closes_on__gte=day, ended_on=None)
    held = [one for one in open_now if takes_nominations(one)]
    bodies = list(NominatingBody.objects.filter(pk__in=own_bodies(me)))
    quotas = {
        (one.round_id, one.body_id): one for one in Quota.objects.filter(round__in=held, body__in=bodies)
    }
    nominated = Nomination.objects.filter(case__round__in=held, body__in=bodies, merged=False)
    counted = nominated.exclude(case__state=State.WITHDRAWN).values_list("case__round", "body")
    used = {(held, body): many for held, body, many in counted.annotate(Count("pk")).order_by()}
    return [
        Running(
            one,
            plan_of(one.scheme)[one.scheme].said,
            tuple(
                share(body, quotas.get((one.pk, body.pk)), used.get((one.pk, body.pk), 0)) for body in bodies
            ),
        )
        for one in held
    ]


def takes_nominations(held: Round) -> bool:
    steps = plan_of(held.scheme)[held.scheme].procedure.steps
    return any(need.within_quota in step.needs for step in steps)


def own_bodies(me: Actor) -> set[int]:
    return {post.body for post in me.posts if post.role is Role.NOMINATOR and post.body is not None}


def share(body: NominatingBody, quota: Quota | None, used: int) -> Share:
    if quota is None:
        return Share(body, None, used, None)
    return Share(body, quota.places, used, quota.zero_declared_on)


@require_POST
@allowed("zero.declare")
def zero(request: HttpRequest, ref: str) -> HttpResponse:
    """零推荐, for a body of one's own."""
    held, me = get_object_or_404(Round, ref=ref), actor(request)
    code = request.POST.get("body", "")[:20]
    body = NominatingBody.objects.filter(code=code, pk__in=own_bodies(me)).first()
    try:
        if body is None:
            raise refuse("只能为本推荐单位申报", "You may declare for your own body only")
        declare_zero(held, body, me, now())
        messages.success(request, _("已申报零推荐"))
    except Refused as no:
        refused(request, no.said)
    return redirect("desk:applying")
