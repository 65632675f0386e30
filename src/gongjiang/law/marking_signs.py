"""Signs that experts marked together, or for a unit: figures for who audits, of which no result is ever made.

The model is the two-way one of the review method (3.3, 3.6): a mark is the panel's level, plus how good the
nominee is, plus how lenient the expert is, plus chance: y = m + q(nominee) + b(expert) + e, by least squares.
What is left of a mark is its residual r; s² is the sum of squares over the degrees of freedom, N − n − k + 1.
The excess of some marks together is their sum of r over its own spread, s·√(Σ over a, b of δ(a,b) − h(a,b)),
where h(a,b) = [same nominee]/(its marks) + [same expert]/(its marks) − 1/N: exact where everybody marked
everyone, near it where some stepped aside. Of a single mark it is the standardised residual, r / s√(1 − h).

Four questions are asked of a panel: does an expert mark the nominees of one body otherwise (3 marks or more);
do two experts, of one body's nominees (2 or more); do two, of a single nominee; and do two give every nominee
the very same. A sign is told where the excess is beyond what chance gives in one panel of twenty,
however many questions were asked (Bonferroni). Single marks beyond 2.5 are told beside.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import NormalDist, fmean
from typing import Literal

ODD = 2.5
"""A single mark this far off asks for its reason (review method, 3.6)."""
CHANCE = 0.05
OF_ONE, OF_TWO = 3, 2
"""How many nominees of a body it takes, for one expert and for two."""
ROUNDS, NEAR = 60, 1e-9
FEWEST = 3
Kind = Literal["body", "pair_body", "pair_one", "same"]
Cell = tuple[str, str]
"""Nominee and expert."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What was found of whom: the excess, and how many points a mark that is on the average."""

    kind: Kind
    experts: tuple[str, ...]
    about: str
    marks: int
    points: float
    excess: float


@dataclass(frozen=True, slots=True)
class OfExpert:
    """How one expert marked: severity is points above the panel's level, spread those around the nominees."""

    expert: str
    marks: int
    mean: float
    severity: float
    spread: float
    odd: tuple[tuple[str, float], ...]


class Fitted:
    """The model of one panel, and what it leaves of each mark."""

    def __init__(self, marks: Mapping[Cell, float]) -> None:
        self.marks = dict(marks)
        self.of_nominee, self.of_expert = (Counter(cell[side] for cell in marks) for side in (0, 1))
        self.nominees = sorted({nominee for nominee, _ in marks})
        self.experts = sorted({expert for _, expert in marks})
        self.level = fmean(marks.values())
        self.quality, self.severity = dict.fromkeys(self.nominees, 0.0), dict.fromkeys(self.experts, 0.0)
        self._fit()
        self.left = {cell: mark - self.expected(cell) for cell, mark in marks.items()}
        free = len(marks) - len(self.nominees) - len(self.experts) + 1
        self.s = sqrt(sum(one * one for one in self.left.values()) / free) if free > 0 else 0.0

    def _fit(self) -> None:
        for _ in range(ROUNDS):
            before = list(self.severity.values())
            _level(self.quality, self.marks, lambda cell: self.level + self.severity[cell[1]], 0)
            _level(self.severity, self.marks, lambda cell: self.level + self.quality[cell[0]], 1)
            shift = fmean(self.severity.values())
            self.severity = {expert: one - shift for expert, one in self.severity.items()}
            self.level += shift
            if max(abs(a - b) for a, b in zip(before, self.severity.values(), strict=True)) < NEAR:
                return

    def expected(self, cell: Cell) -> float:
        return self.level + self.quality[cell[0]] + self.severity[cell[1]]

    def excess(self, cells: Iterable[Cell]) -> float:
        """Of these marks together; 0 where nothing can be told of them."""
        told = [cell for cell in cells if cell in self.left]
        spread = self.s * sqrt(max(0.0, sum((a == b) - self._lever(a, b) for a in told for b in told)))
        return sum(self.left[cell] for cell in told) / spread if spread > NEAR else 0.0

    def points(self, cells: Iterable[Cell]) -> float:
        return fmean(self.left[cell] for cell in cells)

    def _lever(self, a: Cell, b: Cell) -> float:
        one = 1 / self.of_nominee[a[0]] if a[0] == b[0] else 0.0
        other = 1 / self.of_expert[a[1]] if a[1] == b[1] else 0.0
        return one + other - 1 / len(self.marks)


def _level(
    held: dict[str, float], marks: Mapping[Cell, float], without: Callable[[Cell], float], side: int
) -> None:
    """Each one's mean of what is left of its marks without the rest of the model."""
    found = defaultdict[str, list[float]](list)
    for cell, mark in marks.items():
        found[cell[side]].append(mark - without(cell))
    held.update({name: fmean(one) for name, one in found.items()})


def of_experts(fitted: Fitted) -> list[OfExpert]:
    found = []
    for expert in fitted.experts:
        cells = [cell for cell in fitted.marks if cell[1] == expert]
        each = [(cell[0], fitted.excess([cell])) for cell in cells]
        odd = tuple((nominee, one) for nominee, one in each if abs(one) > ODD)
        spread = sqrt(fmean(fitted.left[cell] ** 2 for cell in cells))
        mean = fmean(fitted.marks[cell] for cell in cells)
        found.append(OfExpert(expert, len(cells), mean, fitted.severity[expert], spread, odd))
    return found


def signs(fitted: Fitted, bodies: Mapping[str, str], chance: float = CHANCE) -> list[Sign]:
    """What is beyond chance in this panel, the farthest first. `bodies`: who nominated each nominee."""
    asked = list(questions(fitted, bodies))
    if not asked or not fitted.s:
        return []
    line = NormalDist().inv_cdf(1 - chance / 2 / len(asked))
    found = [(one, fitted.excess(one[3])) for one in asked]
    told = [Sign(kind, experts, about, len(cells), fitted.points(cells), excess)
            for (kind, experts, about, cells), excess in found if abs(excess) > line]  # fmt: skip
    return sorted([*told, *same(fitted)], key=lambda one: -abs(one.excess))


Question = tuple[Kind, tuple[str, ...], str, list[Cell]]


def questions(fitted: Fitted, bodies: Mapping[str, str]) -> Iterator[Question]:
    nominated = defaultdict[str, list[str]](list)
    for nominee in fitted.nominees:
        nominated[bodies.get(nominee, "")].append(nominee)
    for body, nominees in sorted(nominated.items()):
        for expert in fitted.experts:
            cells = [(one, expert) for one in nominees if (one, expert) in fitted.marks]
            if body and len(cells) >= OF_ONE:
                yield "body", (expert,), body, cells
    for pair in combinations(fitted.experts, 2):
        both = [one for one in fitted.nominees if all((one, expert) in fitted.marks for expert in pair)]
        yield from (("pair_one", pair, one, [(one, expert) for expert in pair]) for one in both)
        for body, nominees in sorted(nominated.items()):
            held = [one for one in nominees if one in both]
            if body and len(held) >= OF_TWO:
                yield "pair_body", pair, body, [(one, expert) for one in held for expert in pair]


def same(fitted: Fitted) -> Iterator[Sign]:
    """Two who gave every nominee the very same; of fewer than three nominees that says nothing."""
    for pair in combinations(fitted.experts, 2):
        both = [one for one in fitted.nominees if all((one, expert) in fitted.marks for expert in pair)]
        if len(both) >= FEWEST and all(
            fitted.marks[one, pair[0]] == fitted.marks[one, pair[1]] for one in both
        ):
            yield Sign("same", pair, "", len(both), 0.0, 0.0)
