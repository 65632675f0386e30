"""The assignment that is kindest to whoever is worst off, for the few nominees of a panel."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from gongjiang.law.assigning import Asked


def best_of_worst(asked: Asked) -> int | None:
    """The most that whoever is worst off can have, for few nominees: the sums are tried from above."""
    choices = [
        sorted(((sum(asked.scores[i][j] for j in team), team) for team in _teams(asked, i)), reverse=True)
        for i in range(len(asked.scores))
    ]
    floors = sorted({total for one in choices for total, _ in one})
    low, high = -1, len(floors) - 1
    while low < high:
        middle = (low + high + 1) // 2
        kept = [[team for total, team in one if total >= floors[middle]] for one in choices]
        low, high = (middle, high) if _fits(asked, sorted(kept, key=len)) else (low, middle - 1)
    return floors[low] if low >= 0 else None


def _teams(asked: Asked, i: int) -> Iterator[tuple[int, ...]]:
    able = [j for j in range(len(asked.scores[i])) if (i, j) not in asked.barred]
    return combinations(able, asked.each)


def _fits(asked: Asked, choices: Sequence[Sequence[tuple[int, ...]]]) -> bool:
    """Whether every nominee can have a team, nobody too many and nobody too few: tried in depth, and what
    led nowhere once is not tried again."""
    dead: set[tuple[int, ...]] = set()

    def seat(place: int, loads: tuple[int, ...]) -> bool:
        left = asked.each * (len(choices) - place)
        if (place, *loads) in dead or sum(max(0, asked.least - n) for n in loads) > left:
            return False
        if place == len(choices):
            return True
        for team in sorted(choices[place], key=lambda team: sum(loads[j] for j in team)):
            room = all(loads[j] < asked.most for j in team)
            if room and seat(place + 1, tuple(n + (j in team) for j, n in enumerate(loads))):
                return True
        dead.add((place, *loads))
        return False

    return seat(0, (0,) * len(asked.scores[0]))
