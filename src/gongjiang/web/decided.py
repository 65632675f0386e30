"""What the rules say of one person, as data: the console prints it, the API answers with it."""

from datetime import date
from typing import Any

from gongjiang.law.effect import Confer, Grant, Match
from gongjiang.law.plan import Plan
from gongjiang.law.rule import Finding
from gongjiang.law.scheme import Assessment
from gongjiang.law.settings import Settings
from gongjiang.web.as_data import both


def answer(plan: Plan, slug: str, assessed: Assessment, settings: Settings, on: date) -> dict[str, Any]:
    consequences = plan.consequences(assessed.grants, settings, on)
    grants = [_grant(grant, slug) for grant in assessed.grants]
    return {
        "scheme": slug,
        "on": on.isoformat(),
        "outcome": assessed.outcome.value,
        "priority": assessed.priority,
        "findings": [_finding(finding) for finding in assessed.findings],
        "assumptions": [_assumption(settings, key, on) for key in assessed.assumptions],
        "grants": grants + [_grant(pay, then) for then, pay in consequences],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "clause": finding.clause,
        "verdict": finding.verdict.value,
        "zh": finding.explain().zh,
        "en": finding.explain().en,
        "facts": [{"name": both(name), "value": both(value)} for name, value in finding.facts],
        "record": both(finding.record) if finding.record else None,
        "assumptions": list(finding.assumptions),
    }


def _assumption(settings: Settings, key: str, on: date) -> dict[str, Any]:
    held, ruling = settings.known[key], settings.ruling(key, on)
    return {
        "key": key,
        "clause": held.clause,
        **both(held.said),
        "value": settings.value(key, on),
        "signer": ruling.signer if ruling else None,
        "since": ruling.since.isoformat() if ruling else None,
        "default": ruling is None,
    }


def _grant(grant: Grant, scheme: str) -> dict[str, Any]:
    if isinstance(grant, Confer):
        return {"kind": "confer", "title": grant.title.said.zh, "scheme": scheme, "clause": grant.clause}
    sums = {"amount_fen": grant.amount, "amount_yuan": grant.amount // 100}
    if isinstance(grant, Match):
        how: dict[str, Any] = {"kind": "match", **sums, "months": grant.months}
    else:
        how = {"kind": "pay", **sums, "fund": grant.fund.value}
    return {**how, "scheme": scheme, "clause": grant.clause}
