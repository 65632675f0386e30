"""工匠工作室: named after the craftsman; paid once in a craftsman's life, rewarded by output."""

from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import Expr
from gongjiang.law.procedures.studio import STUDIO
from gongjiang.law.record import asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import EXCELLENT_MARK, STUDIO_BONUS, STUDIO_SUM
from gongjiang.plans.wuhan.gathered import EXPENSES, OUTPUTS, SERVICES, Expense, OutputMade, ServiceGiven
from gongjiang.plans.wuhan.holders import AboutCraftsman, employed, titled

PLAN = Words("工作室建设方案", "the plan of the studio")


class Studio(AboutCraftsman):
    name = asked(str, "工作室名称（以本人姓名命名）", "name of the studio (after the craftsman)", PLAN)
    place = asked(str, "场所", "place", PLAN)
    head_name = known(str, "领办人姓名", "name of the head", "holder.name", inside=True)
    named_after = known(bool, "名称含领办人姓名", "named after its head", "holder.named", inside=True)
    yearly = known(int, "年度评估得分", "score of the year", "grade.yearly", inside=True)
    expenses = many(Expense, "专账支出", "money spent", EXPENSES.source, inside=True)
    services = many(ServiceGiven, "公益服务", "services given", SERVICES.source, inside=True)
    outputs = many(OutputMade, "产出", "outputs", OUTPUTS.source, inside=True)


@rule("2.4.1", terms=("工作室",), zh="有固定场所", en="has a place of its own")
def place(p: Any) -> Expr:
    given: Expr = p.place != ""
    return given


@rule("2.4.1", terms=("工作室",), zh="工作室以本人姓名命名", en="the studio bears the craftsman's name")
def named_after(p: Any) -> Expr:
    bears: Expr = p.named_after
    return bears


SCHEME = Scheme(
    slug="craftsman-studio",
    said=Words("“武汉工匠”工作室", "Craftsman's studio"),
    clause="2.4.1",
    subject=Studio,
    rules=(titled("2.4.1", "“武汉工匠”个人"), employed("2.4.1", "用人单位"), named_after, place),
    grants=(
        PayBy(STUDIO_SUM, Fund.TALENT, "2.4.1"),
        PayBy(
            STUDIO_BONUS, Fund.TALENT, "2.4.1",
            when=STUDIO_BONUS.signed & (Studio.yearly >= EXCELLENT_MARK.now), part="yearly",
        ),
    ),
    procedure=STUDIO,
    once=("craftsman",),
    logs=(EXPENSES, SERVICES, OUTPUTS),
    evidence=(
        ("plan", PLAN),
        ("support", Words("单位支持函", "the employer's letter of support")),
        ("inspection", Words("考察记录（两人签字）", "record of the inspection (signed by two)")),
    ),
)  # fmt: skip
