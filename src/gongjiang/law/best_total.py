"""The selection with the best total score at full seats, reported beside the walk as an alternative."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gongjiang.law.candidates import Candidate, Caps, ranked, total
from gongjiang.law.completion import Search, Slot
from gongjiang.law.ranking import foresee, most, searching
from gongjiang.law.words import Problem

# Prices are whole numbers in this fraction of the last decimal of a score, so that bounds are exact.
FINENESS = 64
ROUNDS = 300
# Positions of the search before it gives up and says so; a few seconds.
POSITIONS = 60_000


@dataclass(frozen=True, slots=True)
class BestTotal:
    """Winners in rank order and their total; `proved` is False when a better one was not excluded."""

    winners: tuple[str, ...]
    total: Decimal
    proved: bool


def best_total(candidates: Sequence[Candidate], seats: int, caps: Caps) -> BestTotal | Problem | None:
    """The best total that fills every seat, None when they cannot all be filled."""
    order = ranked(candidates)
    if isinstance(order, Problem):
        return order
    eligible = [one for one in order if not one.veto]
    search = searching(eligible, caps)
    witness, proved = most(search, len(eligible), seats)
    if len(witness) < seats:
        return None if proved else BestTotal((), Decimal(), False)
    passed, _ = foresee(searching(eligible, caps), eligible, witness, proved)
    hunt = Hunt(search, whole_scores(eligible), walk_of(search, eligible, passed, seats))
    chosen = sorted(hunt.run(seats))
    winners = [eligible[i] for i in chosen]
    return BestTotal(tuple(one.id for one in winners), total(winners), hunt.positions >= 0)


def whole_scores(eligible: Sequence[Candidate]) -> list[int]:
    """The scores as whole numbers of one small unit."""
    places = max((max(0, -int(one.score.as_tuple().exponent)) for one in eligible), default=0)
    return [int(one.score.scaleb(places)) * FINENESS for one in eligible]


def walk_of(search: Search, eligible: Sequence[Candidate], passed: dict[str, str], seats: int) -> list[int]:
    """The look-ahead selection, as a first answer to beat."""
    chosen: list[int] = []
    for i, one in enumerate(eligible):
        if len(chosen) < seats and one.id not in passed and search.fits(i):
            search.take(i)
            chosen.append(i)
    for i in chosen:
        search.take(i, -1)
    return chosen


@dataclass(slots=True)
class Hunt:
    """Branch and bound with prices on caps (Lagrangian relaxation).

    One attribute's caps are kept exactly, where taking the dearest first is best; a place under any other
    cap has a price. Every bound is a whole number, so nothing is lost to rounding.
    """

    search: Search
    scores: Sequence[int]
    best: list[int]
    positions: int = POSITIONS
    value: int = 0
    kept: int = 0
    prices: dict[Slot, int] = field(default_factory=dict)

    def run(self, seats: int) -> list[int]:
        """The best rows found."""
        everybody = [i for i in range(len(self.scores)) if self.search.fits(i)]
        self.kept = self.widest()
        self.settle_prices(everybody, seats)
        self.value = sum(self.scores[i] for i in self.best)
        near = self.worth_a_look(everybody, seats)
        self.descend(sorted(near, key=self.dearness), seats, [], 0)
        return self.best

    def widest(self) -> int:
        """The attribute with the most slots, whose caps cost most to price."""
        width = len(self.search.rows[0]) if self.search.rows else 0
        counts = [len({row[a] for row in self.search.rows}) for a in range(width)]
        return counts.index(max(counts)) if counts else 0

    def adjusted(self, i: int) -> int:
        """The score less the prices of the caps it uses."""
        return self.scores[i] - sum(self.prices.get(slot, 0) for slot in self.search.free[i])

    def dearness(self, i: int) -> tuple[int, int]:
        """A sort key: best adjusted score first."""
        return -self.adjusted(i), i

    def relaxed(self, order: Sequence[int], need: int) -> list[int]:
        """The best `need` rows under the kept caps alone; `order` is by dearness."""
        used: dict[Slot, int] = {}
        chosen: list[int] = []
        for i in order:
            slot = self.search.rows[i][self.kept] if self.search.rows[i] else None
            if len(chosen) == need:
                break
            if slot is None or used.get(slot, 0) < self.search.room[slot]:
                chosen.append(i)
                used[slot] = used.get(slot, 0) + 1
        return chosen

    def ceiling(self, chosen: Sequence[int]) -> int:
        """No selection can be worth more than this, given the relaxed one."""
        return sum(map(self.adjusted, chosen)) + sum(
            p * self.search.room[slot] for slot, p in self.prices.items()
        )

    def settle_prices(self, rows: Sequence[int], seats: int) -> None:
        """Raise the price of an overbooked cap, lower that of an idle one; keep the lowest ceiling."""
        priced = {slot for i in rows for a, slot in enumerate(self.search.rows[i]) if slot and a != self.kept}
        kept, lowest = self.prices, None
        step = max(self.scores, default=0) // 20
        for turn in range(ROUNDS):
            chosen = self.relaxed(sorted(rows, key=self.dearness), seats)
            if lowest is None or self.ceiling(chosen) < lowest:
                kept, lowest = dict(self.prices), self.ceiling(chosen)
            asked = [slot for i in chosen for slot in self.search.free[i]]
            size = max(1, step * (ROUNDS - turn) ** 2 // ROUNDS**2)
            excess = {slot: asked.count(slot) - self.search.room[slot] for slot in priced}
            self.prices = {slot: max(0, self.prices.get(slot, 0) + size * excess[slot]) for slot in priced}
        self.prices = {slot: price for slot, price in kept.items() if price}

    def worth_a_look(self, rows: Sequence[int], seats: int) -> list[int]:
        """Rows that some selection better than the best known could hold."""
        order = sorted(rows, key=self.dearness)
        base = self.relaxed(order, seats)
        return [
            i for i in order if i in base or self.ceiling(self.relaxed_with(i, order, seats)) > self.value
        ]

    def relaxed_with(self, i: int, order: Sequence[int], seats: int) -> list[int]:
        """The relaxed selection that must hold row i."""
        self.search.take(i)
        others = self.relaxed([j for j in order if j != i], seats - 1)
        self.search.take(i, -1)
        return [i, *others]

    def descend(self, order: Sequence[int], need: int, chosen: list[int], value: int) -> None:
        """Take or leave the rows in turn while the ceiling promises better than the best known."""
        if not need:
            if value > self.value:
                self.best, self.value = list(chosen), value
            return
        while self.positions >= 0:
            self.positions -= 1
            order = [i for i in order if self.search.fits(i)]
            relaxed = self.relaxed(order, need)
            if len(relaxed) < need or value + self.ceiling(relaxed) <= self.value:
                return
            one = order[0]
            self.search.take(one)
            chosen.append(one)
            self.descend(order[1:], need - 1, chosen, value + self.scores[one])
            chosen.pop()
            self.search.take(one, -1)
            order = order[1:]
