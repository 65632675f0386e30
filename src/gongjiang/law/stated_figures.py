"""The figures that a plan states, against those that stand in the clauses of its text: sums, places,
intervals, the ratio of what an employer adds, the years of validity. No sentence of the text is kept here: a
term knows its value and its clause.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from gongjiang.law.effect import MatchBy
from gongjiang.law.plan import Plan
from gongjiang.law.settings import Assumption
from gongjiang.law.words import Words

FEN = 100
TIMES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
FORMS = {
    "fen": re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([百千万亿]?)\s*元"),
    "years": re.compile(r"每\s*(\d+)\s*年"),
    "people": re.compile(r"(\d+)\s*名"),
    "validity": re.compile(r"有效期[^\d,，。;；]{0,3}(\d+)\s*年"),
    "ratio": re.compile(r"(\d+)\s*[:：∶]\s*(\d+)"),
}
"""By the unit of the term: how the text prints such a figure."""
SAID = {
    "fen": Words("{} 元", "{} yuan"),
    "years": Words("每 {} 年", "every {} years"),
    "people": Words("{} 名", "{} people"),
    "validity": Words("有效期 {} 年", "valid for {} years"),
    "ratio": Words("1∶{}", "1:{}"),
}


class Figure(NamedTuple):
    clause: str
    kind: str
    value: Decimal

    @property
    def said(self) -> Words:
        shown = f"{self.value.normalize():,f}"
        return Words(SAID[self.kind].zh.format(shown), SAID[self.kind].en.format(shown))


class Gap(NamedTuple):
    """A figure that only one of the two has: a term, or the text."""

    figure: Figure
    of_term: bool

    @property
    def said(self) -> Words:
        clause, told = self.figure.clause, self.figure.said
        if self.of_term:
            return Words(
                f"{clause} 未见“{told.zh}”（口径所载）", f"{clause} does not say “{told.en}”, a term does"
            )
        return Words(
            f"{clause} 的“{told.zh}”没有对应的口径", f"{clause} says “{told.en}”, which no term holds"
        )


def stated(plan: Plan) -> set[Figure]:
    """What the terms hold: their first value, as the plan was issued. What is assumed is not stated."""
    found = set[Figure]()
    for held in plan.known.values():
        if not isinstance(held, Assumption) and held.unit in FORMS:
            value = Decimal(next(iter(held.values.values.values())))
            found.add(Figure(held.clause, held.unit, value / FEN if held.unit == "fen" else value))
    matched = {
        grant.clause for scheme in plan.schemes for grant in scheme.grants if isinstance(grant, MatchBy)
    }
    found |= {Figure(clause, "ratio", Decimal(1)) for clause in matched}
    found.add(Figure(plan.validity.clause, "validity", Decimal(plan.validity.years)))
    return found


def printed(clause: str, text: str, kind: str) -> Iterator[Figure]:
    plain = unicodedata.normalize("NFKC", text)
    for found in FORMS[kind].finditer(plain):
        number = Decimal(found[1].replace(",", ""))
        if kind == "fen":
            number *= TIMES[found[2]]
        elif kind == "ratio":
            number = Decimal(found[2]) / number if number else Decimal(0)
        yield Figure(clause, kind, number)


def gaps(plan: Plan, clauses: Mapping[str, str]) -> list[Gap]:
    """Sums in every clause; the other kinds where a term of the clause holds one."""
    held = stated(plan)
    asked = {(one.clause, one.kind) for one in held} | {(clause, "fen") for clause in clauses}
    there = {figure for clause, kind in asked for figure in printed(clause, clauses.get(clause, ""), kind)}
    missing = [Gap(figure, True) for figure in sorted(held - there) if figure.clause in clauses]
    return missing + [Gap(figure, False) for figure in sorted(there - held)]
