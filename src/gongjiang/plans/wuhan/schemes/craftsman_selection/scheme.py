"""“武汉工匠”评选: senior technicians long on the front line, with an honour of the city or above."""

from datetime import date
from typing import Any

from gongjiang.law.effect import Confer
from gongjiang.law.expression import TODAY, UNSETTLED, Expr, years_between
from gongjiang.law.procedures.selection import SELECTION
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import HonourLevel, SkillLevel
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.contests import direct, preferred, priority
from gongjiang.plans.wuhan.records import (
    ContestResult,
    Honour,
    TitleHeld,
    honour_read,
    result_read,
    title_read,
)
from gongjiang.plans.wuhan.rounds import ROUND_TERMS
from gongjiang.plans.wuhan.terms import CRAFTSMAN, LONG_SERVICE

PROOF_OF_SERVICE = Words("单位证明、社保记录", "employer's statement, insurance record")


class Nominee(Record):
    employer_in_city = known(bool, "用人单位在本市", "employer in the city", "employer.in_city")
    skill_level = known(SkillLevel, "技能等级", "skill level", "certificates.highest", absent=SkillLevel.NONE)
    front_line = asked(bool, "现在技能操作一线", "on the front line now", PROOF_OF_SERVICE)
    front_line_since = asked(date, "从事一线工作起始日", "on the front line since", PROOF_OF_SERVICE)
    unit_head = asked(bool, "是否单位负责人", "head of the unit")
    honours = many(Honour, "荣誉", "honours", "honours")
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")
    contest_results = many(ContestResult, "竞赛成绩", "contest results", "results")


@rule(
    "2.2.3",
    terms=("全市社会经济组织",),
    zh="在本市社会经济组织工作",
    en="works for an organisation in the city",
)
def employer_in_city(p: Any) -> Expr:
    in_city: Expr = p.employer_in_city
    return in_city


@rule("2.2.3", terms=("高级技师",), zh="具有高级技师以上等级", en="senior technician or above")
def level(p: Any) -> Expr:
    high: Expr = p.skill_level >= SkillLevel.SENIOR_TECHNICIAN
    return high


@rule("2.2.3", terms=("技能操作一线",), zh="现仍在技能操作一线", en="still on the front line")
def front_line(p: Any) -> Expr:
    now: Expr = p.front_line
    return now


@rule(
    "2.2.3", terms=("长期工作",), assumes=LONG_SERVICE, zh="长期在技能操作一线", en="long front-line service"
)
def front_line_years(p: Any) -> Expr:
    served = years_between(p.front_line_since, TODAY)
    waived: Expr = p.contest_results.any(lambda result: direct(result) | preferred(result))
    return (served >= LONG_SERVICE) | waived | ~LONG_SERVICE.signed


@rule(
    "2.2.3",
    terms=("省市技术能手等以上荣誉",),
    zh="获省市技术能手等以上荣誉",
    en="an honour of the city or above",
)
def honour(p: Any) -> Expr:
    held: Expr = p.honours.any(lambda held: (held.level >= HonourLevel.CITY) & held.skilled)
    return held


@rule("2.2.3", terms=("评选",), zh="尚未获评武汉工匠（能否再次参评，计划未明确）",
      en="not yet a craftsman (the plan is silent on standing again)")  # fmt: skip
def not_titled_before(p: Any) -> Expr:
    titled: Expr = p.titles_held.any(lambda held: held.title == CRAFTSMAN.slug)
    return ~titled | UNSETTLED


SCHEME = Scheme(
    slug="craftsman-selection",
    said=Words("“武汉工匠”评选", "Selection of Wuhan Craftsmen"),
    clause="2.2.3",
    subject=Nominee,
    rules=(employer_in_city, level, front_line, front_line_years, honour, not_titled_before),
    priority=priority,
    grants=(Confer(CRAFTSMAN, "2.2.3"),),
    procedure=SELECTION,
    readings={"honours": honour_read, "titles_held": title_read, "contest_results": result_read},
    round_terms=ROUND_TERMS,
    evidence=(
        ("letter", Words("推荐函（盖章）", "letter of nomination (sealed)")),
        ("internal_notice", Words("单位内部公示证明", "proof of the unit's internal notice")),
        ("service", Words("一线工作证明", "proof of front-line service")),
        ("results", Words("业绩贡献材料", "material on results and contribution")),
        ("teaching", Words("带徒传技材料", "material on training apprentices")),
    ),
)
