"""Whether a case could be begun at all, before anybody fills in a form; and, once they have, whether what was
stated is refused already: a draft that could never be put forward is not opened.
"""

from datetime import date

from gongjiang.law.beginning import by_office, entries
from gongjiang.law.procedures import needs as need
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.cases.rulings import closed_to_claims, settings_of
from gongjiang.office.clerk.facts import facts_of
from gongjiang.office.clerk.facts_gathered import NAMED
from gongjiang.office.clerk.perform import considered
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Person
from gongjiang.plans import plan_of

NO_CALL = Words("现在没有受理中的批次", "No call is open now")
NOBODYS = 0
"""The key of a case that is not there yet."""
BARRING = (need.not_refused, need.unclaimed)


def closed(scheme: Scheme, actor: Actor, today: date) -> Words | None:
    """Why nobody, or why this person, can begin a case of the scheme today; None where they can."""
    if no := closed_to_claims(plan_of(scheme.slug), today, scheme.slug):
        return no
    if scheme.round_terms.criteria and call(scheme, today) is None:
        return NO_CALL
    if by_office(scheme) or (NAMED in scheme.asked and Role.EMPLOYER in actor.roles):
        return None
    return denied(scheme, actor, today)


def call(scheme: Scheme, today: date) -> Round | None:
    """The round of the scheme that takes applications today."""
    held = Round.objects.filter(scheme=scheme.slug, opens_on__lte=today, closes_on__gte=today, ended_on=None)
    return held.first()


def denied(scheme: Scheme, actor: Actor, today: date) -> Words | None:
    """What a rule denies from the registers alone, with nothing stated yet. What is open denies nothing."""
    person = Person.objects.filter(pk=actor.person or 0).first()
    if person is None or not any(need.not_refused in step.needs for step in entries(scheme)):
        return None
    case = Case(pk=NOBODYS, scheme=scheme.slug, person=person, answers=own(scheme, person), opened_on=today,
                employer_id=unit(scheme, person, actor))  # fmt: skip
    row = scheme.subject.row(facts_of(scheme, [case])[NOBODYS])
    found = scheme.assess(row, today, settings_of(plan_of(scheme.slug))).findings
    failed = next((finding for finding in found if finding.verdict is Verdict.FAIL), None)
    return because(failed) if failed else None


def own(scheme: Scheme, person: Person) -> dict[str, str]:
    """Where a file names the craftsman it is about, who asks for themself would name themself."""
    held = Certificate.objects.filter(honour__person=person, honour__revoked_on=None)
    number = held.order_by("-pk").values_list("number", flat=True).first()
    return {NAMED: number} if NAMED in scheme.asked and number else {}


def because(finding: Finding) -> Words:
    return Words(f"{finding.verdict.zh}：{finding.said.zh}（{finding.clause}）",
                 f"{finding.verdict.en}: {finding.said.en} ({finding.clause})")  # fmt: skip


def unit(scheme: Scheme, person: Person, actor: Actor) -> int | None:
    """The unit whose matter it is: that of its clerk, else where the person works."""
    units = [post.organisation for post in actor.posts if post.role is Role.EMPLOYER]
    return units[0] if units and not by_office(scheme) else person.employer_id


def barred(scheme: Scheme, case: Case, actor: Actor, today: date) -> Words | None:
    """Why a draft as it was stated could not be put forward: a rule denies it, or another case holds it."""
    asked = [one for step in entries(scheme) for one in step.needs if one in BARRING]
    if not asked:
        return None
    brief = considered(case, today)
    return next((said for one in asked if (said := one(brief, actor))), None)
