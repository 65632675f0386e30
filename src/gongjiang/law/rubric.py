"""A point table over evidence: items with points, best-only items, item caps, section caps."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongjiang.law.words import Problem, problem

ZERO = Decimal()

Evidence = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Table:
    """Points by kind of evidence. `best_only`: only the highest counts, however many are shown."""

    points: Mapping[str, Decimal]
    best_only: bool = False
    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """So many points for the first piece of evidence of the only kind, so many for each further one."""

    kind: str
    first: Decimal
    more: Decimal
    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Items by name, and the most that the section can give."""

    items: Mapping[str, Table | Steps]
    cap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RubricMark:
    """Points by section and by item, and their sum. Nothing is rounded."""

    sections: Mapping[str, Decimal]
    items: Mapping[str, Decimal]
    total: Decimal


def rubric_mark(rubric: Mapping[str, Section], evidence: Evidence) -> RubricMark | Problem:
    """The points that the evidence earns: item -> kind -> how many.

    Item names are unique in a rubric. Evidence that the table does not know is a problem, never 0 points.
    """
    items = {name: item for section in rubric.values() for name, item in section.items.items()}
    fault = fault_in(items, evidence)
    if fault:
        return fault
    earned = {name: points(item, evidence.get(name, {})) for name, item in items.items()}
    sections = {
        title: capped(sum((earned[name] for name in section.items), ZERO), section.cap)
        for title, section in rubric.items()
    }
    return RubricMark(sections, earned, sum(sections.values(), ZERO))


def fault_in(items: Mapping[str, Table | Steps], evidence: Evidence) -> Problem | None:
    """Evidence outside the rubric, or a negative number of it."""
    for name, kinds in evidence.items():
        for kind, count in kinds.items():
            if name not in items or kind not in known(items[name]):
                return problem(f"评分表中没有“{name}/{kind}”", f"the rubric has no {name}/{kind}")
            if count < 0:
                return problem(f"“{name}/{kind}”的数量为负", f"the number of {name}/{kind} is negative")
    return None


def known(item: Table | Steps) -> frozenset[str]:
    """The kinds of evidence that an item takes."""
    return frozenset(item.points) if isinstance(item, Table) else frozenset({item.kind})


def points(item: Table | Steps, kinds: Mapping[str, int]) -> Decimal:
    """What one item earns, within its cap."""
    if isinstance(item, Steps):
        count = kinds.get(item.kind, 0)
        return capped(item.first + item.more * (count - 1), item.cap) if count else ZERO
    shown = [item.points[kind] * (1 if item.best_only else n) for kind, n in kinds.items() if n]
    return capped(max(shown, default=ZERO) if item.best_only else sum(shown, ZERO), item.cap)


def capped(value: Decimal, cap: Decimal | None) -> Decimal:
    """At most the cap, where there is one."""
    return value if cap is None else min(value, cap)
