"""继续教育: an employer's yearly plan of study for its craftsman, paid from its staff-education fund."""

from datetime import date
from typing import Any

from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.procedures.filing import FILING
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import AboutCraftsman, employed, first_of_its_year, titled
from gongjiang.plans.wuhan.kinds import StudySource

PLAN = Words("继续教育规划", "the plan of study")


class Study(Record):
    child = True
    noun = Words("学习记录", "study")
    what = asked(str, "学习内容", "what was studied", needed=True)
    on = asked(date, "日期", "date", needed=True)
    hours = asked(int, "学时", "hours", needed=True)
    cost = asked(Money, "费用（元）", "cost (yuan)")
    source = asked(StudySource, "经费来源", "paid from", needed=True)


STUDIES = Log("studies", Words("学习记录", "study"), Study, (Role.EMPLOYER,),
              (State.DRAFT, State.SUBMITTED, State.ON_RECORD))  # fmt: skip


class EducationFiling(AboutCraftsman):
    year = asked(int, "年度", "year", PLAN)
    planned_hours = asked(int, "计划学时", "planned hours", PLAN)
    source = asked(StudySource, "经费来源", "paid from", PLAN)
    same_filed = known(int, "本年度已备案", "filed for this year already", "filed.same", inside=True)
    studies = many(Study, "学习记录", "study", STUDIES.source, inside=True)


@rule(
    "2.4.7", terms=("单位职工教育经费",), zh="经费从职工教育经费列支", en="paid from the staff-education fund"
)
def from_education_fund(p: Any) -> Expr:
    planned: Expr = p.source == StudySource.STAFF_EDUCATION
    spent: Expr = p.studies.any(lambda one: one.source != StudySource.STAFF_EDUCATION)
    return planned & ~spent


@rule("2.4.7", terms=("有计划地",), zh="有学时计划", en="hours are planned")
def planned(p: Any) -> Expr:
    some: Expr = p.planned_hours > 0
    return some | UNSETTLED


SCHEME = Scheme(
    slug="continuing-education",
    said=Words("继续教育规划备案", "Filing of study"),
    clause="2.4.7",
    subject=EducationFiling,
    rules=(
        titled("2.4.7", "“武汉工匠”"),
        employed("2.4.7", "用人单位"),
        from_education_fund,
        planned,
        first_of_its_year("2.4.7", "规划"),
    ),
    grants=(),
    procedure=FILING,
    logs=(STUDIES,),
    evidence=(("plan", PLAN),),
)
