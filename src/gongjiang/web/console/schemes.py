"""gongjiang schemes: every scheme of every installed plan."""

from typing import Any

from gongjiang.law.effect import Confer, MatchBy, PayBy
from gongjiang.law.scheme import Scheme
from gongjiang.plans import plans
from gongjiang.web.as_data import both
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    rows = [row(plan.slug, scheme) for plan in plans() for scheme in plan.schemes]
    if asked.json:
        return as_json(rows)
    for found in rows:
        print(f"{found['clause']:<7}{found['slug']:<24}{found['title']['zh']}  {found['title']['en']}")
    return 0


def row(plan: str, scheme: Scheme) -> dict[str, Any]:
    return {
        "plan": plan,
        "slug": scheme.slug,
        "clause": scheme.clause,
        "title": both(scheme.said),
        "procedure": scheme.procedure.name,
        "grants": [_grant(grant) for grant in scheme.grants],
    }


def _grant(grant: Confer | PayBy | MatchBy) -> dict[str, Any]:
    if isinstance(grant, Confer):
        return {"kind": "confer", "title": grant.title.said.zh, "clause": grant.clause}
    amount = getattr(grant.amount, "key", "by the facts")
    if isinstance(grant, MatchBy):
        return {"kind": "match", "amount": amount, "months": grant.months, "clause": grant.clause}
    return {"kind": "pay", "amount": amount, "fund": grant.fund.value,
            "clause": grant.clause}  # fmt: skip
