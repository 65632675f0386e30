"""The simulation itself, once it is known that its engine is there."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from gongjiang.law.money import shown
from gongjiang.law.plan import Plan
from gongjiang.law.scenario import Scenario, listing, read_scenario
from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.asking import priced
from gongjiang.office.bulk.scanning import Question, answerable
from gongjiang.plans import plans
from gongjiang.web.console.register_at import settings_for
from gongjiang.web.console.say import as_json, fault

HEADINGS = {"district": "所在区 district", "level": "等级 level", "employer": "用人单位 employer",
            "month": "月份 month"}  # fmt: skip


def done(asked: Namespace, raw: Mapping[str, Any]) -> int:
    scenario = read_scenario(raw, plan := plan_for(raw))
    if isinstance(scenario, Problem):
        return fault(scenario.said, 2)
    day = asked.on or raw.get("on") or localdate()
    if type(day) is not date:
        return fault(Words("on 应为日期，如 2026-06-30", "on must be a day such as 2026-06-30"), 2)
    question = Question(plan, answerable(plan), day, settings_for(plan, asked.founded))
    found = priced(asked.register, question, scenario, asked.engine)
    if isinstance(found, list):
        return max(fault(said, 2) for said in found)
    return as_json(described(scenario, found)) if asked.json else show(described(scenario, found))


def plan_for(raw: Mapping[str, Any]) -> Plan:
    """The installed plan that knows what is to be changed; the first one where none does."""
    sets, changes = raw.get("set", {}), raw.get("change", [])
    if not isinstance(sets, Mapping) or not listing(changes, Mapping):
        return plans()[0]
    keys = {*sets, *(str(one.get("key")) for one in changes)}
    return next((plan for plan in plans() if keys <= set(plan.known)), plans()[0])


def described(scenario: Scenario, found: dict[str, Any]) -> dict[str, Any]:
    changes = [{"key": c.key, "value": c.value, "since": None if c.since == date.min else c.since}
               for c in scenario.changes]  # fmt: skip
    return {"scenario": scenario.name, "changes": changes, "drop": list(scenario.dropped), **found}


def show(found: dict[str, Any]) -> int:
    print(f"{found['scenario']}  {found['on']}   今天 today → 改后 changed")
    for row in found["schemes"]:
        line(f"{row['scheme']} {row['zh']}", row)
    for name, rows in found["by"].items():
        print(f"\n{HEADINGS[name]}")
        for row in rows:
            line(row["value"] or "不详 not known", row)
    return 0


def line(head: str, row: Mapping[str, Any]) -> None:
    now, then = row["today"], row["changed"]
    print(
        f"  {head:<36}{now['people']:>9,} → {then['people']:>9,}  {shown(now['fen'])} → {shown(then['fen'])}"
    )
