"""江城名匠评选: the other city's own title, with its own sum, by the same procedure of selection."""

from typing import Any

from gongjiang.law.effect import Confer, PayBy
from gongjiang.law.expression import Expr
from gongjiang.law.procedures.selection import SELECTION
from gongjiang.law.record import Record, asked, known
from gongjiang.law.round_terms import Criterion, RoundTerms
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund, SkillLevel
from gongjiang.law.words import Words
from tests.other_city.terms import MASTER, MASTER_SUM


class Nominee(Record):
    level = known(SkillLevel, "等级", "level", "certificates.highest", absent=SkillLevel.NONE)
    years = asked(int, "从业年数", "years in the trade", Words("单位证明", "employer's statement"))


@rule("4.1", terms=("技师",), zh="技师以上", en="technician or above")
def level(p: Any) -> Expr:
    high: Expr = p.level >= SkillLevel.TECHNICIAN
    return high


@rule("4.1", terms=("五年",), zh="从业满五年", en="five years in the trade")
def years(p: Any) -> Expr:
    long: Expr = p.years >= 5
    return long


SCHEME = Scheme(
    slug="river-master",
    said=Words("江城名匠评选", "Selection of River City Masters"),
    clause="4.1",
    subject=Nominee,
    rules=(level, years),
    grants=(Confer(MASTER, "4.1"), PayBy(MASTER_SUM, Fund.TALENT, "4.1")),
    procedure=SELECTION,
    round_terms=RoundTerms(criteria=(Criterion("craft", Words("技艺", "craft"), "1.00"),), panel=5),
)
