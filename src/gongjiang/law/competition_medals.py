"""竞赛奖牌: medals from points, where a narrow difference is a tie.

Source: the medal rule published for WorldSkills 2015. Two golds leave no silver; after three or more golds
a bronze goes only to those within the tie of the last gold; two silvers follow the same pattern.
Small fields get fewer kinds of medals (Moscow Masters 2018, 10.1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gongjiang.law.competition_scale import Number, exact
from gongjiang.law.terms import Medal

TIE = 2
EXCELLENCE = 700
ANY_FIELD = (0, 0, 0)
MANY_GOLDS = 3


@dataclass(frozen=True)
class Shares:
    """How many competitors, counted from the best, hold each medal."""

    gold: int = 0
    silver: int = 0
    bronze: int = 0


def medals(
    points: Sequence[Number],
    tie: Number = TIE,
    excellence: Number = EXCELLENCE,
    min_field: Sequence[int] | None = None,
) -> tuple[Medal, ...]:
    """The medal of each competitor, in the order given.

    `min_field` gives the smallest fields for all three medals, for gold and silver, and for gold alone;
    a smaller field gives no medal at all, nor a medallion for excellence.
    """
    held = [exact(number) for number in points]
    order = sorted(range(len(held)), key=lambda place: -held[place])
    full, two, one = min_field or ANY_FIELD
    if len(held) < one:
        return (Medal.NONE,) * len(held)
    found = shares([held[place] for place in order], exact(tie))
    kinds = 3 if len(held) >= full else 2 if len(held) >= two else 1
    won = _in_order(found, kinds)
    given = dict(zip(order, won, strict=False))
    line = exact(excellence)
    return tuple(
        given.get(place) or (Medal.EXCELLENCE if number >= line else Medal.NONE)
        for place, number in enumerate(held)
    )


def shares(best_first: Sequence[Fraction], tie: Fraction) -> Shares:
    """The sizes of the three groups of points in descending order."""
    if not best_first:
        return Shares()
    gold = _within(best_first, 0, best_first[0], tie)
    if gold >= MANY_GOLDS:
        return Shares(gold, bronze=_within(best_first, gold, best_first[gold - 1], tie))
    if gold > 1 or gold == len(best_first):
        return Shares(gold, bronze=_next(best_first, gold, tie))
    silver = _next(best_first, gold, tie)
    if silver > 1:
        last = best_first[gold + silver - 1]
        return Shares(gold, silver, _within(best_first, gold + silver, last, tie))
    return Shares(gold, silver, _next(best_first, gold + silver, tie))


def _next(best_first: Sequence[Fraction], start: int, tie: Fraction) -> int:
    """How many tie with the first who has no medal yet."""
    return _within(best_first, start, best_first[start], tie) if start < len(best_first) else 0


def _within(best_first: Sequence[Fraction], start: int, mark: Fraction, tie: Fraction) -> int:
    return sum(mark - number <= tie for number in best_first[start:])


def _in_order(found: Shares, kinds: int) -> list[Medal | None]:
    """The medals from the best down; a kind that a small field does not give leaves a gap."""
    counts = (found.gold, found.silver, found.bronze)
    named = (Medal.GOLD, Medal.SILVER, Medal.BRONZE)
    return [
        medal if place < kinds else None
        for place, (medal, number) in enumerate(zip(named, counts, strict=True))
        for _ in range(number)
    ]


def ranks(points: Sequence[Number]) -> tuple[int, ...]:
    """Ranks as contests print them: equal points share a rank, and the next rank is skipped (1, 1, 3)."""
    held = [exact(number) for number in points]
    return tuple(1 + sum(other > number for other in held) for number in held)
