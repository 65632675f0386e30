"""The three city tiers of clause 2.2.2: one way of selecting, three titles, each with its own sum, and the
employer pays as much again.
"""

from typing import Any

from gongjiang.law.effect import Confer, MatchBy, PayBy, Title
from gongjiang.law.expression import Expr, lift
from gongjiang.law.procedures.selection import SELECTION
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import Rule, rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Parameter
from gongjiang.law.terms import Fund, SkillLevel
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.contests import priority
from gongjiang.plans.wuhan.records import ContestResult, TitleHeld, result_read, title_read
from gongjiang.plans.wuhan.rounds import TIER_TERMS
from gongjiang.plans.wuhan.terms import MATCH_FIRST, TIER_DIFFERENCE, TIER_LADDER

CLAUSE = "2.2.2"
PROOF = Words("单位证明", "employer's statement")


class Worker(Record):
    employer_in_city = known(bool, "用人单位在本市", "employer in the city", "employer.in_city")
    skill_level = known(SkillLevel, "技能等级", "skill level", "certificates.highest", absent=SkillLevel.NONE)
    front_line = asked(bool, "现在技能操作一线", "on the front line now", PROOF)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")
    contest_results = many(ContestResult, "竞赛成绩", "contest results", "results")


@rule(CLAUSE, terms=("所在单位",), zh="在本市单位工作", en="works for an employer in the city")
def employer_in_city(p: Any) -> Expr:
    in_city: Expr = p.employer_in_city
    return in_city


@rule(CLAUSE, terms=("一线技能操作人才",), zh="在一线从事技能操作", en="a skilled worker on the front line")
def front_line(p: Any) -> Expr:
    now: Expr = p.front_line
    return now


@rule(CLAUSE, terms=("技能成才",), zh="具有技能等级", en="holds a skill level")
def skilled(p: Any) -> Expr:
    some: Expr = p.skill_level > SkillLevel.NONE
    return some


def not_held(title: Title) -> Rule:
    """The reward is one-off: the same title is given once; another title is another matter."""

    def not_held_before(p: Any) -> Expr:
        held: Expr = p.titles_held.any(lambda one: one.title == title.slug)
        return ~held

    said = Words(f"尚未获评{title.said.zh}", f"not yet a {title.said.en}")
    return rule(CLAUSE, terms=("一次性奖励",), assumes=MATCH_FIRST, zh=said.zh, en=said.en)(not_held_before)


Tier = tuple[Title, Parameter]


def laddered(title: Title, below: Title) -> Rule:
    """Whether the tier below must be held first, the plan does not say."""

    def on_the_ladder(p: Any) -> Expr:
        return ~TIER_LADDER.now | _holds(p, below)

    said = Words(f"{title.said.zh}的梯次要求", f"the ladder to {title.said.en}")
    return rule(CLAUSE, terms=("梯次",), assumes=TIER_LADDER, zh=said.zh, en=said.en)(on_the_ladder)


def _holds(p: Any, title: Title) -> Expr:
    held: Expr = p.titles_held.any(lambda one: one.title == title.slug)
    return held


def rewards(reward: Parameter, lower: tuple[Tier, ...], subject: type[Worker]) -> tuple[PayBy, ...]:
    """The whole sum; or, where the office has ruled so, what is above the highest lower tier that is held.
    `lower` is told from the highest down.
    """
    paid, above = [], lift(False)
    for title, sum_of in lower:
        here = _holds(subject, title)
        when = TIER_DIFFERENCE.now & here & ~above
        paid.append(PayBy(reward.now - sum_of.now, Fund.TALENT, CLAUSE, when=when))
        above = above | here
    return (PayBy(reward, Fund.TALENT, CLAUSE, when=~(TIER_DIFFERENCE.now & above)), *paid)


def tier(
    slug: str, title: Title, reward: Parameter, subject: type[Worker], lower: tuple[Tier, ...] = ()
) -> Scheme:
    return Scheme(
        slug=slug,
        said=Words(f"{title.said.zh}评选", f"Selection of {title.said.en}s"),
        clause=CLAUSE,
        subject=subject,
        rules=(
            employer_in_city,
            front_line,
            skilled,
            not_held(title),
            *(laddered(title, below) for below, _ in lower[:1]),
        ),
        priority=priority,
        grants=(Confer(title, CLAUSE), *rewards(reward, lower, subject), MatchBy(reward, CLAUSE)),
        procedure=SELECTION,
        readings={"titles_held": title_read, "contest_results": result_read},
        round_terms=TIER_TERMS,
        evidence=(
            ("letter", Words("推荐函（盖章）", "letter of nomination (sealed)")),
            ("internal_notice", Words("单位内部公示证明", "proof of the unit's internal notice")),
        ),
    )
