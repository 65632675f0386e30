"""直接评定: a WorldSkills medal,
or first place in a national class-1 contest for one the city trained and sent.
"""

from typing import Any

from gongjiang.law.effect import Confer
from gongjiang.law.expression import Expr
from gongjiang.law.procedures.designation import DESIGNATION
from gongjiang.law.record import Record, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.contests import direct, priority
from gongjiang.plans.wuhan.records import ContestResult, TitleHeld, result_read, title_read
from gongjiang.plans.wuhan.rounds import DIRECT_TERMS
from gongjiang.plans.wuhan.terms import (
    BINDS_WORLDSKILLS,
    CRAFTSMAN,
    DIRECT_NOTICE,
    DIRECT_PLACES,
    TEAM_MEDALS,
)


class Medallist(Record):
    team_size = known(int, "参赛人数", "size of the team", "results.team", absent=1)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")
    contest_results = many(ContestResult, "竞赛成绩", "contest results", "results")


@rule(
    "2.1.3",
    terms=("世界技能大赛金银铜牌选手", "国家级一类竞赛第一名"),
    assumes=(BINDS_WORLDSKILLS, DIRECT_NOTICE, DIRECT_PLACES),
    zh="世赛奖牌，或市人社部门培养推荐的国家级一类竞赛第一名",
    en="a WorldSkills medal, or a national class-1 first place of one the city trained and sent",
)
def contest(p: Any) -> Expr:
    won: Expr = p.contest_results.any(direct)
    return won


@rule(
    "2.1.3",
    terms=("选手",),
    assumes=TEAM_MEDALS,
    zh="团体奖牌由每名成员持有",
    en="each member holds a team medal",
)
def team(p: Any) -> Expr:
    shared: Expr = (p.team_size > 1) & ~TEAM_MEDALS.now
    return ~shared


@rule("2.1.3", terms=("直接评定",), zh="尚未获评武汉工匠", en="not yet a craftsman")
def not_titled_before(p: Any) -> Expr:
    titled: Expr = p.titles_held.any(lambda held: held.title == CRAFTSMAN.slug)
    return ~titled


SCHEME = Scheme(
    slug="craftsman-direct",
    said=Words("“武汉工匠”直接评定", "Direct designation of Wuhan Craftsmen"),
    clause="2.1.3",
    subject=Medallist,
    rules=(contest, team, not_titled_before),
    priority=priority,
    grants=(Confer(CRAFTSMAN, "2.1.3"),),
    procedure=DESIGNATION,
    round_terms=DIRECT_TERMS,
    readings={"titles_held": title_read, "contest_results": result_read},
)
