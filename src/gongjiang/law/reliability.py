"""How far the experts of a panel agree: the figures that a round reports (review method, 3.5).

ICC by two-way analysis of variance (Shrout and Fleiss 1979; McGraw and Wong 1996), with absolute agreement:
ICC2 for one expert, ICC2k for the mean of all. Krippendorff's alpha where marks are missing (2011). Kendall's
W with its correction for ties. Nothing here changes a mark.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import exp, lgamma, log
from statistics import fmean
from typing import Literal

from gongjiang.law.words import Words

Table = Sequence[Sequence[float]]
Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Distance = Callable[[float, float], float]
GOOD, CAUTION = 0.80, 0.67
BANDS = {
    "good": Words("可靠", "reliable"),
    "caution": Words("慎用", "to be used with caution"),
    "again": Words("偏低，排序前应复评", "low: to be marked again before it is ranked"),
}
FINE = 1e-15


def band(reliability: float) -> str:
    """Of the mean of all experts."""
    return "good" if reliability >= GOOD else "caution" if reliability >= CAUTION else "again"


def icc(table: Table) -> dict[str, float]:
    """A row a nominee, a column an expert, every mark given."""
    n, k = len(table), len(table[0])
    whole = fmean(mark for row in table for mark in row)
    rows, columns = [fmean(row) for row in table], [fmean(column) for column in zip(*table, strict=True)]
    total = sum((mark - whole) ** 2 for row in table for mark in row)
    between = k * sum((one - whole) ** 2 for one in rows)
    experts = n * sum((one - whole) ** 2 for one in columns)
    r, c = between / (n - 1), experts / (k - 1)
    e, w = (total - between - experts) / (n - 1) / (k - 1), (total - between) / n / (k - 1)
    return {
        "MSR": r, "MSC": c, "MSE": e, "MSW": w,
        "ICC1": _share(r - w, r + (k - 1) * w),
        "ICC2": _share(r - e, r + (k - 1) * e + k * (c - e) / n),
        "ICC3": _share(r - e, r + (k - 1) * e),
        "ICC1k": _share(r - w, r),
        "ICC2k": _share(r - e, r + (c - e) / n),
        "ICC3k": _share(r - e, r),
    }  # fmt: skip


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def alpha(experts: Sequence[Sequence[float | None]], metric: Metric = "interval") -> float:
    """A row an expert, a column a nominee; None where there is no mark. 1 where no two marks differ."""
    units = [[mark for mark in unit if mark is not None] for unit in zip(*experts, strict=True)]
    pairs: Counter[tuple[float, float]] = Counter()
    for unit in units:
        for pair in permutations(unit, 2):
            pairs[pair] += 1 / (len(unit) - 1)  # type: ignore[assignment]
    marks: Counter[float] = Counter()
    for (mark, _), weight in pairs.items():
        marks[mark] += weight
    apart, total = distance(metric, marks), sum(marks.values())
    seen = sum(weight * apart(*pair) for pair, weight in pairs.items())
    chance = sum(marks[a] * marks[b] * apart(a, b) for a in marks for b in marks) / (total - 1)
    return 1 - seen / chance if chance else 1.0


def distance(metric: Metric, marks: Mapping[float, float]) -> Distance:
    """How far two marks are apart, squared."""
    order = sorted(marks)

    def ordinal(a: float, b: float) -> float:
        low, high = min(a, b), max(a, b)
        return float((sum(marks[m] for m in order if low <= m <= high) - (marks[low] + marks[high]) / 2) ** 2)

    kinds: dict[Metric, Distance] = {
        "nominal": lambda a, b: float(a != b),
        "ordinal": ordinal,
        "interval": lambda a, b: (a - b) ** 2,
        "ratio": lambda a, b: ((a - b) / (a + b)) ** 2 if a + b else 0.0,
    }
    return kinds[metric]


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W, without and with the correction for ties; the chance of it where nobody agrees."""

    plain: float
    corrected: float
    chi_square: float
    chance: float


def kendall(table: Table) -> Concordance:
    """A row a nominee, a column an expert."""
    n, k = len(table), len(table[0])
    ranked = [ranks(column) for column in zip(*table, strict=True)]
    sums = [sum(column[place] for column in ranked) for place in range(n)]
    spread = 12 * sum((one - k * (n + 1) / 2) ** 2 for one in sums)
    most = k * k * (n**3 - n)
    ties = k * sum(t**3 - t for column in ranked for t in Counter(column).values())
    corrected = _share(spread, most - ties)
    chi = k * (n - 1) * corrected
    return Concordance(spread / most, corrected, chi, beyond(chi, n - 1))


def ranks(marks: Sequence[float]) -> list[float]:
    """From 1; those of one mark share the mean of their places."""
    order = sorted(marks)
    return [order.index(mark) + (order.count(mark) + 1) / 2 for mark in marks]


def beyond(chi_square: float, freedom: int) -> float:
    """The chance of as large a chi square: the upper incomplete gamma function, by its series."""
    a, x = freedom / 2, chi_square / 2
    if x <= 0:
        return 1.0
    term = total = 1 / a
    step = a
    while term > total * FINE:
        step += 1
        term *= x / step
        total += term
    return max(0.0, 1 - total * exp(a * log(x) - x - lgamma(a)))
