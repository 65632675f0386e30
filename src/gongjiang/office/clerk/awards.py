"""The catalogue of outside awards, and which craftsmen each could be recommended for."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.scheme import Outcome, Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import HonourLevel
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.applying import Beside, apply
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Certificate
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Award
from gongjiang.plans import plan_of, plans

MOST = 500


@dataclass(frozen=True)
class NewAward:
    name: str
    name_en: str
    level: str
    giver: str
    opens_on: date | None
    closes_on: date | None
    places: int
    central_apart: bool
    rules: str


@transaction.atomic
def keep_award(new: NewAward, actor: Actor, now: Moment) -> Award:
    """Entered, or its window and places for this year entered anew under the same name."""
    must(actor, "register.keep")
    if not new.name.strip() or new.level not in set(HonourLevel):
        raise refuse("请填写名称和层级", "Give the name and the level")
    if new.opens_on and new.closes_on and new.closes_on < new.opens_on:
        raise refuse("截止日期早于开始日期", "It would close before it opens")
    held, _ = Award.objects.update_or_create(
        name=new.name.strip(), defaults=asdict(new) | {"name": new.name.strip()}
    )
    told = {"opens": new.opens_on, "closes": new.closes_on, "places": new.places, "by": actor.user}
    record("award.keep", held.name, told, now.at)
    return held


def recommending() -> Scheme | None:
    """The scheme by which craftsmen are recommended for an award of the catalogue."""
    asking = (s for plan in plans() for s in plan.schemes if "award" in s.asked)
    return next(asking, None)


@dataclass(frozen=True)
class Candidate:
    """A craftsman, the number by which they are named, and what speaks against it, if anything."""

    certificate: Certificate
    against: tuple[Words, ...]


def candidates(award: Award, today: date) -> list[Candidate]:
    """Everybody whose title stands, judged as if they were recommended today: those it suits first."""
    scheme = recommending()
    if scheme is None:
        return []
    title = max(plan_of(scheme.slug).registers.titles.values(), key=lambda held: held.rank)
    held = Certificate.objects.filter(honour__title=title.slug, honour__revoked_on=None)
    found = list(held.select_related("honour__person__employer").order_by("number")[:MOST])
    cases = [supposed(place, one, scheme, award) for place, one in enumerate(found, start=1)]
    facts, settings = facts_of(scheme, cases), settings_of(plan_of(scheme.slug))
    judged = []
    for case, one in zip(cases, found, strict=True):
        assessed = scheme.assess(scheme.subject.row(facts[case.pk]), today, settings)
        against = () if assessed.outcome is Outcome.ELIGIBLE else _against(assessed.findings)
        judged.append(Candidate(one, against))
    return sorted(judged, key=lambda one: len(one.against))


def supposed(place: int, one: Certificate, scheme: Scheme, award: Award) -> Case:
    """A case that is nowhere on file: what would be asked if it were."""
    person = one.honour.person
    return Case(
        pk=-place, scheme=scheme.slug, person=person, employer=person.employer, answers={"award": award.name}
    )


def _against(findings: tuple[Finding, ...]) -> tuple[Words, ...]:
    return tuple(finding.said for finding in findings if finding.verdict is not Verdict.PASS)


def propose(award: Award, number: str, actor: Actor, now: Moment) -> Case:
    """A file for the craftsman of this certificate, in the office's hands."""
    scheme = recommending()
    if scheme is None:
        raise refuse("没有推荐参评的事项", "No scheme recommends for awards")
    return apply(scheme, {"award": award.name}, Beside(about=number), actor, now)
