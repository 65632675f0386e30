"""Which cases an actor may see on the desk: the policy table as a filter."""

from django.db.models import Q, QuerySet

from gongjiang.law.policy import SIGHT, Scope
from gongjiang.law.standing import Actor, Post
from gongjiang.office.cases.models import Case


def visible_to(actor: Actor) -> QuerySet[Case]:
    """Everybody's own, and what their posts let them see. Deny by default."""
    allowed = Q(pk__in=[])
    if actor.person is not None:
        allowed |= Q(person=actor.person)
    for post in actor.posts:
        allowed |= _through(post, actor)
    cases = Case.objects.filter(allowed)
    return cases.distinct() if any(SIGHT.get(p.role) is Scope.ASSIGNED for p in actor.posts) else cases


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
