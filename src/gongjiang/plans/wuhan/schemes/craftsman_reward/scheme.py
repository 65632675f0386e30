"""“武汉工匠”奖励: a one-off sum that follows the title, by whichever route it came."""

from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import Expr
from gongjiang.law.procedures.grant import GRANT
from gongjiang.law.record import Record, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.records import TitleHeld, title_read
from gongjiang.plans.wuhan.terms import CRAFTSMAN, CRAFTSMAN_REWARD, ONE_REWARD


class Craftsman(Record):
    times_paid = known(int, "已领取次数", "times paid before", "payments.times")
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")


@rule("2.3.1", terms=("“武汉工匠”人员",), zh="已获评武汉工匠", en="holds the title of Wuhan Craftsman")
def titled(p: Any) -> Expr:
    held: Expr = p.titles_held.any(lambda held: held.title == CRAFTSMAN.slug)
    return held


@rule(
    "2.3.1",
    terms=("一次性奖励",),
    assumes=ONE_REWARD,
    zh="未领取过一次性奖励",
    en="the one-off reward has not been paid before",
)
def not_paid_before(p: Any) -> Expr:
    never: Expr = (p.times_paid == 0) | ~ONE_REWARD.now
    return never


SCHEME = Scheme(
    slug="craftsman-reward",
    said=Words("“武汉工匠”一次性奖励", "One-off reward of Wuhan Craftsmen"),
    clause="2.3.1",
    subject=Craftsman,
    rules=(titled, not_paid_before),
    grants=(PayBy(CRAFTSMAN_REWARD, Fund.TALENT, "2.3.1"),),
    procedure=GRANT,
    opens_on=CRAFTSMAN,
    readings={"titles_held": title_read},
)
