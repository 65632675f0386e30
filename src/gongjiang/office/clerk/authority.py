"""Who is acting, from the registers; and the refusal of those who may not."""

from datetime import date

from gongjiang.law.policy import ACTS, may
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.prepared import PreparedRows
from gongjiang.office.registry.models import Posting, User

HELD = ("role", "since", "until", "organisation", "body", "department")
postings = PreparedRows(
    lambda users: Posting.objects.filter(user__among=users).order_by("pk").values_list(*HELD)
)
NOBODY = Actor(user=None)


def actor_of(user: User, today: date) -> Actor:
    """The law's view of an account: the person, and the posts that are held today."""
    posts = tuple(
        Post(Role(role), *of)
        for role, since, until, *of in postings([user.pk])
        if since <= today and (until is None or until >= today)
    )
    return Actor(user.pk, user.person_id, posts)


def must(actor: Actor, act: str) -> int:
    """The account that acts; whoever the policy table does not name for this act is refused."""
    if not may(actor, act):
        roles = ACTS[act]
        raise refuse(
            f"仅{'、'.join(role.zh for role in roles)}可以办理",
            f"Only: {', '.join(role.en for role in roles)}",
        )
    return account(actor)


def account(actor: Actor) -> int:
    """The account of somebody who is signed in."""
    if actor.user is None:
        raise refuse("请先登录", "Sign in first")
    return actor.user
