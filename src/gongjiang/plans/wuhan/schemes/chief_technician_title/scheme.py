"""武汉市首席技师: one of the three city tiers."""

from gongjiang.plans.wuhan.terms import CHIEF_TECHNICIAN, CHIEF_TECHNICIAN_REWARD
from gongjiang.plans.wuhan.tiers import Worker, tier


class Chief(Worker):
    """Nothing is asked beyond what every tier asks."""


SCHEME = tier("chief-technician", CHIEF_TECHNICIAN, CHIEF_TECHNICIAN_REWARD, Chief)
