"""Accounts and postings, of one natural person each; the three administrators stay apart."""

import secrets
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Expert, NominatingBody, Organisation, Person, Posting, User

ADMINISTRATORS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)


@dataclass(frozen=True)
class NewPosting:
    """A role with its scope: the code of a nominating body, or an employer's credit code."""

    role: Role
    body: str = ""
    organisation: str = ""


@transaction.atomic
def make_account(username: str, shown: str, posting: NewPosting, now: Moment) -> str:
    """The account with its first posting; gives the one-time password, which is kept nowhere."""
    if User.objects.filter(username=username).exists():
        raise refuse(f"账号 {username} 已存在", f"There is an account {username} already")
    person = Person.objects.create(name=shown)
    user = User(username=username, first_name=shown, person=person)
    password = secrets.token_urlsafe(15)
    user.set_password(password)
    user.save()
    post(user, posting, now)
    return password


@transaction.atomic
def post(user: User, posting: NewPosting, now: Moment) -> Posting:
    """One more role for a person; an administrator holds no other role."""
    held = {Role(role) for role in standing(user, now.day).values_list("role", flat=True)}
    if held and (posting.role in ADMINISTRATORS or held & set(ADMINISTRATORS)):
        raise refuse("系统、安全、审计管理员不能兼任其他角色", "An administrator holds no other role")
    body = NominatingBody.objects.filter(code=posting.body).first()
    unit = Organisation.objects.filter(credit_code=posting.organisation, credit_code__gt="").first()
    if posting.role is Role.NOMINATOR and body is None:
        raise refuse("请指明推荐单位代码", "Say which nominating body, by its code")
    if posting.role is Role.EMPLOYER and unit is None:
        raise refuse("请指明已登记单位的统一社会信用代码", "Say which registered unit, by its credit code")
    made = Posting.objects.create(user=user, role=posting.role, body=body, organisation=unit, since=now.day)
    record("posting.make", user.username, {"role": posting.role, "body": posting.body}, now.at)
    return made


@transaction.atomic
def reset_account(user: User, now: Moment) -> str:
    """A new one-time password for who has lost theirs; the second factor is set up anew."""
    password = secrets.token_urlsafe(15)
    user.set_password(password)
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    record("account.reset", user.username, {}, now.at)
    return password


def standing(user: User, on: date) -> QuerySet[Posting]:
    """The postings held on a day."""
    return Posting.objects.filter(user=user, since__lte=on).exclude(until__lt=on)


@transaction.atomic
def give_account_to(person: Person, actor: Actor, now: Moment) -> tuple[str, str]:
    """For a nominee or an expert: the name to sign in with, and a one-time password that is kept nowhere."""
    must(actor, "account.give")
    if User.objects.filter(person=person).exists():
        raise refuse("此人已有账号", "This person has an account already")
    username = f"p{secrets.token_hex(4)}"
    user = User(username=username, first_name=person.name, person=person)
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save()
    if Expert.objects.filter(person=person).exists():
        Posting.objects.create(user=user, role=Role.EXPERT, since=now.day)
    record("account.give", person.ref, {"username": username, "by": actor.user}, now.at)
    return username, password
