"""Whose eyes a visit is for: its inspectors', and those of the office who have no part in the case."""

from django.db.models import Prefetch, Q, QuerySet

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.review.models import Concern, Inspector, Photo, Visit

FOUND = (
    Prefetch("inspectors", Inspector.objects.select_related("user").order_by("pk")),
    Prefetch("concerns", Concern.objects.select_related("cleared_by").order_by("pk")),
    Prefetch("photos", Photo.objects.select_related("by").order_by("pk")),
)
"""All that stands beneath a visit, each in one question."""


def visits_seen(actor: Actor) -> QuerySet[Visit]:
    """What was found on the spot: never for the nominee, a body that nominated them or their unit, whatever
    other post somebody of these may hold.
    """
    seen = Q(pk__in=[])
    if Role.INSPECTOR in actor.roles:
        seen |= Q(pk__in=Visit.objects.filter(inspectors__user=actor.user).values("pk"))
    if may(actor, "round.see"):
        seen |= Q(case__in=visible_to(actor).exclude(_part_of(actor)).values("pk"))
    return Visit.objects.filter(seen)


def _part_of(actor: Actor) -> Q:
    bodies = [post.body for post in actor.posts if post.role is Role.NOMINATOR and post.body]
    units = [post.organisation for post in actor.posts if post.role is Role.EMPLOYER and post.organisation]
    part = Q(body__in=bodies) | Q(nominations__body__in=bodies) | Q(employer__in=units)
    return part | Q(person=actor.person) if actor.person is not None else part
