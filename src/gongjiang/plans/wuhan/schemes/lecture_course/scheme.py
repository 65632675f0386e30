"""工匠讲堂课程: made by a craftsman, graded by experts, recognised with a sum up to the cap, then taught."""

from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import Expr
from gongjiang.law.money import Money
from gongjiang.law.procedures.course import COURSE
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import COURSE_CAP
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.records import TitleHeld, title_read

OUTLINE = Words("课程大纲和课件", "outline and material")


class Course(Record):
    title = asked(str, "课程名称", "title of the course", OUTLINE)
    occupation = asked(str, "面向职业（工种）", "for which occupation", OUTLINE)
    hours = asked(int, "课时", "hours", OUTLINE)
    own_work = asked(bool, "本人或本团队原创，权属清楚", "original, and the rights are clear", OUTLINE)
    recognised = known(Money, "认定金额", "sum recognised", "sum.course", inside=True)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")


@rule("2.4.3", terms=("研发特色课程",), zh="原创且权属清楚", en="original, with clear rights")
def own_work(p: Any) -> Expr:
    own: Expr = p.own_work
    return own


@rule("2.4.3", terms=("专家评审认定",), zh="经专家评审认定", en="recognised by experts")
def recognised(p: Any) -> Expr:
    some: Expr = p.recognised > 0
    return some


SCHEME = Scheme(
    slug="lecture-course",
    said=Words("“工匠讲堂”特色课程", "Craftsman lecture course"),
    clause="2.4.3",
    subject=Course,
    rules=(own_title("2.4.3", "“武汉工匠”"), own_work, recognised),
    grants=(
        PayBy(Course.recognised, Fund.TALENT, "2.4.3", when=Course.recognised <= COURSE_CAP.now),
        PayBy(COURSE_CAP, Fund.TALENT, "2.4.3", when=Course.recognised > COURSE_CAP.now),
    ),
    procedure=COURSE,
    once=("title",),
    figures={"cap": COURSE_CAP},
    readings={"titles_held": title_read},
    evidence=(
        ("material", OUTLINE),
        ("review", Words("专家评审意见（签字）", "the experts' signed opinion")),
    ),
)
