"""What a round reports of a panel's agreement: for who audits and for the chair, never for the result.

Where everybody marked everyone the figure is ICC2k, absolute agreement of the mean; where some stepped aside,
Krippendorff's alpha for one mark, stepped up to the mean by Spearman and Brown. Beside it the two-way mixed
model: each expert's severity, shrunk towards nought, and the mark of each nominee from an average expert.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from gongjiang.law.reliability import alpha, band, icc, kendall
from gongjiang.law.severity import Severity, severity

FEWEST = 2
Cell = tuple[str, str]
"""Nominee and expert."""


@dataclass(frozen=True)
class Agreement:
    """`method` is ICC or alpha; `one` of a single mark, `mean` of a panel's; `concordance` is Kendall's W,
    where everybody marked everyone."""

    method: str
    one: float
    mean: float
    concordance: float | None
    model: Severity

    @property
    def band(self) -> str:
        return band(self.mean)


def agreement(marks: Mapping[Cell, float]) -> Agreement | None:
    """None of fewer than two nominees or two experts, or where all marks are the same."""
    nominees, experts = (list(dict.fromkeys(cell[side] for cell in marks)) for side in (0, 1))
    if min(len(nominees), len(experts)) < FEWEST or len(set(marks.values())) < FEWEST:
        return None
    model = severity([(nominee, expert, mark) for (nominee, expert), mark in marks.items()])
    if len(marks) == len(nominees) * len(experts):
        table = [[marks[nominee, expert] for expert in experts] for nominee in nominees]
        told = icc(table)
        return Agreement("ICC", told["ICC2"], told["ICC2k"], kendall(table).corrected, model)
    one = alpha([[marks.get((nominee, expert)) for nominee in nominees] for expert in experts])
    each = fmean(sum((nominee, expert) in marks for expert in experts) for nominee in nominees)
    return Agreement("alpha", one, each * one / (1 + (each - 1) * one), None, model)
