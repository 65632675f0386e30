"""评选办法: what a round announces before it opens.

Frozen with the round; weights and marks are text, never floats.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from gongjiang.law.terms import Department
from gongjiang.law.words import Words


@dataclass(frozen=True)
class Criterion:
    key: str
    said: Words
    weight: str


@dataclass(frozen=True)
class VetoMatter:
    """A matter that another department is asked about, and whom a hit reaches: person, unit or principal."""

    key: str
    said: Words
    department: Department
    scope: str


@dataclass(frozen=True)
class RoundTerms:
    """Periods are working days; a veto's answer holds for calendar days. `shortlist`: inspected a place."""

    criteria: tuple[Criterion, ...] = ()
    panel: int = 7
    alternates: int = 2
    org_cap: int | None = None
    review_weight: str = "0.6"
    site_weight: str = "0.4"
    shortlist: int = 2
    caps: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    shares: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Caps as parts of the places, such as {"head": {"yes": "0.20"}}; whole people, rounded down."""
    fill: str = "walk"
    screen_days: int = 10
    correction_days: int = 5
    veto_days: int = 90
    vetoes: tuple[VetoMatter, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As a round stores it: the terms of a past round do not change when the defaults do."""
        return {
            "criteria": [[c.key, c.said.zh, c.said.en, c.weight] for c in self.criteria],
            "panel": self.panel,
            "alternates": self.alternates,
            "org_cap": self.org_cap,
            "review_weight": self.review_weight,
            "site_weight": self.site_weight,
            "shortlist": self.shortlist,
            "caps": {name: dict(cap) for name, cap in self.caps.items()},
            "shares": {name: dict(share) for name, share in self.shares.items()},
            "fill": self.fill,
            "screen_days": self.screen_days,
            "correction_days": self.correction_days,
            "veto_days": self.veto_days,
            "vetoes": [[v.key, v.said.zh, v.said.en, v.department.value, v.scope] for v in self.vetoes],
        }

    def capped(self, places: int) -> dict[str, dict[str, int]]:
        """Every cap in people, for so many places; where a cap and a share meet, the smaller holds."""
        held = {name: dict(cap) for name, cap in self.caps.items()}
        for name, share in self.shares.items():
            cap = held.setdefault(name, {})
            for value, part in share.items():
                most = at_most(places, part)
                cap[value] = min(most, cap.get(value, most))
        return held

    @property
    def weights(self) -> dict[str, str]:
        return {criterion.key: criterion.weight for criterion in self.criteria}


def at_most(places: int, share: str) -> int:
    """People in a share that must not be exceeded: 20 % of 23 is 4."""
    return int(Decimal(places) * Decimal(share))


def at_least(places: int, share: str) -> int:
    """People in a share that must be reached: 80 % of 23 is 19."""
    return places - at_most(places, str(1 - Decimal(share)))


def round_terms(plain: Mapping[str, Any]) -> RoundTerms:
    """The terms a round stored."""
    held = dict(plain)
    held["criteria"] = tuple(Criterion(k, Words(zh, en), w) for k, zh, en, w in held.get("criteria", ()))
    held["vetoes"] = tuple(
        VetoMatter(k, Words(zh, en), Department(d), scope) for k, zh, en, d, scope in held.get("vetoes", ())
    )
    return RoundTerms(**held)


def fault_in(terms: RoundTerms) -> Words | None:
    """Terms that cannot be announced, and why. Without criteria nobody is marked: no weights are asked."""
    if terms.criteria and sum(Decimal(c.weight) for c in terms.criteria) != 1:
        return Words("评分项权重之和应为 1", "The criteria's weights must add up to 1")
    if Decimal(terms.review_weight) + Decimal(terms.site_weight) != 1:
        return Words("评审与考察权重之和应为 1", "The stages' weights must add up to 1")
    if terms.panel < 5 or terms.panel % 2 == 0:
        return Words("专家组应为 5 人以上的单数", "A panel has an odd number of at least 5")
    if terms.fill not in ("walk", "lookahead"):
        return Words("请明确补位规则", "Choose the fill rule")
    return None
