"""Who is ranked, in what order, and under which caps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from gongjiang.law.words import Problem, problem

# In a cap, the number for every value that is not named.
OTHERS = "*"

Caps = Mapping[str, Mapping[str, int]]
Rank = tuple[Decimal, tuple[Decimal, ...], str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One nominee. `keys` break ties, higher first; `ticket` is the published lot, lower first.

    `veto` names what excludes the nominee before ranking; it never changes the score. `attrs` are what
    caps count, such as district, sector, employer.
    """

    id: str
    score: Decimal
    keys: tuple[Decimal, ...] = ()
    ticket: str = ""
    veto: str | None = None
    attrs: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def rank(self) -> Rank:
        """Score and keys descending, then ticket ascending."""
        return -self.score, tuple(-key for key in self.keys), self.ticket


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...] | Problem:
    """Everybody by score, keys, ticket. Two who are equal in all three need a lot, not an id."""
    order = sorted(candidates, key=lambda one: one.rank)
    for one, other in pairwise(one for one in order if not one.veto):
        if one.rank == other.rank:
            return problem(
                f"{one.id} 与 {other.id} 完全并列，须抽签",
                f"{one.id} and {other.id} are tied throughout: draw lots",
            )
    return tuple(order)


def display_ranks(candidates: Iterable[Candidate]) -> dict[str, int]:
    """Id -> competition rank (1, 1, 3) by score and keys, lots aside; a vetoed nominee has no rank."""
    ranks = sorted((one.rank[:2], one.id) for one in candidates if not one.veto)
    first: dict[object, int] = {}
    for place, (key, _) in enumerate(ranks, 1):
        first.setdefault(key, place)
    return {name: first[key] for key, name in ranks}


@dataclass(slots=True)
class Room:
    """How much each cap has left. A value without a cap, or a missing value, is not counted."""

    caps: Caps
    taken: dict[tuple[str, str], int] = field(default_factory=dict)

    def slots(self, one: Candidate) -> tuple[tuple[str, str], ...]:
        """The (attribute, value) pairs under a cap that the candidate uses."""
        pairs = ((name, one.attrs.get(name)) for name in sorted(self.caps))
        return tuple(
            (name, value)
            for name, value in pairs
            if value is not None and self.limit(name, value) is not None
        )

    def limit(self, name: str, value: str) -> int | None:
        """The cap of one value, None when there is none."""
        return self.caps[name].get(value, self.caps[name].get(OTHERS))

    def full(self, one: Candidate) -> tuple[str, ...]:
        """The attributes, sorted, whose cap the candidate would break."""
        return tuple(slot[0] for slot in self.slots(one) if self.left(slot) <= 0)

    def left(self, slot: tuple[str, str]) -> int:
        """Places left under a cap."""
        return (self.limit(*slot) or 0) - self.taken.get(slot, 0)

    def take(self, one: Candidate, places: int = 1) -> None:
        """Seat the candidate; -1 gives the seat back."""
        for slot in self.slots(one):
            self.taken[slot] = self.taken.get(slot, 0) + places


def total(winners: Sequence[Candidate]) -> Decimal:
    """The sum of the scores."""
    return sum((one.score for one in winners), Decimal())
