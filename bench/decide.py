"""One decision, with its findings in words in both languages: the median, its limit, and a hand-written peer.

Run: python -m bench.decide
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter_ns
from typing import Any

from bench.crowd import DAY, crowd
from bench.peers import decided
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans import plan_of

SLUG, PEOPLE, ROUNDS = "craftsman-selection", 2_000, 5
LIMIT = 0.1
"""Milliseconds."""


def main() -> int:
    plan = plan_of(SLUG)
    scheme, settings = plan[SLUG], plan.settings()
    people = crowd(scheme, PEOPLE)
    rows = [scheme.subject.row(typed(scheme, one)) for one in people]

    def ours(row: Any) -> tuple[str, list[Words]]:
        found = scheme.assess(row, DAY, settings)
        return found.outcome.value, [finding.explain() for finding in found.findings]

    answers = [
        (ours(row)[0], decided(one, DAY)[0]) for row, one in zip(rows, people, strict=True) if whole(one)
    ]
    assert [mine for mine, _ in answers] == [theirs for _, theirs in answers], "the two disagree"
    took, peer = timed(ours, rows), timed(lambda one: decided(one, DAY), people)
    print(
        f"decide, with words      {took:.4f} ms   limit {LIMIT} ms   {'within' if took <= LIMIT else 'OVER'}"
    )
    print(f"written by hand         {peer:.4f} ms   ratio {took / peer:.1f}")
    return 0 if took <= LIMIT else 1


def whole(person: dict[str, Any]) -> bool:
    """Nothing is unknown: the peer does not weigh the unknown."""
    children = [child for held in person.values() if isinstance(held, list) for child in held]
    return all(fact is not None for known in (person, *children) for fact in known.values())


def timed(decide: Callable[[Any], Any], people: list[Any]) -> float:
    """Milliseconds: the median of every decision of every round."""
    return median(once(decide, one) for _ in range(ROUNDS) for one in people) / 1e6


def once(decide: Callable[[Any], Any], one: Any) -> int:
    start = perf_counter_ns()
    decide(one)
    return perf_counter_ns() - start


def typed(scheme: Scheme, person: dict[str, Any]) -> dict[str, Any]:
    """Facts as the office reads them: a closed word is a term. What is unknown is left out."""
    subject = scheme.subject
    own = known(subject.fields, person)
    return own | {
        name: [known(listed.record.fields, child) for child in person[name]]
        for name, listed in subject.lists.items()
    }


def known(fields: dict[str, Any], raw: dict[str, Any]) -> dict[str, Any]:
    return {name: field.kind(raw[name]) if isinstance(raw[name], str) else raw[name]
            for name, field in fields.items() if raw[name] is not None}  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
