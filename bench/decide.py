"""One decision, with its findings in words in both languages: the median, its limit, and a hand-written peer.
Then one claim of a register of 3,000 on SQLite: read with its facts, found and said.

Run: python -m bench.decide
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any

from bench import rosters
from bench.crowd import DAY, crowd
from bench.peers import decided
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans import plan_of

SLUG, PEOPLE, ROUNDS = "craftsman-selection", 2_000, 5
CLAIM, REGISTER = "skill-upgrade-subsidy", 3_000
LIMIT, WITH_FETCH = 0.1, 0.5
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
    return 0 if took <= LIMIT and fetched() else 1


def fetched() -> bool:
    """A claim of the register: the case, what the registers know of it, its findings and their words."""
    with tempfile.TemporaryDirectory() as folder:
        rosters.found(Path(folder) / "house")
        path = Path(folder) / "roster.xlsx"
        rosters.roster(REGISTER, path)
        rosters.ours(path.read_bytes())
        found, whole = claims()
    for said, took, limit in (
        ("a claim, with words", found, LIMIT),
        ("read, found and said", whole, WITH_FETCH),
    ):
        print(f"{said:<23} {took:.4f} ms   limit {limit} ms   {'within' if took <= limit else 'OVER'}")
    return found <= LIMIT and whole <= WITH_FETCH


def claims() -> tuple[float, float]:
    """Milliseconds of the findings and words alone, and with everything read from the database."""
    from gongjiang.office.cases.models import Case
    from gongjiang.office.clerk.facts import facts_of
    from gongjiang.office.journal.prepared import Prepared

    plan = plan_of(CLAIM)
    scheme, settings = plan[CLAIM], plan.settings()
    by_key: Prepared[Case] = Prepared(
        lambda keys: Case.objects.filter(pk__among=keys).select_related("person", "employer")
    )

    def said(facts: dict[str, Any]) -> list[Words]:
        found = scheme.assess(scheme.subject.row(facts), rosters.DAY, settings)
        return [finding.explain() for finding in found.findings]

    def read(key: int) -> list[Words]:
        cases = by_key([key])
        return said(facts_of(scheme, cases)[key])

    keys = list(Case.objects.values_list("pk", flat=True))
    facts = list(facts_of(scheme, by_key(keys)).values())
    return timed(said, facts), timed(read, keys)


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
