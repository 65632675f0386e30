"""Building the whole demo: the office founded, two past rounds, a direct award, and a round at each stage."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction

from gongjiang.law.words import Words
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.clerk.founding import found_office
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plans
from gongjiang.web.demo import city
from gongjiang.web.demo.cast import Cast, experts, staff
from gongjiang.web.demo.journey import BEIJING, Walk, nominate, open_round, walk_to

SEED = 20261125
SCHEME = 0


@transaction.atomic
def build(today: date, small: bool = False) -> Cast:
    """`small` builds a city of a few people for tests: the same acts, fewer of them."""
    dice, cast, plan = Random(SEED), Cast(), plans()[0]
    found_office(plan, today, "示例")
    PlanTerm.objects.filter(plan=plan.slug).update(issued_on=date(2022, 12, 1), document="示例文号（演示）")
    staff(cast, dice)
    employers, homes = city.units(dice), city.institutes()
    experts(cast, dice, homes, today)
    city.funds(cast, sorted({2022, 2024, today.year}), datetime.combine(date(2023, 1, 4), time(9), tzinfo=BEIJING))
    return cast
