"""What the plan gives each of those whom experts choose: how many are chosen nobody knows beforehand."""

from datetime import date
from typing import Any

from gongjiang.law.effect import MatchBy, PayBy
from gongjiang.law.money import Fen
from gongjiang.law.plan import Plan
from gongjiang.law.scenario import Scenario
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Parameter, Settings
from gongjiang.law.terms import State


def with_each(found: dict[str, Any], plan: Plan, settings: Settings, scenario: Scenario) -> dict[str, Any]:
    """The answer, with the sums for one person beside the schemes in which experts choose."""
    day, changed = date.fromisoformat(found["on"]), scenario.settings(settings)
    rows = [
        row | {"each": {"today": each(scheme, settings, day), "changed": each(scheme, changed, day)}}
        if State.UNDER_REVIEW in scheme.procedure.states else row
        for row in found["schemes"]
        for scheme in (plan[row["scheme"]],)
    ]  # fmt: skip
    return found | {"schemes": rows}


def each(scheme: Scheme, settings: Settings, day: date) -> dict[str, Fen]:
    """From the fund and from the employer, by the plan's parameters; nought where they fix no sum."""
    return {
        name: sum(
            int(settings.value(grant.amount.key, day) or 0)
            for grant in scheme.grants
            if isinstance(grant, kind) and isinstance(grant.amount, Parameter)
        )
        for name, kind in (("fund", PayBy), ("employer", MatchBy))
    }
