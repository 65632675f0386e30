"""gongjiang plan check OFFICIAL_TEXT: every cited term occurs in its clause."""

from collections.abc import Iterator
from pathlib import Path

from gongjiang.law.clause import clauses_of
from gongjiang.law.plan import Plan
from gongjiang.law.stated_figures import gaps
from gongjiang.law.words import Words
from gongjiang.plans import plans
from gongjiang.web.as_data import both
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("act", choices=["check"])
    command.add_argument("text", type=Path)
    command.add_argument("--plan", default=plans()[0].slug)
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    plan = next((plan for plan in plans() if plan.slug == asked.plan), None)
    if plan is None:
        return fault(Words(f"没有计划 {asked.plan}", f"No plan called {asked.plan}"), 2)
    try:
        found = clauses_of(asked.text.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return fault(Words(f"读不出文件：{asked.text}", f"Cannot read {asked.text}: {error}"), 2)
    return _told(plan, found, asked.json)


def _told(plan: Plan, found: dict[str, str], json: bool) -> int:
    cited = list(_cited(plan))
    missing = [c for c in cited if c[1] not in found.get(c[0], "")]
    unknown = [clause.id for clause in plan.clauses if clause.id not in found]
    apart = [gap.said for gap in gaps(plan, found)]
    if json:
        as_json({"cited": len(cited), "missing": [list(c) for c in missing], "unknown_clauses": unknown,
                 "figures": [both(said) for said in apart]})  # fmt: skip
    for clause, term, where in missing:
        fault(Words(f"{clause} 未见“{term}”（{where}）", f"{clause} does not say “{term}” ({where})"))
    for clause in unknown:
        fault(Words(f"文本中没有条款 {clause}", f"The text has no clause {clause}"))
    for said in apart:
        fault(said)
    if not json and not missing and not unknown and not apart:
        print(f"{len(cited)} 处引用均见于原文 / all {len(cited)} cited terms occur in their clauses")
    return 1 if missing or unknown or apart else 0


def _cited(plan: Plan) -> Iterator[tuple[str, str, str]]:
    for scheme in plan.schemes:
        for rule in scheme.every_rule:
            for term in rule.terms:
                yield rule.clause, term, f"{scheme.slug}.{rule.name}"
