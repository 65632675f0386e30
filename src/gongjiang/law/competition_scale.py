"""竞赛标准分: the median competitor gets 700 points, the others by their distance from the median.

The scale is 700 + 30 (x - median) / (1.4826 MAD), held within 0 and 1000. It is a scale of local contests:
the official points of a WorldSkills contest are entered as received. Exact rational arithmetic, half-up.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

Number = Decimal | Fraction | float | int | str

MIDDLE = 700
SPREAD = 30
BOUNDS = (0, 1000)
CONSISTENT = Fraction("1.4826")
"""Makes the median absolute deviation of normal marks estimate their standard deviation."""


def scaled(raw: Sequence[Number], spread: Number = SPREAD, bounds: Sequence[int] = BOUNDS) -> tuple[int, ...]:
    """Whole points in the order given. Where half of the field stands at the median, everybody gets 700."""
    if not raw:
        return ()
    marks = [exact(mark) for mark in raw]
    middle = median(marks)
    deviation = median([abs(mark - middle) for mark in marks])
    if not deviation:
        return (MIDDLE,) * len(marks)
    unit = exact(spread) / (CONSISTENT * deviation)
    low, high = bounds
    return tuple(min(max(half_up(MIDDLE + unit * (mark - middle)), low), high) for mark in marks)


def exact(number: Number) -> Fraction:
    """The number as it is written, not as a machine holds it."""
    return number if isinstance(number, Fraction) else Fraction(str(number))


def median(numbers: Sequence[Fraction]) -> Fraction:
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2


def half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
