"""The day of issue and number of a plan: read off its document by one person, and again by another."""

from datetime import date

from django.db import transaction

from gongjiang.law.plan import Plan
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.proposing import decide, lonely, prepare
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import Proposal, Proposed
from gongjiang.plans import plans


@transaction.atomic
def prepare_term(
    plan: Plan, version: str, issued: date, document: str, actor: Actor, now: Moment
) -> Proposal:
    """Nothing holds until another person has read the document too."""
    must(actor, "term.enter")
    if not document.strip() or not version.strip():
        raise refuse("请填写版本和文号", "Give the version and the document number")
    facts = {"plan": plan.slug, "version": version.strip(), "issued": issued.isoformat(),
             "document": document.strip()}  # fmt: skip
    return prepare(Proposed.TERM, f"{plan.slug}:{version.strip()}", facts, actor, now)


@transaction.atomic
def decide_term(held: Proposal, granted: bool, actor: Actor, now: Moment) -> PlanTerm | None:
    """By another person; by the same one while the house has nobody else for it, and then the row says so."""
    must(actor, "term.enter")
    found = decide(held, (Proposed.TERM,), granted, actor, now, alone=lonely("term.enter", now.day))
    if not granted:
        return None
    told = found.facts
    plan = next(one for one in plans() if one.slug == told["plan"])
    issued, document = date.fromisoformat(told["issued"]), told["document"]
    term = entered(plan, told["version"], issued, document)
    leaf = {"version": term.version, "issued": issued, "document": document, "proposal": found.ref,
            "alone": found.alone, "by": actor.user}  # fmt: skip
    record("term.enter", plan.slug, leaf | of_rows(wrote(PlanTerm.objects.filter(plan=plan.slug))), now.at)
    return term


def entered(plan: Plan, version: str, issued: date, document: str) -> PlanTerm:
    """The version with its day; a new one takes over from the last."""
    last = (
        PlanTerm.objects.select_for_update().filter(plan=plan.slug, successor=None).exclude(version=version)
    )
    term, fresh = PlanTerm.objects.get_or_create(
        plan=plan.slug, version=version, defaults={"title": plan.said.zh, "years": plan.validity.years}
    )
    term.issued_on, term.document = issued, document
    term.save(update_fields=["issued_on", "document"])
    if fresh:
        last.exclude(pk=term.pk).update(successor=term)
    return term
