"""From marks to a total: panel mark, weighted products, stages, ties. Exact arithmetic, half-up to 0.01."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import groupby
from math import floor
from typing import Literal

from gongjiang.law.words import Problem, problem

Mark = Decimal | int | str

# Below five valid marks trimming does harm, and a panel has no quorum (review method, section 3.1).
QUORUM = 5
TRIMMED = 1


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many valid marks there are and how many are needed."""

    valid: int
    needed: int

    @property
    def met(self) -> bool:
        """Whether the panel may decide."""
        return self.valid >= self.needed


@dataclass(frozen=True, slots=True)
class Stages:
    """The review total and the final total, each to 0.01."""

    review: Decimal
    final: Decimal


def quorum(marks: Sequence[Mark | None], needed: int = QUORUM) -> Quorum:
    """Counts valid marks; a missing mark is None, never 0."""
    return Quorum(sum(mark is not None for mark in marks), needed)


def panel_mark(
    marks: Sequence[Mark | None], trim: Literal["auto"] | int = "auto", min_for_trim: int = QUORUM
) -> Decimal | Problem:
    """The mean of the valid marks without the `trim` highest and lowest, half-up to 0.01.

    "auto" drops one of each when at least `min_for_trim` marks are valid. Source: ISU protocols 2016-17,
    reproduced in full by this rule.
    """
    valid = [exact(mark) for mark in marks if mark is not None]
    numbers = sorted(mark for mark in valid if mark is not None)
    if len(numbers) < len(valid):
        return problem("评分中有不是数字的值", "a mark is not a number")
    cut = (TRIMMED if len(numbers) >= min_for_trim else 0) if trim == "auto" else trim
    kept = numbers[cut : len(numbers) - cut]
    if cut < 0 or not kept:
        return problem("去掉高低分之后没有有效评分", "no mark is left after trimming")
    return half_up(sum(kept, Fraction()) / len(kept))


def exact(mark: Mark) -> Fraction | None:
    """The mark as a fraction, None when it is no finite number. Floats are refused: they are not exact."""
    if isinstance(mark, float):
        raise TypeError("marks are decimals, whole numbers or text")
    try:
        number = Decimal(mark)
    except InvalidOperation:
        return None
    return Fraction(number) if number.is_finite() else None


def half_up(value: Fraction) -> Decimal:
    """The nearest 0.01; a half goes away from zero."""
    cents = floor(abs(value) * 100 + Fraction(1, 2))
    return Decimal(cents if value >= 0 else -cents).scaleb(-2)


def weighted_total(parts: Sequence[tuple[Mark, Mark]]) -> Decimal | Problem:
    """Sum of mark × weight, each product rounded half-up to 0.01 before adding."""
    pairs = [(exact(mark), exact(weight)) for mark, weight in parts]
    products = [half_up(mark * weight) for mark, weight in pairs if mark is not None and weight is not None]
    if len(products) < len(pairs):
        return problem("分值或权重不是数字", "a mark or a weight is not a number")
    return sum(products, Decimal("0.00"))


def stages(
    criteria: Mapping[str, Mark | None],
    weights: Mapping[str, Mark],
    site: Mark | None,
    stage_weights: tuple[Mark, Mark],
) -> Stages | Problem:
    """The review total from the criteria, then the final total from review and site inspection.

    Source: review method, section 4.2. A nominee who was not inspected has no total; nothing counts as 0.
    """
    marks = [(name, mark) for name, mark in criteria.items() if mark is not None]
    if criteria.keys() != weights.keys() or len(marks) < len(criteria):
        return problem("评审指标缺分或与权重不对应", "a criterion has no mark or no weight")
    if site is None:
        return problem("未实地考察，不能计算总分", "without a site inspection there is no total")
    if not whole(list(weights.values())) or not whole(stage_weights):
        return problem("权重之和不等于 1", "the weights do not add up to 1")
    review = weighted_total([(mark, weights[name]) for name, mark in marks])
    if isinstance(review, Problem):
        return review
    final = weighted_total([(review, stage_weights[0]), (site, stage_weights[1])])
    return final if isinstance(final, Problem) else Stages(review, final)


def whole(weights: Sequence[Mark]) -> bool:
    """Whether the weights add up to exactly 1."""
    return sum((exact(weight) or Fraction() for weight in weights), Fraction()) == 1


def tie_break(
    tied: Sequence[tuple[str, Sequence[Mark]]], chain: Sequence[int]
) -> tuple[tuple[str, ...], ...] | Problem:
    """The tied by the announced chain of keys, higher first; `chain` gives places in each row of marks.

    Those still equal share a group, in code-point order, which is not a rank.
    """
    keyed = [([exact(marks[place]) for place in chain], label) for label, marks in tied]
    ready = [([-key for key in keys if key is not None], label) for keys, label in keyed]
    if any(len(keys) < len(chain) for keys, _ in ready):
        return problem("用于区分并列的分值缺失", "a mark needed to break the tie is missing")
    groups = groupby(sorted(ready), key=lambda pair: pair[0])
    return tuple(tuple(label for _, label in group) for _, group in groups)
