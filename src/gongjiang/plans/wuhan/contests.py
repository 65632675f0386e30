"""What a contest result brings under clause 2.1.3."""

from typing import Any

from gongjiang.law.expression import UNSETTLED, Expr
from gongjiang.law.rule import rule
from gongjiang.law.terms import ContestClass as C
from gongjiang.law.terms import Medal, Recommender
from gongjiang.plans.wuhan.terms import BINDS_WORLDSKILLS

FIRST = 1


def registered(result: Any) -> Expr:
    """A result that the register does not show is not refused: a person must find it."""
    registered: Expr = result.on_register | UNSETTLED
    return registered


def sent_by_the_city(result: Any) -> Expr:
    sent: Expr = result.recommended_by == Recommender.CITY_HRSS
    return sent


def unbound() -> Expr:
    """Once the office has signed that medallists are not bound to it; until then a person decides."""
    return ~BINDS_WORLDSKILLS.now & BINDS_WORLDSKILLS.signed


def worldskills_medal(result: Any) -> Expr:
    medal: Expr = result.medal.one_of(Medal.GOLD, Medal.SILVER, Medal.BRONZE)
    return (result.klass == C.WORLDSKILLS) & medal & (sent_by_the_city(result) | unbound())


def national_first(result: Any) -> Expr:
    first: Expr = (result.klass == C.NATIONAL_1) & (result.rank == FIRST)
    return first & sent_by_the_city(result)


def direct(result: Any) -> Expr:
    return (worldskills_medal(result) | national_first(result)) & registered(result)


def preferred(result: Any) -> Expr:
    """It raises the order, never the eligibility."""
    first: Expr = result.klass.one_of(C.PROVINCE_1, C.CITY_1) & (result.rank == FIRST)
    return first & registered(result)


@rule(
    "2.1.3",
    terms=("优先选拔对象",),
    zh="省市一类竞赛第一名，优先选拔",
    en="first in a provincial or city class-1 contest",
)
def priority(p: Any) -> Expr:
    first: Expr = p.contest_results.any(preferred)
    return first
