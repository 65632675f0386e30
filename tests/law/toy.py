"""A record with a fact of every kind, to try the operators on."""

from datetime import date
from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.procedures.grant import GRANT
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import Rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings, assumption, parameter
from gongjiang.law.terms import Medal, SkillLevel
from gongjiang.law.words import Words


class Result(Record):
    child = True
    noun = Words("成绩", "result")
    contest = known(str, "竞赛", "contest", "results")
    rank = known(int, "名次", "rank", "results")
    medal = known(Medal, "奖牌", "medal", "results")
    level = known(SkillLevel, "等级", "level", "results")
    on = known(date, "日期", "day", "results")


class Worker(Record):
    name = asked(str, "姓名", "name", Words("身份证", "identity card"))
    front_line = asked(bool, "在一线", "on the front line")
    since = asked(date, "起始日", "since")
    until = known(date, "截止日", "until", "insurance")
    paid = known(int, "次数", "times paid", "payments", absent=0)
    best = known(int, "最好名次", "best rank", "results")
    level = known(SkillLevel, "技能等级", "skill level", "certificates", absent=SkillLevel.NONE)
    results = many(Result, "竞赛成绩", "results", "results")


YEARS = parameter("years", "1.1", 10, "年限", "years", **{"2024-01-01": 8})
STRICT = assumption("strict", "1.1", True, Words("从严？", "strictly?"), "从严掌握", "strictly")
SETTINGS = Settings({"years": YEARS, "strict": STRICT})


def rule_of(name: str, ask: Any, assumes: Any = ()) -> Rule:
    return Rule(name, "1.1", (), Words(name, name), ask, assumes)


def scheme_of(*rules: Rule, priority: Rule | None = None, grants: tuple[PayBy, ...] = ()) -> Scheme:
    return Scheme("toy", Words("试", "toy"), "1.1", Worker, rules, grants, GRANT, priority)
