"""How sure the order of a panel is: each nominee's expected rank, were the panel to mark again.

Heyard and others (2022): mark = mean + quality(i) + a(i, j) + e, with a(i, j) about the leniency of expert j,
which is N(0, 0.5²); the deviations of qualities, of a and of e lie anywhere up to 2. Where everybody marked
everyone a difference of two qualities depends on the two means alone, so the expectation is a sum over the
deviations, weighted by how well each explains the marks, and nothing is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import acos, exp, log, pi, sqrt
from statistics import NormalDist, fmean

LENIENCY, WIDEST, FINENESS = 0.5, 2.0, 48
NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Expected:
    """From 1; and the part of the others that are surpassed."""

    rank: float
    surpassed: float


@dataclass(frozen=True, slots=True)
class Panel:
    """What the marks say: the means of nominees, and the sums of squares about each kind of mean."""

    means: tuple[float, ...]
    experts: int
    nominees_apart: float
    experts_apart: float
    rest: float

    def weight(self, quality: float, rest: float) -> float:
        """The logarithm of how well these variances explain the marks."""
        n, k = len(self.means), self.experts
        parts = (
            (n - 1, quality + rest / k, self.nominees_apart),
            (k - 1, LENIENCY**2 + rest / n, self.experts_apart),
            ((n - 1) * (k - 1), rest, self.rest),
            (1, quality / n + rest / n / k + LENIENCY**2 / k, 0.0),
        )
        return -sum(free * log(variance) + squares / variance for free, variance, squares in parts) / 2


def panel_of(table: Sequence[Sequence[float]]) -> Panel:
    whole = fmean(mark for row in table for mark in row)
    means, experts = [fmean(row) for row in table], [fmean(one) for one in zip(*table, strict=True)]
    rest = sum(
        (mark - mean - expert + whole) ** 2
        for row, mean in zip(table, means, strict=True)
        for mark, expert in zip(row, experts, strict=True)
    )
    nominees, leniency = (sum((one - whole) ** 2 for one in held) for held in (means, experts))
    return Panel(tuple(means), len(experts), nominees, leniency, rest)


def deviations() -> Iterator[tuple[float, float, float]]:
    """Of qualities and of the rest, and how many ways the rest is made of two that lie up to the widest."""
    step = WIDEST / FINENESS
    for i in range(FINENESS):
        for j in range(round(FINENESS * sqrt(2))):
            rest = (j + 0.5) * step
            ways = pi / 2 if rest <= WIDEST else pi / 2 - 2 * acos(WIDEST / rest)
            yield (i + 0.5) * step, rest, rest * ways


def expected(table: Sequence[Sequence[float]]) -> list[Expected]:
    """A row a nominee, a column an expert, all marks given, more is better; a scale of about six grades."""
    panel, n = panel_of(table), len(table)
    told = [(panel.weight(q * q, r * r) + log(ways), q * q, r * r) for q, r, ways in deviations()]
    most = max(one for one, _, _ in told)
    ranks, whole = [1.0] * n, sum(exp(one - most) for one, _, _ in told)
    for one, quality, rest in told:
        share = exp(one - most) / whole
        if share > 1e-7:
            added = behind(panel, quality, rest)
            ranks = [rank + share * one for rank, one in zip(ranks, added, strict=True)]
    return [Expected(rank, (n - rank) / (n - 1)) for rank in ranks]


def behind(panel: Panel, quality: float, rest: float) -> list[float]:
    """For each nominee how many of the others are better, as far as it is known."""
    kept = quality / (quality + rest / panel.experts)
    spread = sqrt(2 * kept * rest / panel.experts)
    return [
        sum(NORMAL.cdf(kept * (other - own) / spread) for other in panel.means) - 0.5 for own in panel.means
    ]
