"""账号与岗位: one security administrator prepares, another decides; nobody about their own person. What an
officer prepares for an expert is decided here too (expert_accounts).

The one-time password is shown to who decides. It is made when they do, so that nothing waits anywhere in the
meantime; and who thought of an account is not the one who holds its key: to get hold of one takes them both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.policy import ACTS
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.disclosing import reasoned
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import decide, lonely, prepare
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.resetting import reset_and_told
from gongjiang.office.clerk.staffing import (
    NewPosting,
    Owner,
    Told,
    end_posting,
    fits,
    open_account,
    owner,
    post,
    standing,
)
from gongjiang.office.registry.models import Person, Posting, Proposal, Proposed, Staffing, User

ACT, EXPERTS = "account.make", "register.keep"
"""Who decides on accounts and posts and prepares them; who prepares those of experts besides."""


@dataclass(frozen=True)
class Asked:
    """What is to be done, in full: the account, whose it is, the role with its scope, and why."""

    act: Staffing
    username: str
    name: str = ""
    role: str = ""
    body: str = ""
    organisation: str = ""
    department: str = ""
    scope: str = ""
    """The scope in words."""
    same_as: str = ""
    namesake: bool = False
    person: int | None = None
    """None for somebody who has no account yet."""
    posting: int | None = None
    reason: str = ""

    @property
    def post(self) -> NewPosting:
        return NewPosting(Role(self.role), self.body, self.organisation, self.department)

    @property
    def facts(self) -> dict[str, Any]:
        return dict(vars(self))


def asked_of(facts: Mapping[str, Any]) -> Asked:
    return Asked(**dict(facts) | {"act": Staffing(facts["act"])})


@transaction.atomic
def prepare_account(
    username: str, whose: Owner, posting: NewPosting, reason: str, actor: Actor, now: Moment
) -> Proposal:
    """A new account with its first post."""
    must(actor, ACT)
    if not whose.name.strip():
        raise refuse("请填写姓名", "Give the person's name")
    whose = replace(whose, name=whose.name.strip(), same_as=whose.same_as.strip())
    person = owner(username, whose)
    own = Posting.objects.filter(user__person=person) if person else Posting.objects.none()
    asked = scoped(Asked(Staffing.ACCOUNT, username), own, posting, now)
    asked = replace(asked, name=whose.name, same_as=whose.same_as, namesake=whose.namesake,
                    person=person.pk if person else None)  # fmt: skip
    return propose(asked, f"account:{username}", reason, actor, now)


@transaction.atomic
def prepare_post(user: User, posting: NewPosting, reason: str, actor: Actor, now: Moment) -> Proposal:
    """One more post for an account that is there."""
    must(actor, ACT)
    if user.person_id is None:
        raise refuse(
            "该账号未关联自然人，不能授予岗位", "The account belongs to no person and is given no post"
        )
    own = Posting.objects.filter(user__person=user.person_id)
    asked = scoped(of(user, Staffing.POSTING), own, posting, now)
    return propose(asked, f"posting:{user.pk}:{posting.role}", reason, actor, now)


@transaction.atomic
def prepare_end(held: Posting, reason: str, actor: Actor, now: Moment) -> Proposal:
    must(actor, ACT)
    if not standing(held.user, now.day).filter(pk=held.pk).exists():
        raise refuse("该岗位已终止", "This post has ended already")
    asked = replace(of(held.user, Staffing.END), role=held.role, posting=held.pk, scope=scope_of(held))
    return propose(asked, f"end:{held.pk}", reason, actor, now)


@transaction.atomic
def prepare_reset(user: User, reason: str, actor: Actor, now: Moment) -> Proposal:
    must(actor, ACT)
    return propose(of(user, Staffing.RESET), f"reset:{user.pk}", reason, actor, now)


def of(user: User, act: Staffing) -> Asked:
    return Asked(act, user.username, user.first_name, person=user.person_id)


def scoped(asked: Asked, own: QuerySet[Posting], posting: NewPosting, now: Moment) -> Asked:
    """With the role; refused now where it would be refused when it is decided."""
    body, unit = fits(own, posting, now.day)
    words = [body.name if body else "", unit.name if unit else "", department(posting.department)]
    return replace(asked, role=str(posting.role), body=posting.body, organisation=posting.organisation,
                   department=posting.department, scope=" ".join(filter(None, words)))  # fmt: skip


def scope_of(held: Posting) -> str:
    words = [str(held.body or ""), str(held.organisation or ""), department(held.department)]
    return " ".join(filter(None, words))


def department(code: str) -> str:
    return Department(code).zh if code else ""


def propose(asked: Asked, key: str, reason: str, actor: Actor, now: Moment) -> Proposal:
    not_their_own(asked, actor)
    whole = replace(asked, reason=reasoned(reason))
    return prepare(Proposed.POSTING, key, whole.facts, actor, now)


def not_their_own(asked: Asked, actor: Actor) -> None:
    """Neither through a second account, nor through a new one in their own name."""
    own = Person.objects.filter(pk=actor.person or 0).first()
    if own is not None and (asked.person == own.pk or (asked.person is None and asked.name == own.name)):
        raise refuse("不能办理本人的账号和岗位", "Nobody decides on their own account or posts")


@transaction.atomic
def decide_appointment(held: Proposal, granted: bool, actor: Actor, now: Moment) -> str:
    """By another security administrator; by the same one while there is no other. Gives the one-time password
    of an account made or reset.
    """
    must(actor, ACT)
    found = decide(held, (Proposed.POSTING,), granted, actor, now, alone=lonely(ACT, now.day))
    asked = asked_of(found.facts)
    not_their_own(asked, actor)
    if not granted:
        return ""
    still_prepared(found, asked, now)
    by = {"prepared_by": found.prepared_by_id, "by": actor.user, "proposal": found.ref, "alone": found.alone}
    return carry_out(asked, by, now)


def still_prepared(found: Proposal, asked: Asked, now: Moment) -> None:
    """What was prepared by who stands no more is prepared anew by somebody else."""
    may = {*ACTS[ACT], *(ACTS[EXPERTS] if asked.role == Role.EXPERT else ())}
    if not standing(found.prepared_by, now.day).filter(role__in=may).exists():
        raise refuse("经办人已不在岗，请退回重提", "Who prepared it stands no more: send it back")


def carry_out(asked: Asked, by: Told, now: Moment) -> str:
    if asked.act is Staffing.ACCOUNT:
        return new_account(asked, by, now)
    user = User.objects.select_for_update(of=("self",)).get(username=asked.username)
    if user.person_id != asked.person:
        raise refuse("账号已改属他人，请退回重提", "The account is another person's by now: send it back")
    if asked.act is Staffing.RESET:
        return reset_and_told(user, now, by)
    if asked.act is Staffing.POSTING:
        post(user, asked.post, now, by)
    else:
        end_posting(Posting.objects.get(pk=asked.posting or 0), now, by)
    return ""


def new_account(asked: Asked, by: Told, now: Moment) -> str:
    """For the same person as was shown to both."""
    whose = Owner(asked.name, asked.same_as, asked.namesake, None if asked.same_as else asked.person)
    person = owner(asked.username, whose)
    if (person.pk if person else None) != asked.person:
        raise refuse("账号已改属他人，请退回重提", "The account is another person's by now: send it back")
    return open_account(asked.username, whose, asked.post, now, by)
