"""Owners on forms and in addresses: a nominating body by its code, a department by its short code."""

from gongjiang.law.terms import Department
from gongjiang.law.words import Words
from gongjiang.office.clerk.targets import OWNERS, Owner
from gongjiang.office.registry.models import NominatingBody

BODY, DEPARTMENT = "body", "department"


def owner_words() -> dict[str, Words]:
    """Every owner that may be chosen, by its key."""
    bodies = NominatingBody.objects.filter(kind__in=OWNERS)
    found = {f"{BODY}:{one.code}": Words(one.name, one.name_en or one.name) for one in bodies}
    return found | {f"{DEPARTMENT}:{one.value}": one.said for one in Department}


def owner_of(key: str) -> Owner | None:
    """The owner that a key names; None where there is no such one."""
    kind, _sign, code = key.partition(":")
    if kind == BODY:
        body = NominatingBody.objects.filter(code=code[:20]).first()
        return Owner(body=body) if body else None
    return Owner(department=code) if kind == DEPARTMENT and code in list(Department) else None


def held_by(owner: Owner) -> dict[str, object]:
    return {"body": owner.body, "department": owner.department}
