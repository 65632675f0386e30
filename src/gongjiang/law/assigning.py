"""Who reviews whom where a panel cannot see everybody: each nominee has so many experts, nobody too many.

The greatest sum of fitness under the loads, by a flow (review method, 1.2). Recusal takes a pair away. That
one organisation sends at most so many, or that some experts are of the core, are hubs between a nominee and
them; both at once are no flow, and the core is then reached by trying its members one after the other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gongjiang.law.flow import Flow
from gongjiang.law.words import Problem, Words

Pair = tuple[int, int]
"""Nominee and expert, by their places."""
SOURCE, SINK = "source", "sink"


@dataclass(frozen=True)
class Asked:
    """`scores[nominee][expert]`, in whole numbers; `share` is how much one pair may have of 1."""

    scores: Sequence[Sequence[int]]
    each: int
    least: int
    most: int
    barred: frozenset[Pair] = frozenset()
    organisations: tuple[int, ...] = ()
    of_one: int = 0
    core: frozenset[Pair] = frozenset()
    of_core: int = 0
    fixed: frozenset[Pair] = frozenset()

    @property
    def pairs(self) -> Iterator[Pair]:
        for i, row in enumerate(self.scores):
            yield from ((i, j) for j in range(len(row)) if (i, j) not in self.barred)

    @property
    def seats(self) -> int:
        return self.each * len(self.scores)


@dataclass(frozen=True)
class Assigned:
    total: int
    pairs: frozenset[Pair]

    def least(self, scores: Sequence[Sequence[int]]) -> int:
        """The sum of whoever is worst off."""
        return min(sum(scores[i][j] for i, j in self.pairs if i == one) for one in range(len(scores)))


@dataclass(frozen=True)
class Net:
    """The flow of a question, with the places of its arcs."""

    flow: Flow
    pair: dict[Pair, int] = field(default_factory=dict)


def net_of(asked: Asked, parts: int = 1, cap: int = 1) -> Net:
    """`parts`: into how many a seat is cut; `cap`: how many of them a pair may have. What experts must take
    at least, and pairs that are fixed, are worth more than all scores together.
    """
    net = Net(Flow())
    worth = 1 + 2 * sum(max(map(abs, row), default=0) for row in asked.scores)
    for i in range(len(asked.scores)):
        net.flow.arc(SOURCE, ("n", i), asked.each * parts)
        if asked.of_core:
            net.flow.arc(("n", i), ("other", i), (asked.each - asked.of_core) * parts)
        for org in set(asked.organisations if asked.of_one else ()):
            net.flow.arc(("n", i), ("org", i, org), asked.of_one * parts)
    for i, j in asked.pairs:
        price = asked.scores[i][j] + (worth * worth if (i, j) in asked.fixed else 0)
        net.pair[i, j] = net.flow.arc(_before(asked, i, j), ("e", j), cap, -price)
    for j in range(len(asked.scores[0])):
        net.flow.arc(("e", j), SINK, asked.least * parts, -worth)
        net.flow.arc(("e", j), SINK, (asked.most - asked.least) * parts)
    return net


def _before(asked: Asked, i: int, j: int) -> tuple[object, ...]:
    """Through which hub a nominee comes to an expert."""
    if asked.of_one:
        return "org", i, asked.organisations[j]
    if asked.of_core and (i, j) not in asked.core:
        return "other", i
    return "n", i


def assigned(asked: Asked) -> Assigned | Problem:
    """The best, or what is missing and for whom."""
    if asked.of_one and asked.of_core:
        found = _both(replace(asked, of_core=0), asked.of_core, None)
        return found or _short(asked)
    return _assigned(asked) or _short(asked)


def _assigned(asked: Asked) -> Assigned | None:
    net = net_of(asked)
    flow, _ = net.flow.run(SOURCE, SINK, asked.seats)
    pairs = frozenset(pair for pair, place in net.pair.items() if net.flow.sent(place))
    loads = [sum(pair[1] == j for pair in pairs) for j in range(len(asked.scores[0]))]
    if flow < asked.seats or min(loads) < asked.least or not asked.fixed <= pairs:
        return None
    return Assigned(sum(asked.scores[i][j] for i, j in pairs), pairs)


def _both(asked: Asked, of_core: int, best: Assigned | None) -> Assigned | None:
    """Where a nominee has too few of the core, each of its members is tried that could be added."""
    found = _assigned(asked)
    if found is None or (best is not None and found.total <= best.total):
        return best
    core = asked.core
    of = Counter(nominee for nominee, expert in found.pairs if (nominee, expert) in core)
    poor = [i for i in range(len(asked.scores)) if of[i] < of_core]
    if not poor:
        return found
    barred = asked.barred
    for pair in sorted(pair for pair in core if pair[0] == poor[0] and pair not in barred | asked.fixed):
        best = _both(replace(asked, barred=barred, fixed=asked.fixed | {pair}), of_core, best)
        barred = barred | {pair}
    return best


@dataclass(frozen=True)
class Missing(Problem):
    """How many seats can be filled at most, and the nominees for whom there are too few experts."""

    needed: int = 0
    fillable: int = 0
    nominees: tuple[int, ...] = ()


def _short(asked: Asked) -> Missing:
    net = net_of(replace(asked, least=0, fixed=frozenset(), of_core=0, of_one=0))
    for place in net.pair.values():
        net.flow.cost[place] = net.flow.cost[place ^ 1] = 0
    flow, _ = net.flow.run(SOURCE, SINK, asked.seats)
    near = net.flow.reached(SOURCE)
    nominees = tuple(i for i in range(len(asked.scores)) if ("n", i) in near)
    named = ", ".join(str(i + 1) for i in nominees)
    said = Words(
        f"需 {asked.seats} 席，至多可排 {flow} 席：第 {named} 份的可评专家不足",
        f"{asked.seats} seats are needed and {flow} can be filled: too few experts for {named}",
    )
    if flow == asked.seats:
        said = Words("附加条件不能同时满足", "the conditions cannot all be met")
    return Missing(said, asked.seats, flow, nominees if flow < asked.seats else ())


def shared_total(asked: Asked, share: float, parts: int = 10) -> float | None:
    """The greatest expected total where no pair is certain: each has at most this share of a seat."""
    net = net_of(asked, parts, round(share * parts))
    flow, _ = net.flow.run(SOURCE, SINK, asked.seats * parts)
    loads: dict[int, int] = {}
    for (_, j), place in net.pair.items():
        loads[j] = loads.get(j, 0) + net.flow.sent(place)
    if flow < asked.seats * parts or min(loads.values()) < asked.least * parts:
        return None
    return sum(asked.scores[i][j] * net.flow.sent(place) for (i, j), place in net.pair.items()) / parts
