"""How severe each expert is, and what a nominee would have from an average one: advice, never the result.

y = m + q(nominee) + b(expert) + e, with q, b and e normal (review method, 3.3). Their variances are those of
the greatest restricted likelihood (REML); q and b the best linear unbiased predictions, shrunk to nought.
With a = var q / var e and c = var b / var e, V = I + a·Zq·Zq' + c·Zb·Zb' is inverted by nominees first, which
is a division, then by experts, which is a matrix of their number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, pi, sqrt

from gongjiang.law.linear import Matrix, inverse, solved

Point = tuple[float, float]
Mark = tuple[str, str, float]
"""Nominee, expert, mark."""
START, STEPS, NEAR, WIDEST = (1.0, 1.0), 400, 1e-9, 300.0


@dataclass(frozen=True, slots=True)
class Components:
    """Variances of nominees, of experts and of what is left."""

    nominee: float
    expert: float
    rest: float

    def reliability(self, experts: int = 1) -> float:
        """Of the mean of so many experts: the part of its variance that is the nominees' own."""
        whole = self.nominee + (self.expert + self.rest) / experts
        return self.nominee / whole if whole else 0.0


@dataclass(frozen=True)
class Severity:
    """The level and its error; each expert's severity in points (below nought is severe); each nominee's mark
    as from an average expert."""

    level: float
    error: float
    components: Components
    deviance: float
    of_expert: Mapping[str, float]
    of_nominee: Mapping[str, float]

    def fair(self, nominee: str) -> float:
        return self.level + self.of_nominee[nominee]


class Marked:
    """The marks, by the places of nominees and experts."""

    def __init__(self, rows: Sequence[Mark]) -> None:
        self.nominees = list(dict.fromkeys(row[0] for row in rows))
        self.experts = list(dict.fromkeys(row[1] for row in rows))
        of, by = ({name: i for i, name in enumerate(held)} for held in (self.nominees, self.experts))
        self.cells = [(of[nominee], by[expert]) for nominee, expert, _ in rows]
        self.marks = [float(mark) for *_, mark in rows]

    @cached_property
    def files(self) -> list[list[int]]:
        """The experts of every nominee."""
        found: list[list[int]] = [[] for _ in self.nominees]
        for nominee, expert in self.cells:
            found[nominee].append(expert)
        return found

    def summed(self, values: Sequence[float], side: int) -> list[float]:
        found = [0.0] * len(self.experts if side else self.nominees)
        for cell, value in zip(self.cells, values, strict=True):
            found[cell[side]] += value
        return found


class At:
    """The model at given ratios of variances."""

    def __init__(self, held: Marked, a: float, c: float) -> None:
        self.held, self.a, self.c = held, a, c
        self.share = [a / (1 + a * len(experts)) for experts in held.files]
        ones = [1.0] * len(held.marks)
        self.inner, self.logs = self._experts()
        self.ones, self.one_y = self.weighted(ones), self.weighted(held.marks)
        self.information = sum(self.ones)
        self.level = sum(self.one_y) / self.information
        left = sum(y * v for y, v in zip(held.marks, self.one_y, strict=True))
        self.free = len(held.marks) - 1
        self.rest = max(left - self.level * sum(self.one_y), 1e-12) / self.free

    def _experts(self) -> tuple[Matrix, float]:
        """(I + c·Zb'·W·Zb) inverted, and the logarithm of the determinant of V."""
        size = len(self.held.experts)
        matrix = [[float(i == j) for j in range(size)] for i in range(size)]
        for share, experts in zip(self.share, self.held.files, strict=True):
            for i in experts:
                matrix[i][i] += self.c
                for j in experts:
                    matrix[i][j] -= self.c * share
        logs = sum(log(1 + self.a * len(experts)) for experts in self.held.files)
        return inverse(matrix), logs + solved(matrix)[1]

    def _by_nominee(self, values: Sequence[float]) -> list[float]:
        sums = self.held.summed(values, 0)
        return [
            v - self.share[cell[0]] * sums[cell[0]] for v, cell in zip(values, self.held.cells, strict=True)
        ]

    def weighted(self, values: Sequence[float]) -> list[float]:
        """The values times the inverse of V."""
        first = self._by_nominee(values)
        sums = self.held.summed(first, 1)
        moved = [self.c * sum(a * b for a, b in zip(row, sums, strict=True)) for row in self.inner]
        other = self._by_nominee([moved[expert] for _, expert in self.held.cells])
        return [a - b for a, b in zip(first, other, strict=True)]

    @property
    def deviance(self) -> float:
        return self.free * (1 + log(2 * pi * self.rest)) + self.logs + log(self.information)


def severity(rows: Sequence[Mark]) -> Severity:
    """Of marks that hang together; two nominees and two experts at the least."""
    held = Marked(rows)
    at = At(held, *_ratios(least(lambda point: At(held, *_ratios(point)).deviance, START)))
    left = [v - at.level * one for v, one in zip(at.one_y, at.ones, strict=True)]
    nominees = [at.a * one for one in held.summed(left, 0)]
    experts = [at.c * one for one in held.summed(left, 1)]
    return Severity(
        at.level, sqrt(at.rest / at.information), Components(at.a * at.rest, at.c * at.rest, at.rest),
        at.deviance, dict(zip(held.experts, experts, strict=True)),
        dict(zip(held.nominees, nominees, strict=True)),
    )  # fmt: skip


def _ratios(point: Point) -> Point:
    """Of variances, from those of deviations: bounded, for marks that leave nothing over have no limit."""
    a, c = (min(abs(one), WIDEST) ** 2 for one in point)
    return a, c


def least(of: Callable[[Point], float], start: Point) -> Point:
    """Where a smooth function of two values is least: a triangle that walks downhill (Nelder and Mead)."""
    corners = [start, (start[0] * 1.5, start[1]), (start[0], start[1] * 1.5)]
    held = sorted((of(one), one) for one in corners)
    for _ in range(STEPS):
        (low, _), (middle, _), (high, worst) = held
        if high - low < NEAR:
            break
        centre = tuple((a + b) / 2 for a, b in zip(held[0][1], held[1][1], strict=True))

        def towards(
            share: float, centre: tuple[float, ...] = centre, worst: Point = worst
        ) -> tuple[float, Point]:
            x, y = (m + share * (m - w) for m, w in zip(centre, worst, strict=True))
            return of((x, y)), (x, y)

        held[2] = _next(towards, low, middle, high)
        if held[2][0] >= high:
            best = held[0][1]
            shrunk = [((one[0] + best[0]) / 2, (one[1] + best[1]) / 2) for _, one in held[1:]]
            held[1:] = [(of(one), one) for one in shrunk]
        held.sort()
    return held[0][1]


def _next(
    towards: Callable[[float], tuple[float, Point]], low: float, middle: float, high: float
) -> tuple[float, Point]:
    """Reflected; farther where that is best; nearer where it is bad."""
    mirrored = towards(1.0)
    if mirrored[0] < low:
        return min(mirrored, towards(2.0))
    if mirrored[0] < middle:
        return mirrored
    return towards(0.5) if mirrored[0] < high else towards(-0.5)
