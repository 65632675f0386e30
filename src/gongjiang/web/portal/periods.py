"""How long a step takes, where the plan or the round sets a period: read off what the steps set going."""

from datetime import date

from gongjiang.law.procedure import Procedure, Step
from gongjiang.law.procedures.follow import nominate, notice, payment_notice, refer
from gongjiang.law.round_terms import RoundTerms
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.words import Words

Timed = list[tuple[Step, Words | None]]


def timed(held: Scheme, steps: list[Step], terms: RoundTerms, settings: Settings, day: date) -> Timed:
    """Each step with its period in working days; none where nothing sets one."""
    return [(step, period(held, step, terms, settings, day)) for step in steps]


def period(held: Scheme, step: Step, terms: RoundTerms, settings: Settings, day: date) -> Words | None:
    if notice in step.then or payment_notice in step.then:
        days = int(settings.value("notice_days", day))
        return Words(f"公示 {days} 个工作日", f"on public notice for {days} working days")
    if any(nominate in before.then for before in leading_to(held.procedure, step)):
        return within(terms.screen_days)
    if any(refer in before.then for before in leading_to(held.procedure, step)):
        figure = held.figures["service_days"]
        return within(int(settings.value(figure.key, day)))
    return None


def leading_to(held: Procedure, step: Step) -> list[Step]:
    """The steps that end where this one begins."""
    return [one for one in held.steps if one.target is not None and one.target in step.sources]


def within(days: int) -> Words:
    return Words(f"{days} 个工作日内", f"within {days} working days")
