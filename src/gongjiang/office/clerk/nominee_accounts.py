"""本人账号: what an officer or a nominating body gives a nominee, to see and to answer in their own case."""

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.passwords import first_password
from gongjiang.office.clerk.staffing import new_username, without_account
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Person, User


@transaction.atomic
def give_account_to(person: Person, actor: Actor, now: Moment) -> tuple[str, str]:
    """For a nominee: the name to sign in with, and a one-time password that is kept nowhere. It opens their
    own case and no more: a post, an expert's too, takes a security administrator.
    """
    must(actor, "account.give")
    username = new_username()
    user = User(username=username, first_name=person.name, person=without_account(person))
    password = first_password(user, now)
    user.save()
    record("account.give", person.ref, {"username": username, "by": actor.user}, now.at)
    return username, password
