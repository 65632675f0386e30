"""武汉市技能大师: one of the three city tiers."""

from gongjiang.plans.wuhan.terms import (
    SKILL_MASTER,
    SKILL_MASTER_REWARD,
    TECHNICAL_EXPERT,
    TECHNICAL_EXPERT_REWARD,
)
from gongjiang.plans.wuhan.tiers import Worker, tier


class Master(Worker):
    """Nothing is asked beyond what every tier asks."""


LOWER = ((TECHNICAL_EXPERT, TECHNICAL_EXPERT_REWARD),)
SCHEME = tier("skill-master", SKILL_MASTER, SKILL_MASTER_REWARD, Master, LOWER)
