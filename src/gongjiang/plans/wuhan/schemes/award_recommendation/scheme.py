"""推荐参评: craftsmen are recommended for outside awards, each with its own window, places and channel."""

from datetime import date
from typing import Any

from gongjiang.law.expression import TODAY, Expr
from gongjiang.law.procedures.recommendation import RECOMMENDATION
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.records import Honour, TitleHeld, honour_read, title_read

CALL = Words("评选通知", "the call for the award")


class Candidate(Record):
    award = asked(str, "奖项（按奖项目录）", "award (as in the catalogue)", CALL)
    opens_on = known(date, "申报开始", "opens on", "award.opens", inside=True)
    closes_on = known(date, "申报截止", "closes on", "award.closes", inside=True)
    places_left = known(int, "剩余推荐名额", "places left", "award.places", inside=True)
    by_our_channel = known(
        bool, "可由本市推荐", "may be recommended by the city", "award.channel", inside=True
    )
    waiting = known(int, "正在推荐同一奖项", "being recommended for it already", "award.waiting", inside=True)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")
    honours = many(Honour, "荣誉", "honours", "honours")


@rule("2.3.3", terms=("评选活动",), zh="奖项在申报期内", en="the award is open")
def is_open(p: Any) -> Expr:
    now: Expr = TODAY.between(p.opens_on, p.closes_on)
    return now


@rule("2.3.3", terms=("直接推荐",), zh="尚有推荐名额", en="a place is left")
def places(p: Any) -> Expr:
    left: Expr = p.places_left > 0
    return left


@rule("2.3.3", terms=("推荐",), zh="可由本市渠道推荐", en="may be recommended through the city")
def channel(p: Any) -> Expr:
    ours: Expr = p.by_our_channel
    return ours


@rule("2.3.3", terms=("参加",), zh="未获过同一奖项", en="has not won the same award")
def not_won_before(p: Any) -> Expr:
    won: Expr = p.honours.any(lambda held: held.name == p.award)
    return ~won


@rule("2.3.3", terms=("推荐",), zh="没有正在办理的同一推荐", en="no recommendation for it is under way")
def not_waiting(p: Any) -> Expr:
    none: Expr = p.waiting == 0
    return none


SCHEME = Scheme(
    slug="award-recommendation",
    said=Words("推荐参评各级奖项", "Recommendation for awards"),
    clause="2.3.3",
    subject=Candidate,
    rules=(own_title("2.3.3", "“武汉工匠”人员"), is_open, places, channel, not_won_before, not_waiting),
    grants=(),
    procedure=RECOMMENDATION,
    readings={"titles_held": title_read, "honours": honour_read},
    evidence=(("call", CALL),),
)
