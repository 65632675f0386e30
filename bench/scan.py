"""A scheme over a register of 100,000 people in Polars, beside the same query written by hand.

Run: python -m bench.scan
"""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from bench.crowd import DAY, crowd, frames
from bench.peers import RULES, scanned
from gongjiang.law.columns import scan
from gongjiang.plans import plan_of

SLUG, PEOPLE, ROUNDS = "craftsman-selection", 100_000, 15
LIMIT = 2.0
"""Times the hand-written query."""


def main() -> int:
    plan = plan_of(SLUG)
    scheme, settings = plan[SLUG], plan.settings()
    register = frames(scheme, crowd(scheme, PEOPLE))
    (ours, took), (theirs, peer) = best_of(
        lambda: scan(scheme, register, DAY, settings).sort("person").collect(),
        lambda: scanned(register, DAY).sort("person").collect(),
    )
    answer = [*RULES, "outcome"]
    assert ours.select(answer).equals(theirs.select(answer)), "the two disagree"
    print(f"scan of {PEOPLE:,} people     {took * 1e3:.1f} ms")
    print(f"written by hand          {peer * 1e3:.1f} ms   ratio {took / peer:.2f}   limit {LIMIT}")
    return 0 if took <= LIMIT * peer else 1


def best_of(*queries: Callable[[], Any]) -> list[tuple[Any, float]]:
    """Every query's answer, and the seconds of its quickest round; they take turns under the same load."""
    rounds = [[once(query) for query in queries] for _ in range(ROUNDS)]
    return [(turns[0][0], min(spent for _, spent in turns)) for turns in zip(*rounds, strict=True)]


def once(query: Callable[[], Any]) -> tuple[Any, float]:
    start = perf_counter()
    return query(), perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
