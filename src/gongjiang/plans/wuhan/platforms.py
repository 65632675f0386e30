"""The platforms of clause 2.1.1: one way of building, three kinds, each with its own head or none."""

from typing import Any

from gongjiang.law.effect import PayBy
from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.procedures.platform import PLATFORM
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.round_terms import RoundTerms
from gongjiang.law.rule import Rule, rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Fund, HostKind
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import (
    EXCELLENT_MARK,
    PASS_MARK,
    PLATFORM_BONUS,
    PLATFORM_SUM,
    REMEDY_MONTHS,
)
from gongjiang.plans.wuhan.gathered import EXPENSES, GOALS, SERVICES, Expense, Goal, ServiceGiven
from gongjiang.plans.wuhan.rounds import PLATFORM_CRITERIA

CLAUSE = "2.1.1"
PLAN = Words("建设方案", "the plan of building")


class Platform(Record):
    occupation = asked(str, "主要职业（工种）", "main occupation", PLAN)
    open_to_all = asked(bool, "面向全市提供公益服务", "gives free services to the whole city", PLAN)
    host_kind = known(HostKind, "建设单位类型", "kind of host", "employer.kind")
    in_city = known(bool, "建设单位在本市", "host in the city", "employer.in_city")
    acceptance = known(int, "验收得分", "acceptance score", "grade.acceptance", inside=True)
    goals = many(Goal, "建设目标", "goals", GOALS.source, inside=True)
    expenses = many(Expense, "专账支出", "money spent", EXPENSES.source, inside=True)
    services = many(ServiceGiven, "公益服务", "services given", SERVICES.source, inside=True)


@rule(
    CLAUSE,
    terms=("企业行业", "职业院校"),
    zh="由企业、行业或院校建设",
    en="built by an employer, an industry or a college",
)
def host(p: Any) -> Expr:
    kind: Expr = p.host_kind.one_of(
        HostKind.ENTERPRISE, HostKind.CENTRAL_ENTERPRISE, HostKind.COLLEGE, HostKind.ASSOCIATION
    )
    return kind


@rule(CLAUSE, terms=("全市",), zh="建设单位在本市", en="the host is in the city")
def in_city(p: Any) -> Expr:
    here: Expr = p.in_city
    return here


@rule(
    CLAUSE, terms=("公益性技能培训",), zh="面向全市提供公益服务", en="gives free services to the whole city"
)
def open_to_all(p: Any) -> Expr:
    public: Expr = p.open_to_all
    return public


@rule(
    CLAUSE,
    terms=("财政资金补助",),
    assumes=PLATFORM_SUM,
    zh="市局已确定补助标准",
    en="the office has set a standard",
)
def standard(p: Any) -> Expr:
    set_: Expr = PLATFORM_SUM.signed | UNSETTLED
    return set_


GRANTS = (
    PayBy(PLATFORM_SUM, Fund.EMPLOYMENT, CLAUSE, when=PLATFORM_SUM.signed),
    PayBy(
        PLATFORM_BONUS, Fund.EMPLOYMENT, CLAUSE,
        when=PLATFORM_BONUS.signed & (Platform.acceptance >= EXCELLENT_MARK.now), part="acceptance",
    ),
)  # fmt: skip
EVIDENCE = (
    ("plan", PLAN),
    ("letter", Words("推荐函（盖章）", "letter of recommendation (sealed)")),
    ("completion", Words("竣工验收材料", "report of completion")),
)


def platform(
    slug: str,
    said: Words,
    subject: type[Platform],
    rules: tuple[Rule, ...] = (),
    priority: Rule | None = None,
) -> Scheme:
    return Scheme(
        slug=slug,
        said=said,
        clause=CLAUSE,
        subject=subject,
        rules=(host, in_city, open_to_all, *rules, standard),
        priority=priority,
        grants=GRANTS,
        procedure=PLATFORM,
        logs=(GOALS, EXPENSES, SERVICES),
        figures={"pass_mark": PASS_MARK, "remedy_months": REMEDY_MONTHS},
        evidence=EVIDENCE,
        round_terms=RoundTerms(criteria=PLATFORM_CRITERIA),
    )
