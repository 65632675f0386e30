"""Keeping a scenario: what was changed and the sums it came to, with a leaf in the record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from gongjiang.law.plan import Plan
from gongjiang.law.scenario import Scenario
from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.whatif.models import KeptScenario


@transaction.atomic
def keep_scenario(
    plan: Plan, scenario: Scenario, source: str, found: Mapping[str, Any], actor: Actor, now: Moment
) -> KeptScenario:
    """`found` holds aggregates alone: see office.bulk.simulating."""
    must(actor, "whatif.ask")
    if not scenario.name.strip():
        raise refuse("请填写方案名称", "Give the scenario a name")
    assert actor.user is not None, "whoever may keep has an account"
    changes = [
        {
            "key": one.key,
            "value": one.value,
            "since": None if one.since == date.min else one.since.isoformat(),
        }
        for one in scenario.changes
    ]
    made = KeptScenario.objects.create(
        plan=plan.slug, name=scenario.name, on=date.fromisoformat(found["on"]), source=source,
        changes=changes, dropped=list(scenario.dropped), found=dict(found), kept_by_id=actor.user,
        kept_at=now.at,
    )  # fmt: skip
    told = {"plan": plan.slug, "changes": changes, "dropped": list(scenario.dropped), "by": actor.user}
    record("whatif.keep", made.ref, told, now.at)
    return made
