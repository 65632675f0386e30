"""The craftsman a unit's file is about: named by the number of the certificate, told by the registers."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.record import Record, asked, known, many
from gongjiang.law.rule import Rule, rule
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.records import TitleHeld
from gongjiang.plans.wuhan.terms import CRAFTSMAN

CERTIFICATE = Words("“武汉工匠”证书", "the Wuhan Craftsman's certificate")


class AboutCraftsman(Record):
    """A file about somebody who holds the title, at the unit that files it."""

    craftsman = asked(str, "“武汉工匠”证书编号", "number of the craftsman's certificate", CERTIFICATE)
    works_here = known(bool, "在本单位工作", "works for this unit", "holder.here", inside=True)
    holds = many(TitleHeld, "所持称号", "titles held", "holder.titles", inside=True)


def titled(clause: str, *terms: str) -> Rule:
    def is_titled(p: Any) -> Expr:
        held: Expr = p.holds.any(lambda one: one.title == CRAFTSMAN.slug)
        return held

    return rule(
        clause, terms=terms, zh="对象为武汉工匠，称号有效", en="about a craftsman whose title stands"
    )(is_titled)


def employed(clause: str, *terms: str) -> Rule:
    def works_here(p: Any) -> Expr:
        here: Expr = p.works_here
        return here

    return rule(clause, terms=terms, zh="对象在本单位工作", en="about somebody who works for the unit")(
        works_here
    )


def own_title(clause: str, *terms: str) -> Rule:
    """The person whose own case it is holds the title."""

    def is_craftsman(p: Any) -> Expr:
        held: Expr = p.titles_held.any(lambda one: one.title == CRAFTSMAN.slug)
        return held

    return rule(clause, terms=terms, zh="本人为武汉工匠", en="a Wuhan Craftsman")(is_craftsman)


def first_of_its_year(clause: str, *terms: str) -> Rule:
    """A unit files once a year about one person."""

    def not_filed_before(p: Any) -> Expr:
        none: Expr = p.same_filed == 0
        return none

    return rule(clause, terms=terms, zh="本年度未重复备案", en="not filed before for this year")(
        not_filed_before
    )
