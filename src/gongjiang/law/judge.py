"""The law's front door: a dossier goes in, a verdict comes out."""

from dataclasses import dataclass, fields, replace
from typing import Any

from gongjiang.law.plan import Plan
from gongjiang.law.procedure import Brief, Dossier, Move, Refusal, Step, decide
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.scheme import Outcome, Scheme, outcome_of
from gongjiang.law.settings import Settings
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.law.words import Words

CARRIED = tuple(held.name for held in fields(Dossier))


@dataclass(frozen=True)
class Offer:
    """A step a person could take now, or the reason they cannot."""

    step: Step
    refusal: Words | None


def judge(
    plan: Plan, scheme: Scheme, step: str, dossier: Dossier, actor: Actor, settings: Settings
) -> Move | Refusal:
    if step not in scheme.procedure:
        return Refusal(Words(f"没有“{step}”这个环节", f"There is no step called {step}"))
    taken = scheme.procedure[step]
    return decide(taken, brief(plan, scheme, dossier, settings, taken.by), actor)


def offers(considered: Brief, scheme: Scheme, actor: Actor) -> list[Offer]:
    """Every step that leaves the present state, with the reason where it is refused to this person."""
    return [
        Offer(step, _refused(step, considered, actor)) for step in scheme.procedure.leaving(considered.state)
    ]


def _refused(step: Step, considered: Brief, actor: Actor) -> Words | None:
    """What is asked of the actor is not yet sent: only the rest can refuse, and nothing follows yet."""
    verdict = decide(replace(step, asks=(), then=()), considered, actor)
    return verdict.said if isinstance(verdict, Refusal) else None


def brief(
    plan: Plan, scheme: Scheme, dossier: Dossier, settings: Settings, acting: Role | None = None
) -> Brief:
    """Attach what the rules find, with what a person determined where they were open."""
    missing = tuple(
        f.said for name, f in scheme.asked.items() if dossier.answers.get(name) is None and f.needed
    )
    row = scheme.subject.row(dossier.facts)
    assessed = scheme.assess(row, dossier.today, settings)
    findings = determined(assessed.findings, dossier)
    eligible = outcome_of(findings) is Outcome.ELIGIBLE
    grants = scheme.grants_on(row, dossier.today, settings) if eligible else ()
    return Brief(**_carried(dossier), acting=acting, missing=missing, findings=findings, grants=grants,
                 consequences=plan.consequences(grants, settings, dossier.today),
                 once=scheme.holds(dossier.answers))  # fmt: skip


def _carried(dossier: Dossier) -> dict[str, Any]:
    return {name: getattr(dossier, name) for name in CARRIED}


def determined(findings: tuple[Finding, ...], dossier: Dossier) -> tuple[Finding, ...]:
    """A confirmed determination answers an open finding, never one that the rule itself answered."""
    answers = {held.rule: held.verdict for held in dossier.determined if held.confirmed}
    return tuple(
        finding._replace(verdict=Verdict(answers[finding.rule]))
        if finding.verdict is Verdict.OPEN and finding.rule in answers
        else finding
        for finding in findings
    )
