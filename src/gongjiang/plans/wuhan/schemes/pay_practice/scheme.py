"""薪酬激励: what an employer does for its craftsman's pay. Encouraged, never owed; sums are confidential."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.procedures.filing import FILING
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import AboutCraftsman, employed, first_of_its_year, titled

YEAR = Words("备案表", "the form")


class Paid(Record):
    child = True
    noun = Words("薪酬数据", "pay")
    year = asked(int, "年度", "year", needed=True)
    gross = asked(Money, "年薪酬总额（元）", "gross pay of the year (yuan)", needed=True)


PAY = Log("pay", Words("薪酬数据（保密）", "pay (confidential)"), Paid, (Role.EMPLOYER,),
          (State.DRAFT, State.SUBMITTED), private=True)  # fmt: skip


class PayFiling(AboutCraftsman):
    year = asked(int, "年度", "year", YEAR)
    as_manager = asked(bool, "参照中高层管理人员落实待遇", "paid as a manager")
    annual_salary = asked(bool, "实行年薪制", "on an annual salary")
    equity = asked(bool, "股权期权激励", "has equity or options")
    post_allowance = asked(bool, "特聘岗位津贴", "has an allowance for a special post")
    mentor_allowance = asked(bool, "带徒津贴", "has an allowance for mentoring")
    same_filed = known(int, "本年度已备案", "filed for this year already", "filed.same", inside=True)
    pay = many(Paid, "薪酬数据", "pay", PAY.source, inside=True)


@rule("2.3.4", terms=("鼓励企业",), zh="至少落实一项", en="does at least one of them")
def something_done(p: Any) -> Expr:
    done: Expr = p.as_manager | p.annual_salary | p.equity | p.post_allowance | p.mentor_allowance
    return done


SCHEME = Scheme(
    slug="pay-practice",
    said=Words("薪酬激励备案", "Filing of pay"),
    clause="2.3.4",
    subject=PayFiling,
    rules=(
        titled("2.3.4", "“武汉工匠”人员"),
        employed("2.3.4", "企业"),
        something_done,
        first_of_its_year("2.3.4", "落实"),
    ),
    grants=(),
    procedure=FILING,
    logs=(PAY,),
    evidence=(("form", YEAR),),
)
