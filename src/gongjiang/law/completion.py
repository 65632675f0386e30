"""Whether so many more seats can be filled under crossing caps, and by whom."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

# Positions of one question before it gives up and says so, of all questions together, and the fewest that
# a question is given when the rest is spent: some ten seconds at worst.
NODES, ALL_NODES, FEWEST_NODES = 3_000, 10_000, 30

Slot = Hashable


class NotProved:
    """The search gave up: neither an answer nor its absence is proved."""


NOT_PROVED: Final = NotProved()


@dataclass(slots=True)
class Search:
    """Depth first over row numbers, most contested cap last, cut off by flow bounds.

    `rows[i]` holds, for each attribute, the slot that row i uses, or None; `room` the places left by slot.
    Two attributes make a flow, whose bound is exact; three or more make a hard problem in general.
    """

    rows: Sequence[tuple[Slot | None, ...]]
    room: dict[Slot, int]
    nodes: int = NODES
    pot: int = ALL_NODES
    free: dict[int, tuple[Slot, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.free = {i: tuple(slot for slot in row if slot is not None) for i, row in enumerate(self.rows)}

    def fits(self, i: int) -> bool:
        """Whether the row breaks no cap now."""
        return all(self.room[slot] > 0 for slot in self.free[i])

    def take(self, i: int, places: int = 1) -> None:
        """Seat the row; -1 gives the seat back."""
        for slot in self.free[i]:
            self.room[slot] -= places

    def ask(self, rest: Sequence[int], need: int) -> list[int] | NotProved | None:
        """`complete`, within the positions that are left."""
        self.nodes = given = max(FEWEST_NODES, min(NODES, self.pot))
        found = self.complete(rest, need)
        self.pot -= given - self.nodes
        return found

    def complete(self, rest: Sequence[int], need: int) -> list[int] | NotProved | None:
        """`need` rows of `rest` that fit together, None when there are none."""
        rest = [i for i in rest if self.fits(i)]
        while need and self.bound(rest, need) >= need:
            self.nodes -= 1
            if self.nodes < 0:
                return NOT_PROVED
            one = self.least_contested(rest)
            self.take(one)
            found = self.complete([i for i in rest if i != one], need - 1)
            self.take(one, -1)
            if found is not None:
                return found if isinstance(found, NotProved) else [one, *found]
            # Rows with the same slots are interchangeable: if one leads nowhere, so do all.
            rest = [i for i in rest if self.rows[i] != self.rows[one]]
        return None if need else []

    def least_contested(self, rest: Sequence[int]) -> int:
        """The row whose caps are asked for least; the first such."""
        asked = Counter(slot for i in rest for slot in self.free[i])
        return min(rest, key=lambda i: sum(asked[slot] / self.room[slot] for slot in self.free[i]))

    def bound(self, rest: Sequence[int], need: int) -> int:
        """At most so many rows of `rest` fit together, counted no further than `need`."""
        attributes = range(len(self.rows[rest[0]])) if rest else range(0)
        best = min([need, len(rest), *(self.by_one(rest, a) for a in attributes)])
        for a, b in combinations(attributes, 2):
            best = min(best, self.by_two(rest, a, b, best))
        return best

    def by_one(self, rest: Sequence[int], a: int) -> int:
        """The most that one attribute's caps admit."""
        asked = Counter(self.rows[i][a] for i in rest)
        return sum(n if slot is None else min(n, self.room[slot]) for slot, n in asked.items())

    def by_two(self, rest: Sequence[int], a: int, b: int, need: int) -> int:
        """The most that two attributes' caps admit together, counted no further than `need`."""
        ends = [(self.end(i, a), self.end(i, b)) for i in rest]
        room = {slot: self.room.get(slot, 1) for pair in ends for slot in pair}
        return Flow(ends, room).value(need)

    def end(self, i: int, a: int) -> Slot:
        """The slot of a row, or one of its own when it has no cap."""
        slot = self.rows[i][a]
        return ("free", a, i) if slot is None else slot


@dataclass(slots=True)
class Flow:
    """Edges between slots of two attributes, each edge once at most, each slot within its room."""

    ends: Sequence[tuple[Slot, Slot]]
    room: dict[Slot, int]
    out: dict[Slot, list[int]] = field(default_factory=dict)
    into: dict[Slot, set[int]] = field(default_factory=dict)

    def value(self, need: int) -> int:
        """The largest flow, counted no further than `need`."""
        for edge, (start, _) in enumerate(self.ends):
            self.out.setdefault(start, []).append(edge)
        flow = 0
        for start in self.out:
            while flow < need and self.room[start] > 0 and self.push(start, set()):
                self.room[start] -= 1
                flow += 1
        return flow

    def push(self, start: Slot, seen: set[Slot]) -> bool:
        """One more unit out of `start`, rerouting what is in the way."""
        for edge in self.out[start]:
            goal = self.ends[edge][1]
            used = self.into.setdefault(goal, set())
            if goal in seen or edge in used:
                continue
            seen.add(goal)
            if len(used) < self.room[goal] or self.reroute(used, seen):
                used.add(edge)
                return True
        return False

    def reroute(self, used: set[int], seen: set[Slot]) -> bool:
        """Move one used edge elsewhere."""
        for edge in sorted(used):
            if self.push(self.ends[edge][0], seen):
                used.discard(edge)
                return True
        return False
