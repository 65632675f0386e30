"""Accounts and postings, of one natural person each; the three administrators stay apart."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.duties import COOL_OFF, cooling, incompatible
from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.passwords import first_password
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import (
    NominatingBody,
    Organisation,
    Person,
    Posting,
    Token,
    User,
)

USERNAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,39}")
Told = Mapping[str, Any]
"""By whom, as the leaf says it: two people and their proposal, the console, or the first start."""


@dataclass(frozen=True)
class NewPosting:
    """A role with its scope: the code of a nominating body or a department, or an employer's credit code."""

    role: Role
    body: str = ""
    organisation: str = ""
    department: str = ""


@dataclass(frozen=True)
class Owner:
    """Whose a new account is: somebody known by an earlier account, or from a register; or not known yet."""

    name: str
    same_as: str = ""
    namesake: bool = False
    known: int | None = None
    """The person on a register, who has no account yet."""


@transaction.atomic
def make_account(
    username: str,
    shown: str,
    posting: NewPosting,
    now: Moment,
    same_as: str = "",
    namesake: bool = False,
    by: Told | None = None,
) -> str:
    """The account with its first posting; gives the one-time password, which is kept nowhere. Whoever has an
    account already is the same person in a second one, unless it is said that they only share a name.
    """
    return open_account(username, Owner(shown, same_as, namesake), posting, now, by)


@transaction.atomic
def open_account(username: str, whose: Owner, posting: NewPosting, now: Moment, by: Told | None) -> str:
    person = owner(username, whose) or Person.objects.create(name=whose.name)
    user = User(username=username, first_name=whose.name, person=person)
    password = first_password(user, now)
    user.save()
    record("account.make", username, {"person": person.ref, **(by or {})}, now.at)
    post(user, posting, now, by)
    return password


def owner(username: str, whose: Owner) -> Person | None:
    """The person of a new account; None for one who has no account yet."""
    if not USERNAME.fullmatch(username):
        raise refuse("账号名为 2 至 40 位字母、数字或 . _ -", "A name has 2 to 40 letters, digits or . _ -")
    if User.objects.filter(username=username).exists():
        raise refuse(f"账号 {username} 已存在", f"There is an account {username} already")
    shown, same_as = whose.name, whose.same_as
    if whose.known is not None:
        return without_account(Person.objects.get(pk=whose.known))
    if same_as:
        first = User.objects.select_related("person").filter(username=same_as, person__name=shown).first()
        if first is None or first.person is None:
            raise refuse(f"账号 {same_as} 不属于{shown}", f"The account {same_as} is not {shown}'s")
        return first.person
    if not whose.namesake and User.objects.filter(person__name=shown, postings__isnull=False).exists():
        raise refuse(
            f"{shown}已有账号：同一人请指明原账号（--same-as），确系同名请注明（--namesake）",
            f"{shown} has an account: name it (--same-as), or say that they share a name (--namesake)",
        )
    return None


def without_account(person: Person) -> Person:
    if User.objects.filter(person=person).exists():
        raise refuse("此人已有账号", "This person has an account already")
    return person


def new_username() -> str:
    return f"p{secrets.token_hex(4)}"


@transaction.atomic
def post(user: User, posting: NewPosting, now: Moment, by: Told | None = None) -> Posting:
    """One more role for a person, whatever their accounts; never one that their others do not go with."""
    own = Posting.objects.filter(user__person=user.person_id) if user.person_id else user.postings.all()
    body, unit = fits(own, posting, now.day)
    made = Posting.objects.create(
        user=user, role=posting.role, body=body, organisation=unit, department=posting.department,
        since=now.day,
    )  # fmt: skip
    leaf = {"role": posting.role, "body": posting.body, "organisation": unit.ref if unit else "",
            "department": posting.department, **(by or {})}  # fmt: skip
    record("posting.make", user.username, leaf | as_it_is(made), now.at)
    return made


def as_it_is(held: Posting) -> dict[str, Any]:
    return of_rows(wrote(Posting.objects.filter(pk=held.pk)))


def fits(
    own: QuerySet[Posting], posting: NewPosting, day: date
) -> tuple[NominatingBody | None, Organisation | None]:
    """The scope of a role that goes with the others somebody holds."""
    lately = own.filter(until__lt=day, until__gte=day - COOL_OFF)
    if said := incompatible(roles(on_day(own, day)), posting.role) or cooling(roles(lately), posting.role):
        raise Refused(said)
    body = NominatingBody.objects.filter(code=posting.body).first()
    unit = Organisation.objects.filter(credit_code=posting.organisation, credit_code__gt="").first()
    if posting.role is Role.NOMINATOR and body is None:
        raise refuse("请指明推荐单位代码", "Say which nominating body, by its code")
    if posting.role is Role.EMPLOYER and unit is None:
        raise refuse("请指明已登记单位的统一社会信用代码", "Say which registered unit, by its credit code")
    if posting.role is Role.DEPARTMENT and posting.department not in set(Department):
        raise refuse("请指明部门代码", "Say which department, by its code")
    return body, unit


def roles(postings: QuerySet[Posting]) -> set[Role]:
    return {Role(role) for role in postings.values_list("role", flat=True)}


@transaction.atomic
def end_posting(held: Posting, now: Moment, by: Told | None = None) -> Posting:
    """Over at the next request: yesterday was its last day."""
    found = Posting.objects.select_for_update(of=("self",)).select_related("user").get(pk=held.pk)
    if found.until is not None and found.until < now.day:
        raise refuse("该岗位已终止", "This post has ended already")
    found.until = now.day - timedelta(days=1)
    found.save(update_fields=["until"])
    leaf = {"role": found.role, "since": found.since, "until": found.until, **(by or {})}
    record("posting.end", found.user.username, leaf | as_it_is(found), now.at)
    return found


@transaction.atomic
def reset_account(user: User, now: Moment, by: Told | None = None) -> str:
    """A new one-time password for who has lost theirs; the second factor is set up anew, and no token that
    they had made opens anything.
    """
    password = first_password(user, now)
    user.save(update_fields=["password", "first_password_until"])
    Authenticator.objects.filter(user=user).delete()
    tokens = Token.objects.filter(user=user, revoked_at=None).update(revoked_at=now.at)
    record("account.reset", user.username, {"tokens": tokens, **(by or {})}, now.at)
    return password


def standing(user: User, on: date) -> QuerySet[Posting]:
    """The postings held on a day."""
    return on_day(Posting.objects.filter(user=user), on)


def on_day(postings: QuerySet[Posting], on: date) -> QuerySet[Posting]:
    return postings.filter(since__lte=on).exclude(until__lt=on)
