"""The records that more than one scheme asks about."""

from collections.abc import Mapping
from typing import Any

from gongjiang.law.record import Record, known
from gongjiang.law.terms import ContestClass, HonourLevel, Medal, Recommender
from gongjiang.law.words import Called, Words
from gongjiang.plans.wuhan.registers import HONOURS
from gongjiang.plans.wuhan.terms import TITLES


class Honour(Record):
    """An honour held, with what the dictionary says of it; an unknown name has no level."""

    child = True
    noun = Words("荣誉", "honour")
    name = known(str, "名称", "name", "honours")
    level = known(HonourLevel, "层级", "level", "dictionary")
    skilled = known(bool, "技能类", "for skill", "dictionary")


class TitleHeld(Record):
    """A city title held; a revoked one is not held."""

    child = True
    noun = Words("称号", "title")
    title = known(str, "称号", "title", "titles")


class ContestResult(Record):
    """A contest result. The class comes from the register, never from the applicant."""

    child = True
    noun = Words("竞赛成绩", "contest result")
    contest = known(str, "竞赛", "contest", "results")
    klass = known(ContestClass, "类别", "class", "results")
    medal = known(Medal, "奖牌", "medal", "results", absent=Medal.NONE)
    rank = known(int, "名次", "rank", "results", absent=0)
    recommended_by = known(Recommender, "选派渠道", "sent by", "results")
    on_register = known(bool, "已登记", "on the register", "results", inside=True)


DICTIONARY = {name: entry for entry in HONOURS for name in (entry.said.zh, *entry.aliases)}
TITLE_NAMES = {title.said.zh: Called(title.slug, title.said) for title in TITLES.values()}


def honour_read(printed: str) -> Mapping[str, Any]:
    """A name as printed, looked up: what is not in the dictionary stays unknown."""
    entry = DICTIONARY.get(printed.strip())
    if entry is None:
        return {"name": printed}
    return {"name": entry.said.zh, "level": entry.level, "skilled": entry.skilled}


def title_read(printed: str) -> Mapping[str, Any]:
    name = printed.strip().strip("“”")
    return {"title": TITLE_NAMES.get(name, name)}


def result_read(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    return {("klass" if name == "class" else name): value for name, value in raw.items()}
