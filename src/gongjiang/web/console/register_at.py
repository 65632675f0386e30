"""The settings that a register is asked under."""

from gongjiang.law.plan import Plan
from gongjiang.law.settings import Settings
from gongjiang.office.cases.rulings import settings_of


def settings_for(plan: Plan, founded: bool) -> Settings:
    """As the office has signed them, where there is an office."""
    return settings_of(plan) if founded else plan.settings()
