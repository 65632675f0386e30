"""The settings of a plan as this office has ruled them, and whether the plan takes new claims."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from gongjiang.law.clause import Validity
from gongjiang.law.plan import Plan
from gongjiang.law.settings import Ruling, Settings
from gongjiang.law.words import Words
from gongjiang.office.cases.models import PlanTerm, SignedRuling
from gongjiang.office.journal.prepared import PreparedRows

rulings_of = PreparedRows(
    lambda plans: (
        SignedRuling.objects.filter(plan__among=plans)
        .order_by("pk")
        .values_list("key", "value", "since", "signer", "basis")
    )
)


def settings_of(plan: Plan) -> Settings:
    held: dict[str, list[Ruling]] = defaultdict(list)
    for key, *ruling in rulings_of([plan.slug]):
        held[key].append(Ruling(*ruling))
    return plan.settings({key: tuple(rulings) for key, rulings in held.items()})


def years_of(plan: Plan, term: PlanTerm) -> Validity:
    """Each version is in force for its own years."""
    return replace(plan.validity, years=term.years)


def standing_on(plan: Plan, today: date) -> list[PlanTerm]:
    """The versions in force that day."""
    held = PlanTerm.objects.filter(plan=plan.slug, issued_on__isnull=False)
    return [t for t in held if t.issued_on and years_of(plan, t).in_force(t.issued_on, today)]


def takes(term: PlanTerm, scheme: str) -> bool:
    """Whether a version in force takes claims for the scheme."""
    return not term.continues or scheme in term.continues


def closed_to_claims(plan: Plan, today: date, scheme: str = "") -> Words | None:
    """Why the plan takes no new claim today, if it does not. Titles and accrued payments outlive it."""
    if not PlanTerm.objects.filter(plan=plan.slug, issued_on__isnull=False).exists():
        return Words(
            "计划印发日期尚未录入，请先在“计划设置”中录入", "The plan's day of issue has not been entered yet"
        )
    standing = standing_on(plan, today)
    if any(not scheme or takes(term, scheme) for term in standing):
        return None
    if standing:
        return Words(
            "现行版本不再办理本事项的新申报；已授予的称号和应付款项不受影响",
            "The version in force takes no new claim of this kind; titles and accrued payments stand",
        )
    return Words(
        "计划已过有效期，不再受理新的申报；已授予的称号和应付款项不受影响",
        "The plan has expired and takes no new claim; titles and accrued payments stand",
    )
