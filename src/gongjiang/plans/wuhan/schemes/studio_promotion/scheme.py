"""工作室升级: a studio that runs well is put forward for the province and the nation; the gaps are shown."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.procedures.recommendation import RECOMMENDATION
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import PROMOTION_MARK
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.kinds import Stage
from gongjiang.plans.wuhan.records import TitleHeld, title_read

CALL = Words("申报通知", "the call")


class Promoted(Record):
    level = asked(Stage, "申报层级", "level asked for", CALL)
    project = asked(str, "申报项目名称", "name of the project", CALL)
    runs = known(bool, "工作室在运行", "the studio is running", "studio.running", inside=True)
    yearly = known(int, "最近年度评估得分", "score of the last year", "studio.yearly", inside=True)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")


@rule("2.4.1", terms=("“武汉工匠”工作室",), zh="工作室正常运行", en="the studio is running")
def runs(p: Any) -> Expr:
    now: Expr = p.runs
    return now


@rule("2.4.1", terms=("积极推荐",), zh="申报省级或国家级", en="for the province or the nation")
def above_city(p: Any) -> Expr:
    above: Expr = p.level > Stage.CITY
    return above


@rule(
    "2.4.1",
    terms=("产出绩效",),
    assumes=PROMOTION_MARK,
    zh="年度评估达到推荐分数",
    en="the last year scored enough",
)
def scored(p: Any) -> Expr:
    enough: Expr = p.yearly >= PROMOTION_MARK.now
    return enough


SCHEME = Scheme(
    slug="studio-promotion",
    said=Words("工作室申报省级、国家级", "Studios for the province and the nation"),
    clause="2.4.1",
    subject=Promoted,
    rules=(own_title("2.4.1", "“武汉工匠”"), runs, above_city, scored),
    grants=(),
    procedure=RECOMMENDATION,
    readings={"titles_held": title_read},
    evidence=(("call", CALL),),
)
