"""The plans that are installed: each registers at the entry point `gongjiang.plans`."""

from functools import cache
from importlib.metadata import entry_points

from gongjiang.law.plan import Plan
from gongjiang.law.scheme import Scheme


class NoSuchScheme(LookupError):
    """No installed plan has a scheme of that name."""


@cache
def plans() -> tuple[Plan, ...]:
    found = (entry.load() for entry in entry_points(group="gongjiang.plans"))
    return tuple(sorted(found, key=lambda plan: plan.slug))


def scheme(slug: str) -> Scheme:
    return plan_of(slug)[slug]


def plan_of(slug: str) -> Plan:
    """The plan that a scheme belongs to."""
    for plan in plans():
        if slug in plan.by_slug:
            return plan
    raise NoSuchScheme(slug)
