"""品牌与知识产权: named methods, patents, protection. Private until an application is filed."""

from datetime import date
from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.log import Log
from gongjiang.law.procedures.filing import OWN_FILING
from gongjiang.law.record import Record, asked, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import AboutCraftsman, titled
from gongjiang.plans.wuhan.kinds import Achievement, Owner

FORM = Words("备案表", "the form")


class Helped(Record):
    child = True
    noun = Words("帮助与进展", "help and progress")
    on = asked(date, "日期", "date", needed=True)
    what = asked(str, "帮助或进展", "help or progress", needed=True)


HELP = Log(
    "help",
    Words("帮助与进展", "help and progress"),
    Helped,
    (Role.NOMINEE, Role.EMPLOYER, Role.OFFICER),
    (State.SUBMITTED, State.ON_RECORD),
    confirmed_by=None,
    private=True,
)


class Brand(AboutCraftsman):
    kind = asked(Achievement, "类别", "kind", FORM)
    title = asked(
        str, "名称（以发明人姓名命名的填全称）", "name (in full, where named after the inventor)", FORM
    )
    owner = asked(Owner, "权利归属", "who owns it", FORM)
    employer_agrees = asked(bool, "单位同意命名或申请", "the employer agrees to the name or the application")
    filed = asked(bool, "专利申请已受理", "the application has been filed")
    public = asked(bool, "同意对外公布", "may be made public")
    help = many(Helped, "帮助与进展", "help and progress", HELP.source, inside=True)


@rule(
    "2.4.4",
    terms=("以发明人的名字命名",),
    zh="单位拥有或共有的，须单位同意",
    en="what the employer owns needs its consent",
)
def owner_agrees(p: Any) -> Expr:
    agreed: Expr = (p.owner == Owner.SELF) | p.employer_agrees
    return agreed


@rule(
    "2.4.4",
    terms=("知识产权",),
    zh="申请受理前不得公布",
    en="not made public before the application is filed",
)
def kept_private(p: Any) -> Expr:
    kept: Expr = ~p.public | p.filed | (p.kind == Achievement.METHOD)
    return kept


SCHEME = Scheme(
    slug="brand-achievement",
    said=Words("精品品牌与知识产权", "Brands and intellectual property"),
    clause="2.4.4",
    subject=Brand,
    rules=(titled("2.4.4", "“武汉工匠”"), owner_agrees, kept_private),
    grants=(),
    procedure=OWN_FILING,
    logs=(HELP,),
    confined=(Role.OFFICER, Role.REVIEWER, Role.AUDITOR),
    evidence=(("form", FORM), ("consent", Words("单位同意书", "the employer's consent"))),
)
