"""Which cases an actor may see on the desk: the policy table as a filter."""

from django.db.models import Q, QuerySet

from gongjiang.law.policy import SIGHT, Scope
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case
from gongjiang.plans import plans


def visible_to(actor: Actor) -> QuerySet[Case]:
    """Everybody's own, and what their posts let them see. Deny by default."""
    allowed = Q(pk__in=[])
    if actor.person is not None:
        allowed |= Q(person=actor.person)
    for post in actor.posts:
        allowed |= _through(post, actor)
    allowed |= _referred(actor)
    cases = Case.objects.filter(allowed & ~_confined(actor))
    joined = any(SIGHT.get(p.role) is Scope.ASSIGNED or p.role is Role.DEPARTMENT for p in actor.posts)
    return cases.distinct() if joined else cases


def _referred(actor: Actor) -> Q:
    """A department sees what was referred to it."""
    own = [post.department for post in actor.posts if post.role is Role.DEPARTMENT and post.department]
    return Q(referrals__department__in=own) if own else Q(pk__in=[])


def _confined(actor: Actor) -> Q:
    """What a scheme shows to few is hidden from the other posts; the person and their unit see their own."""
    closed = [
        scheme.slug for plan in plans() for scheme in plan.schemes
        if scheme.confined and actor.roles.isdisjoint(scheme.confined)
    ]  # fmt: skip
    if not closed:
        return Q(pk__in=[])
    units = [post.organisation for post in actor.posts if post.role is Role.EMPLOYER]
    own = Q(person=actor.person) if actor.person is not None else Q(pk__in=[])
    return Q(scheme__in=closed) & ~(own | Q(employer__in=units))


def _through(post: Post, actor: Actor) -> Q:
    scope = SIGHT.get(post.role)
    if scope is Scope.ALL:
        return ~Q(pk=None)
    if scope is Scope.BODY and post.body is not None:
        return Q(body=post.body) | Q(nominations__body=post.body, nominations__merged=True)
    if scope is Scope.UNIT and post.organisation is not None:
        return Q(employer=post.organisation)
    if scope is Scope.ASSIGNED:
        return Q(visit__inspectors__user=actor.user)
    return Q(pk__in=[])
