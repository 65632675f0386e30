"""高技能人才培训基地: built by an employer or a college, open to the whole city."""

from gongjiang.law.words import Words
from gongjiang.plans.wuhan.platforms import Platform, platform


class TrainingBase(Platform):
    pass


SCHEME = platform(
    "training-base", Words("高技能人才培训基地建设", "Training base for skilled talent"), TrainingBase
)
