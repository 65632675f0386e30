"""代表队成绩: what a delegation won: medal points 4, 3, 2, 1, and the points of its competitors."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gongjiang.law.competition_scale import Number, exact
from gongjiang.law.terms import Medal

MEDAL_POINTS = {Medal.GOLD: 4, Medal.SILVER: 3, Medal.BRONZE: 2, Medal.EXCELLENCE: 1, Medal.NONE: 0}


@dataclass(frozen=True)
class Standing:
    """Totals and averages over the competitors; exact."""

    medal_points: int
    average_medal_points: Fraction
    total_points: Fraction
    average_points: Fraction


def member_standing(medals: Sequence[Medal], points: Sequence[Number]) -> Standing:
    """A delegation without competitors has won nothing."""
    won, total = sum(MEDAL_POINTS[medal] for medal in medals), sum(map(exact, points), Fraction())
    return Standing(won, Fraction(won, len(medals) or 1), total, total / (len(points) or 1))
