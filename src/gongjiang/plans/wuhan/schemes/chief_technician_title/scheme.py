"""武汉市首席技师: one of the three city tiers."""

from gongjiang.plans.wuhan.terms import (
    CHIEF_TECHNICIAN,
    CHIEF_TECHNICIAN_REWARD,
    SKILL_MASTER,
    SKILL_MASTER_REWARD,
    TECHNICAL_EXPERT,
    TECHNICAL_EXPERT_REWARD,
)
from gongjiang.plans.wuhan.tiers import Worker, tier


class Chief(Worker):
    """Nothing is asked beyond what every tier asks."""


LOWER = ((SKILL_MASTER, SKILL_MASTER_REWARD), (TECHNICAL_EXPERT, TECHNICAL_EXPERT_REWARD))
SCHEME = tier("chief-technician", CHIEF_TECHNICIAN, CHIEF_TECHNICIAN_REWARD, Chief, LOWER)
