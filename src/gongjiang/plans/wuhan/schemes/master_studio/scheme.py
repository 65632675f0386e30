"""技能大师工作室: led by somebody with a city title; those led by a craftsman come first."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.record import asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.platforms import CLAUSE, Platform, platform
from gongjiang.plans.wuhan.records import TitleHeld
from gongjiang.plans.wuhan.terms import CRAFTSMAN

HEAD = Words("领办人称号证书", "the certificate of the head's title")


class MasterStudio(Platform):
    craftsman = asked(str, "领办人称号证书编号", "number of the certificate of the head's title", HEAD)
    head_here = known(bool, "领办人在本单位工作", "the head works for the host", "holder.here", inside=True)
    head_titles = many(TitleHeld, "领办人称号", "titles of the head", "holder.titles", inside=True)


@rule(CLAUSE, terms=("技能大师工作室",), zh="领办人持有市级以上称号", en="led by somebody with a city title")
def led_by_titled(p: Any) -> Expr:
    held: Expr = p.head_titles.any(lambda one: one.title.present)
    return held


@rule(CLAUSE, terms=("建设",), zh="领办人在建设单位工作", en="the head works for the host")
def head_here(p: Any) -> Expr:
    here: Expr = p.head_here
    return here


@rule(CLAUSE, terms=("“武汉工匠”",), zh="武汉工匠领办，优先", en="led by a Wuhan Craftsman, comes first")
def priority(p: Any) -> Expr:
    led: Expr = p.head_titles.any(lambda one: one.title == CRAFTSMAN.slug)
    return led


SCHEME = platform(
    "master-studio",
    Words("技能大师工作室建设", "Master studio"),
    MasterStudio,
    (led_by_titled, head_here),
    priority,
)
