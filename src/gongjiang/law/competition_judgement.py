"""评判分: three judges give 0 to 3 each; where they differ by more than one, they must mark again."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from gongjiang.law.competition_scale import Number, exact, half_up
from gongjiang.law.words import Problem, problem

JUDGES = 3
TOP = 3
MAX_SPREAD = 1
CENTS = 100


def judged(scores: Sequence[int], max_mark: Number, max_spread: int = MAX_SPREAD) -> Decimal | Problem | None:
    """The mark to 0.01, half-up; None where the judges differ too much and must mark again."""
    if len(scores) != JUDGES or any(
        isinstance(score, bool) or not isinstance(score, int) or not 0 <= score <= TOP for score in scores
    ):
        return problem(
            "须有三名评委的评分，各为 0 至 3 的整数", "three judges give a whole number from 0 to 3 each"
        )
    if max(scores) - min(scores) > max_spread:
        return None
    mark = Fraction(sum(scores), JUDGES * TOP) * exact(max_mark)
    return Decimal(half_up(mark * CENTS)).scaleb(-2)
