"""Judgements of a few grades: many-facet Rasch, as a diagnosis of who is severe (review method, 3.3).

log P(k) / P(k-1) = ability - severity - threshold(k), by joint maximum likelihood: each value in turn by
Newton's step. Who has the lowest or the highest grade from everybody says nothing and is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

ROUNDS, NEAR, FARTHEST = 4_000, 1e-9, 1.0
Grade = float | None


@dataclass(frozen=True)
class Scaled:
    """Severities sum to nought, and so do the thresholds."""

    severity: tuple[float, ...]
    thresholds: tuple[float, ...]
    loss: float
    dropped: int


class Scale:
    def __init__(self, table: Sequence[Sequence[Grade]], grades: int) -> None:
        told = [[(j, int(g)) for j, g in enumerate(row) if g is not None] for row in table]
        kept = [row for row in told if 0 < sum(g for _, g in row) < (grades - 1) * len(row)]
        self.cells = [(i, j, g) for i, row in enumerate(kept) for j, g in row]
        self.dropped, self.top = len(table) - len(kept), grades
        self.ability, self.severity = [0.0] * len(kept), [0.0] * len(table[0])
        self.thresholds = [0.0] * (grades - 1)

    def chances(self, i: int, j: int) -> list[float]:
        terms, here = [1.0], 0.0
        for threshold in self.thresholds:
            here += self.ability[i] - self.severity[j] - threshold
            terms.append(exp(here))
        whole = sum(terms)
        return [term / whole for term in terms]

    def moved(self, held: list[float], side: int) -> float:
        """One Newton step of every ability (side 0) or severity (side 1); how far the farthest went."""
        sign = 1.0 if side == 0 else -1.0
        gap, spread = [0.0] * len(held), [0.0] * len(held)
        for cell in self.cells:
            chances = self.chances(cell[0], cell[1])
            mean = sum(k * p for k, p in enumerate(chances))
            gap[cell[side]] += sign * (cell[2] - mean)
            spread[cell[side]] += sum((k - mean) ** 2 * p for k, p in enumerate(chances))
        return _stepped(held, gap, spread)

    def crossed(self) -> float:
        """One step of every threshold: how many should stand above it, against how many do."""
        gap, spread = [0.0] * (self.top - 1), [0.0] * (self.top - 1)
        for i, j, grade in self.cells:
            chances = self.chances(i, j)
            for k in range(1, self.top):
                above = sum(chances[k:])
                gap[k - 1] += above - (grade >= k)
                spread[k - 1] += above * (1 - above)
        return _stepped(self.thresholds, gap, spread)

    @property
    def loss(self) -> float:
        return -sum(log(self.chances(i, j)[grade]) for i, j, grade in self.cells)


def _stepped(held: list[float], gap: Sequence[float], spread: Sequence[float]) -> float:
    steps = [max(-FARTHEST, min(FARTHEST, g / s)) for g, s in zip(gap, spread, strict=True)]
    held[:] = [value + step for value, step in zip(held, steps, strict=True)]
    return max(map(abs, steps))


def scaled(table: Sequence[Sequence[Grade]], grades: int) -> Scaled:
    """A row a nominee, a column an expert; grades count from 0; None where there is no grade."""
    scale = Scale(table, grades)
    for _ in range(ROUNDS):
        far = max(scale.moved(scale.ability, 0), scale.moved(scale.severity, 1), scale.crossed())
        centre(scale.severity, scale.ability)
        centre(scale.thresholds, scale.ability)
        if far < NEAR:
            break
    return Scaled(tuple(scale.severity), tuple(scale.thresholds), scale.loss, scale.dropped)


def centre(held: list[float], abilities: list[float]) -> None:
    """Bring them to sum to nought; what is taken off them is taken off the abilities."""
    shift = sum(held) / len(held)
    held[:] = [one - shift for one in held]
    abilities[:] = [one - shift for one in abilities]
