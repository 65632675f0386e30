"""带徒补贴: a master who has brought several apprentices to a higher level is paid a sum."""

from datetime import date
from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import TODAY, Expr
from gongjiang.law.procedures.grant import GRANT
from gongjiang.law.record import Record, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund, SkillLevel
from gongjiang.law.words import Words
from tests.other_city.terms import ENOUGH, FOR_EACH, MASTER

YEAR = 365


class Apprentice(Record):
    child = True
    noun = Words("徒弟", "apprentice")
    level = known(SkillLevel, "等级", "level", "certificates")
    certified = known(date, "发证日期", "certified on", "certificates")


class Mentor(Record):
    title = known(str, "称号", "title", "titles", absent="")
    paid_on = known(date, "上次领取", "last paid on", "payments")
    apprentices = many(Apprentice, "徒弟", "apprentices", "certificates")


def lately_raised(apprentice: Any) -> Expr:
    lately: Expr = apprentice.certified.between(TODAY - YEAR, TODAY)
    return lately & (apprentice.level >= SkillLevel.SENIOR_WORKER)


@rule("4.2", terms=("名匠",), zh="持有江城名匠称号", en="holds the title of River City Master")
def titled(p: Any) -> Expr:
    held: Expr = p.title == MASTER.slug
    return held


@rule("4.2", terms=("多名",), assumes=ENOUGH, zh="一年内带出多名高级工", en="several raised within a year")
def raised(p: Any) -> Expr:
    several: Expr = p.apprentices.count(lately_raised) >= ENOUGH
    return several


@rule("4.2", terms=("每年",), zh="一年内未领取过", en="not paid within a year")
def not_paid_lately(p: Any) -> Expr:
    never: Expr = ~p.paid_on.present
    return never | (p.paid_on < TODAY - YEAR)


SCHEME = Scheme(
    slug="apprentice-subsidy",
    said=Words("带徒补贴", "Mentoring subsidy"),
    clause="4.2",
    subject=Mentor,
    rules=(titled, raised, not_paid_lately),
    grants=(PayBy(FOR_EACH, Fund.EMPLOYMENT, "4.2"),),
    procedure=GRANT,
)
