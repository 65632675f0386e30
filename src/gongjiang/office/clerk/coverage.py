"""What may be told to everybody in figures: how far encouraged measures reach, how matches are kept.

A number of people below five is never told: it could name somebody.
"""

from dataclasses import dataclass
from datetime import date

from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.matches import Rate, rate
from gongjiang.plans import plans

SMALL = 5


@dataclass(frozen=True)
class Covered:
    """A measure, how many titled people it was filed for this year, and of how many; None where too few."""

    said: Words
    people: int | None

    @property
    def told(self) -> Words:
        if self.people is None:
            return Words(f"不足 {SMALL} 人，不予公布", f"fewer than {SMALL}: not told")
        return Words(f"{self.people} 人", f"{self.people} people")


@dataclass(frozen=True)
class Coverage:
    scheme: Scheme
    titled: int | None
    filed: int | None
    measures: tuple[Covered, ...]


def suppressed(number: int) -> int | None:
    return number if number >= SMALL else None


def coverage(year: int) -> list[Coverage]:
    """Encouraged measures: schemes of filing about one titled person, with facts that are true or not."""
    found = []
    for plan in plans():
        highest = max(plan.registers.titles.values(), key=lambda title: title.rank)
        titled = Honour.objects.filter(title=highest.slug, revoked_on=None).count()
        for scheme in (s for s in plan.schemes if _encourages(s)):
            rows = Case.objects.filter(scheme=scheme.slug, state=State.ON_RECORD, answers__year=year)
            answers = list(rows.values_list("answers", flat=True))
            measures = tuple(
                Covered(fact.said, suppressed(sum(held.get(name) is True for held in answers)))
                for name, fact in scheme.asked.items()
                if fact.kind is bool
            )
            found.append(Coverage(scheme, suppressed(titled), suppressed(len(answers)), measures))
    return found


def _encourages(scheme: Scheme) -> bool:
    """Filed each year by a unit about its craftsman, nothing granted."""
    return scheme.of_unit and not scheme.grants and {"craftsman", "year"} <= set(scheme.asked)


def match_rate(today: date) -> Rate | None:
    """How employers keep their matches; nothing where too few are due."""
    held = rate(today)
    return held if held.dues >= SMALL else None
