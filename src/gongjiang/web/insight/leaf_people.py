"""Who did what a leaf tells: read off the few names under which leaves keep it, and nothing else of it."""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongjiang.law.terms import Role
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Person, Posting, User

KEYS = ("by", "actor", "maker", "checker")
"""An account by its number, or a person by their reference; of two people, the second stands last."""
MOST, LONGEST = 20, 60
EXPERT = Exists(Posting.objects.filter(user=OuterRef("pk"), role=Role.EXPERT))
"""Experts are told by their account, which bears their number of the register, and never by their name."""


def named(body: str) -> list[int | str]:
    """Accounts and persons that the content names as acting, each once; none where it was erased."""
    try:
        held = json.loads(body) if body else {}
    except ValueError:
        return []
    found = (held.get(key) for key in KEYS) if isinstance(held, dict) else ()
    return list(dict.fromkeys(one for one in found if isinstance(one, int | str) and one and one is not True))


def called(bodies: Iterable[str]) -> dict[int | str, str]:
    """What all of them are called, in two queries."""
    keys = {key for body in bodies for key in named(body)}
    users = User.objects.filter(pk__in=[key for key in keys if isinstance(key, int)]).annotate(expert=EXPERT)
    people = Person.objects.filter(ref__in=[key for key in keys if isinstance(key, str)])
    found: dict[int | str, str] = {
        user.pk: user.username if user.expert else f"{user.first_name} {user.username}".strip()
        for user in users
    }
    return found | dict(people.values_list("ref", "name"))


def by_whom(found: QuerySet[Leaf], text: str) -> QuerySet[Leaf]:
    """Leaves of the accounts of that name, as accounts and as persons."""
    named_so = Q(expert=False) & (Q(first_name__contains=text) | Q(person__name=text))
    users = User.objects.annotate(expert=EXPERT).filter(Q(username=text) | named_so)
    told = [part for user in users.select_related("person").order_by("pk")[:MOST] for part in marks(user)]
    if not told:
        return found.none()
    here = Q()
    for part in told:
        here |= Q(body__contains=part)
    return found.filter(here)


def marks(user: User) -> list[str]:
    """How a leaf spells that this account acted: its names are sorted and no space stands between."""
    numbers = [f'"{key}":{user.pk}{end}' for key in KEYS[:2] for end in ",}"]
    return numbers + [f'"{key}":{spelt(user.person.ref)}' for key in (KEYS[0], *KEYS[2:]) if user.person]


def spelt(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
