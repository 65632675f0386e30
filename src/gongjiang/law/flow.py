"""The cheapest way to send whole units through arcs that hold so many: by the shortest way that is left."""

from collections import deque
from collections.abc import Hashable, Iterator

Node = Hashable
FAR = float("inf")


class Flow:
    """Arcs in pairs: one and, at the next place, the way back."""

    def __init__(self) -> None:
        self.out: dict[Node, list[int]] = {}
        self.end: list[Node] = []
        self.left: list[int] = []
        self.cost: list[int] = []

    def arc(self, start: Node, end: Node, holds: int, cost: int = 0) -> int:
        """The arc's place, by which `sent` tells what went through it."""
        place = len(self.end)
        for here, there, left, price in ((start, end, holds, cost), (end, start, 0, -cost)):
            self.out.setdefault(here, []).append(len(self.end))
            self.end.append(there)
            self.left.append(left)
            self.cost.append(price)
        return place

    def sent(self, place: int) -> int:
        return self.left[place ^ 1]

    def run(self, source: Node, sink: Node, most: int) -> tuple[int, int]:
        """How much came through, of so much at most, and what it cost."""
        flow = cost = 0
        while flow < most and (way := self._way(source, sink)):
            part = min(most - flow, *(self.left[place] for place in way))
            for place in way:
                self.left[place] -= part
                self.left[place ^ 1] += part
            flow, cost = flow + part, cost + part * sum(self.cost[place] for place in way)
        return flow, cost

    def _way(self, source: Node, sink: Node) -> list[int]:
        """The arcs of the cheapest way that is left; none where there is none."""
        far: dict[Node, float] = {source: 0}
        by: dict[Node, int] = {}
        waiting, inside = deque([source]), {source}
        while waiting:
            here = waiting.popleft()
            inside.discard(here)
            for place in self.out.get(here, ()):
                there, price = self.end[place], far[here] + self.cost[place]
                if self.left[place] and price < far.get(there, FAR):
                    far[there], by[there] = price, place
                    if there not in inside:
                        inside.add(there)
                        waiting.append(there)
        return list(self._back(by, source, sink)) if sink in by else []

    def _back(self, by: dict[Node, int], source: Node, sink: Node) -> Iterator[int]:
        here = sink
        while here != source:
            yield by[here]
            here = self.end[by[here] ^ 1]

    def reached(self, source: Node) -> set[Node]:
        """What can still be reached: the near side of the narrowest cut."""
        found, waiting = {source}, [source]
        while waiting:
            here = waiting.pop()
            for place in self.out.get(here, ()):
                if self.left[place] and self.end[place] not in found:
                    found.add(self.end[place])
                    waiting.append(self.end[place])
        return found
