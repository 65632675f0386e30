"""Panels that hand in orders and not marks: from who is preferred to whom to one order (review method, 3.7).

Bradley and Terry for counts of preferences, the first at nought; Kemeny's order, which the fewest preferences
contradict, for up to twelve; Borda's points, the announced rule for more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from gongjiang.law.linear import inverse, solved
from gongjiang.law.words import Problem, problem

Counts = Sequence[Sequence[float]]
Orders = Sequence[tuple[Sequence[int], float]]
"""Each order, the best first, and how many hold it."""
MOST, ROUNDS, NEAR = 12, 100, 1e-12


@dataclass(frozen=True, slots=True)
class Abilities:
    ability: tuple[float, ...]
    error: tuple[float, ...]


def bradley_terry(wins: Counts) -> Abilities | Problem:
    """`wins[i][j]`: how often i was preferred to j. Who always wins or always loses has no estimate."""
    size = len(wins)
    if not all(len(reached(wins, start)) == size for start in range(size)):
        return problem("有人全胜或全负，无法估计", "somebody wins or loses all: there is no estimate")
    held = [0.0] * size
    for _ in range(ROUNDS):
        gap, curve = slope(wins, held)
        (step,), _ = solved([row[1:] for row in curve[1:]], gap[1:])
        held = [0.0, *(a + b for a, b in zip(held[1:], step, strict=True))]
        if max(map(abs, step)) < NEAR:
            break
    spread = inverse([row[1:] for row in slope(wins, held)[1][1:]])
    return Abilities(tuple(held), (0.0, *(sqrt(row[i]) for i, row in enumerate(spread))))


def reached(wins: Counts, start: int) -> set[int]:
    """Everybody who is below somebody who is below the first …"""
    found, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        fresh = [j for j, count in enumerate(wins[one]) if count and j not in found]
        found.update(fresh)
        waiting += fresh
    return found


def slope(wins: Counts, held: Sequence[float]) -> tuple[list[float], list[list[float]]]:
    """The gradient of the likelihood and its curvature, of the other sign."""
    size = len(held)
    gap, curve = [0.0] * size, [[0.0] * size for _ in held]
    for i in range(size):
        for j in range(size):
            if i != j and (met := wins[i][j] + wins[j][i]):
                chance = 1 / (1 + exp(held[j] - held[i]))
                gap[i] += wins[i][j] - met * chance
                curve[i][i] += met * chance * (1 - chance)
                curve[i][j] -= met * chance * (1 - chance)
    return gap, curve


def preferred(orders: Orders) -> list[list[float]]:
    size = len(orders[0][0])
    found = [[0.0] * size for _ in range(size)]
    for order, holders in orders:
        for place, above in enumerate(order):
            for below in order[place + 1 :]:
                found[above][below] += holders
    return found


def borda(orders: Orders) -> list[float]:
    """For each place as many points as stand below it."""
    points = [0.0] * len(orders[0][0])
    for order, holders in orders:
        for place, one in enumerate(order):
            points[one] += holders * (len(order) - place - 1)
    return points


@dataclass(frozen=True, slots=True)
class Kemeny:
    """How many preferences the best orders contradict, and all of them."""

    distance: float
    orders: tuple[tuple[int, ...], ...]


def kemeny(orders: Orders) -> Kemeny | Problem:
    """Set by set: the best order of some, by who stands last among them."""
    size = len(orders[0][0])
    if size > MOST:
        return problem(f"超过 {MOST} 人，按博尔达计分", f"more than {MOST}: points are counted instead")
    against = preferred(orders)
    best: dict[int, tuple[float, tuple[tuple[int, ...], ...]]] = {0: (0.0, ((),))}
    for members in range(1, 1 << size):
        inside = [i for i in range(size) if members >> i & 1]
        ends = [(best[members ^ 1 << last][0] + sum(against[last][i] for i in inside if i != last), last)
                for last in inside]  # fmt: skip
        least = min(cost for cost, _ in ends)
        found = tuple(
            (*order, last) for cost, last in ends if cost == least for order in best[members ^ 1 << last][1]
        )
        best[members] = least, found
    distance, found = best[(1 << size) - 1]
    return Kemeny(distance, tuple(sorted(found)))
