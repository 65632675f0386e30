"""控制台办理: accounts at the console, in an emergency; a security administrator takes note of each."""

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.resetting import reset_and_told
from gongjiang.office.clerk.staffing import (
    NewPosting,
    Owner,
    Told,
    end_posting,
    make_account,
    post,
    standing,
)
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import ConsoleAct, Staffing, User


@transaction.atomic
def account_at_console(username: str, whose: Owner, posting: NewPosting, os_user: str, now: Moment) -> str:
    """A new account, or one more post for one that is there. Gives the one-time password of a new one."""
    by, found = at_console(os_user), User.objects.filter(username=username).first()
    if found:
        post(found, posting, now, by)
        kept(Staffing.POSTING, found, posting.role, os_user, now)
        return ""
    if not whose.name.strip():
        raise refuse("请填写姓名（--name）", "Give the person's name (--name)")
    name = whose.name.strip()
    password = make_account(username, name, posting, now, whose.same_as, whose.namesake, by)
    kept(Staffing.ACCOUNT, User.objects.get(username=username), posting.role, os_user, now)
    return password


@transaction.atomic
def reset_at_console(username: str, os_user: str, now: Moment) -> str:
    user = named(username)
    password = reset_and_told(user, now, at_console(os_user))
    kept(Staffing.RESET, user, "", os_user, now)
    return password


@transaction.atomic
def end_at_console(username: str, role: Role, os_user: str, now: Moment) -> None:
    """For what two people cannot do: one of the only two security administrators leaves."""
    user = named(username)
    held = list(standing(user, now.day).filter(role=role))
    if not held:
        raise refuse(f"{username} 没有这个岗位", f"{username} holds no such post")
    for one in held:
        end_posting(one, now, at_console(os_user))
    kept(Staffing.END, user, role, os_user, now)


def at_console(os_user: str) -> Told:
    return {"by": "console", "os_user": os_user}


def named(username: str) -> User:
    found = User.objects.filter(username=username).first()
    if found is None:
        raise refuse(f"没有账号 {username}", f"There is no account {username}")
    return found


def kept(act: Staffing, user: User, role: str, os_user: str, now: Moment) -> ConsoleAct:
    return ConsoleAct.objects.create(act=act, user=user, role=role, os_user=os_user[:80], at=now.at)


@transaction.atomic
def take_note(held: ConsoleAct, actor: Actor, now: Moment) -> ConsoleAct:
    """By a security administrator whom it is not about."""
    by = must(actor, "account.make")
    found = ConsoleAct.objects.select_for_update(of=("self",)).select_related("user").get(pk=held.pk)
    if found.known_by_id:
        raise refuse("已有人知悉", "Somebody has taken note of it already")
    if actor.person is None:
        raise refuse("账号未关联自然人，不能办理", "This account belongs to no person and cannot do this")
    if actor.person == found.user.person_id:
        raise refuse("不能办理本人的账号和岗位", "Nobody decides on their own account or posts")
    found.known_by_id, found.known_person_id, found.known_at = by, actor.person, now.at
    found.save(update_fields=["known_by", "known_person", "known_at"])
    record("console.known", found.user.username, {"act": found.act, "console": found.ref, "by": by}, now.at)
    return found
