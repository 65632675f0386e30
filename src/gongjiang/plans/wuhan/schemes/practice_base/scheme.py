"""职业技能实训基地: built by an employer or a college, open to the whole city."""

from gongjiang.law.words import Words
from gongjiang.plans.wuhan.platforms import Platform, platform


class PracticeBase(Platform):
    pass


SCHEME = platform(
    "practice-base", Words("职业技能实训基地建设", "Practice base for vocational skills"), PracticeBase
)
