"""福利保障: what an employer does for its craftsman's welfare. Encouraged, never owed."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.procedures.filing import FILING
from gongjiang.law.record import asked, known
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import AboutCraftsman, employed, first_of_its_year, titled

YEAR = Words("备案表", "the form")


class WelfareFiling(AboutCraftsman):
    year = asked(int, "年度", "year", YEAR)
    pension = asked(bool, "补充养老保险", "supplementary pension")
    medical = asked(bool, "补充医疗保险", "supplementary medical insurance")
    check_up = asked(bool, "健康检查", "health check")
    rest = asked(bool, "休假疗养", "leave for rest")
    study = asked(bool, "学习培训", "study")
    same_filed = known(int, "本年度已备案", "filed for this year already", "filed.same", inside=True)


@rule("2.4.6", terms=("鼓励支持用人单位",), zh="至少落实一项", en="does at least one of them")
def something_done(p: Any) -> Expr:
    done: Expr = p.pension | p.medical | p.check_up | p.rest | p.study
    return done


SCHEME = Scheme(
    slug="welfare",
    said=Words("福利保障备案", "Filing of welfare"),
    clause="2.4.6",
    subject=WelfareFiling,
    rules=(
        titled("2.4.6", "“武汉工匠”"),
        employed("2.4.6", "用人单位"),
        something_done,
        first_of_its_year("2.4.6", "办理"),
    ),
    grants=(),
    procedure=FILING,
    evidence=(("form", YEAR),),
)
