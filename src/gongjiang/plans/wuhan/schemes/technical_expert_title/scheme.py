"""武汉市技术能手: one of the three city tiers."""

from gongjiang.plans.wuhan.terms import TECHNICAL_EXPERT, TECHNICAL_EXPERT_REWARD
from gongjiang.plans.wuhan.tiers import Worker, tier


class Expert(Worker):
    """Nothing is asked beyond what every tier asks."""


SCHEME = tier("technical-expert", TECHNICAL_EXPERT, TECHNICAL_EXPERT_REWARD, Expert)
