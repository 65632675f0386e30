"""专家账号: an officer who keeps the register of experts asks for one; a security administrator decides.

It is asked for and decided like every other account (appointing): who entered an expert does not hold the key
of the account that gives marks.
"""

from dataclasses import replace

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.clerk.appointing import EXPERTS, Asked, of, propose, scoped
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.staffing import NewPosting, new_username, on_day
from gongjiang.office.registry.models import Expert, Person, Posting, Proposal, Staffing

POST = NewPosting(Role.EXPERT)


@transaction.atomic
def prepare_expert(person: Person, actor: Actor, now: Moment) -> Proposal:
    """A new account with the expert's post; the post alone for one who has an account already."""
    must(actor, EXPERTS)
    expert = Expert.objects.select_related("group").filter(person=person).first()
    if expert is None:
        raise refuse("此人不在专家库", "This person is not on the register of experts")
    own = Posting.objects.filter(user__person=person)
    if on_day(own, now.day).filter(role=Role.EXPERT).exists():
        raise refuse("此人已有专家账号", "This person has an expert's account already")
    asked = scoped(whole(person), own, POST, now)
    asked = replace(asked, scope=f"{expert.number} {expert.group.name}")
    reason = f"专家库登记，聘期至 {expert.until.isoformat()}"
    return propose(asked, key(person), reason, actor, now)


def whole(person: Person) -> Asked:
    held = person.users.order_by("-is_active", "pk").first()
    if held is not None:
        return of(held, Staffing.POSTING)
    return Asked(Staffing.ACCOUNT, new_username(), person.name, person=person.pk)


def key(person: Person) -> str:
    return f"expert:{person.ref}"


def asked_for() -> set[str]:
    """The keys of those whose account waits for its decision."""
    waiting = Proposal.objects.filter(decided_by=None, key__startswith="expert:")
    return set(waiting.values_list("key", flat=True))
