"""Whose targets and supervision notices an actor may see: all, or those of their own body or department."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.duty.models import Order, Target, YearScore

M = TypeVar("M", Target, Order, YearScore)


def theirs(actor: Actor) -> Q:
    """What the actor answers for, through a post of a body or of a department."""
    bodies = [post.body for post in actor.posts if post.role is Role.NOMINATOR and post.body]
    departments = [
        post.department for post in actor.posts if post.role is Role.DEPARTMENT and post.department
    ]
    return Q(body__in=bodies) | Q(department__in=departments)


def seen_by(actor: Actor, rows: "QuerySet[M]") -> "QuerySet[M]":
    return rows if may(actor, "insight.see") else rows.filter(theirs(actor))


def answers_for(actor: Actor, held: Target | Order) -> bool:
    """Whether the actor holds a post of the very body or department."""
    if held.body_id:
        return any(p.role is Role.NOMINATOR and p.body == held.body_id for p in actor.posts)
    return any(p.role is Role.DEPARTMENT and p.department == held.department for p in actor.posts)
