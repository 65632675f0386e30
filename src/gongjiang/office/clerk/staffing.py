"""Accounts and postings, of one natural person each; the three administrators stay apart."""

import secrets
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.duties import incompatible
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Expert, NominatingBody, Organisation, Person, Posting, User


@dataclass(frozen=True)
class NewPosting:
    """A role with its scope: the code of a nominating body or a department, or an employer's credit code."""

    role: Role
    body: str = ""
    organisation: str = ""
    department: str = ""


@transaction.atomic
def make_account(
    username: str, shown: str, posting: NewPosting, now: Moment, same_as: str = "", namesake: bool = False
) -> str:
    """The account with its first posting; gives the one-time password, which is kept nowhere. Whoever has an
    account already is the same person in a second one, unless it is said that they only share a name.
    """
    if User.objects.filter(username=username).exists():
        raise refuse(f"账号 {username} 已存在", f"There is an account {username} already")
    person = _owner(shown, same_as, namesake)
    user = User(username=username, first_name=shown, person=person)
    password = secrets.token_urlsafe(15)
    user.set_password(password)
    user.save()
    post(user, posting, now)
    return password


def _owner(shown: str, same_as: str, namesake: bool) -> Person:
    if same_as:
        first = User.objects.select_related("person").filter(username=same_as, person__name=shown).first()
        if first is None or first.person is None:
            raise refuse(f"账号 {same_as} 不属于{shown}", f"The account {same_as} is not {shown}'s")
        return first.person
    if not namesake and User.objects.filter(person__name=shown, postings__isnull=False).exists():
        raise refuse(
            f"{shown}已有账号：同一人请用 --same-as 指明原账号，确系同名请加 --namesake",
            f"{shown} has an account: name it with --same-as, or say --namesake for another person",
        )
    return Person.objects.create(name=shown)


@transaction.atomic
def post(user: User, posting: NewPosting, now: Moment) -> Posting:
    """One more role for a person, whatever their accounts; never one that their others do not go with."""
    own = Posting.objects.filter(user__person=user.person_id) if user.person_id else user.postings.all()
    held = {Role(role) for role in on_day(own, now.day).values_list("role", flat=True)}
    if said := incompatible(held, posting.role):
        raise Refused(said)
    body = NominatingBody.objects.filter(code=posting.body).first()
    unit = Organisation.objects.filter(credit_code=posting.organisation, credit_code__gt="").first()
    if posting.role is Role.NOMINATOR and body is None:
        raise refuse("请指明推荐单位代码", "Say which nominating body, by its code")
    if posting.role is Role.EMPLOYER and unit is None:
        raise refuse("请指明已登记单位的统一社会信用代码", "Say which registered unit, by its credit code")
    if posting.role is Role.DEPARTMENT and posting.department not in set(Department):
        raise refuse("请指明部门代码", "Say which department, by its code")
    made = Posting.objects.create(
        user=user, role=posting.role, body=body, organisation=unit, department=posting.department,
        since=now.day,
    )  # fmt: skip
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
    return on_day(Posting.objects.filter(user=user), on)


def on_day(postings: QuerySet[Posting], on: date) -> QuerySet[Posting]:
    return postings.filter(since__lte=on).exclude(until__lt=on)


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
