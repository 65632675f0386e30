"""Cases against the record: every step with all that its event says, every case where its steps led it, every
mark as it was sealed.
"""

import json
from collections import Counter
from datetime import datetime
from typing import Any, NamedTuple

from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk.reading_rows import rows_of
from gongjiang.office.journal.models import Leaf, canonical, digest, stamped
from gongjiang.office.review.models import Score

OF_EVENT = ("case__ref", "step", "source", "target", "actor_id", "person_id", "note", "on", "at", "because",
            "sent")  # fmt: skip
OF_SCORE = ("ref", "seat__ref", "case_id", "marks", "reasons", "sealed_at", "receipt")
Told = tuple[str, str, str]
"""The case, the step, and one digest of all that is said of it."""


class Happening(NamedTuple):
    """What the row of an event says, and its leaf too."""

    source: Any
    target: Any
    actor: Any
    person: Any
    note: Any
    on: str
    at: str
    because: str
    sent: Any


def strayed_events() -> list[str]:
    """Every step of every case, in the one as in the other. Leaves that were erased excuse as many rows of
    their step.
    """
    rows, broken = Counter[Told](), []
    for key, row in rows_of(Event.objects.all(), OF_EVENT):
        if row is None:
            broken.append(f"event {key}")
        else:
            rows[_of_row(row)] += 1
    leaves, erased = _leaves()
    lost = [row for row in sorted((rows - leaves).elements()) if not _excused(row[1], erased)]
    astray = {(ref, step) for ref, step, _ in (*lost, *(leaves - rows))}
    return [*broken, *(f"event {ref} {step}" for ref, step in sorted(astray))]


def _leaves() -> tuple[Counter[Told], Counter[str]]:
    """What leaves say of events, and how many of each step were erased."""
    told, erased = Counter[Told](), Counter[str]()
    cases = Leaf.objects.filter(kind__startswith="case.").order_by()
    for kind, ref, body, at in cases.values_list("kind", "ref", "body", "at").iterator():
        held = json.loads(body) if body else {}
        if not body:
            erased[kind.removeprefix("case.")] += 1
        elif "step" in held:
            told[_of_leaf(ref, held, at)] += 1
    return told, erased


def _of_row(row: tuple[Any, ...]) -> Told:
    ref, step, source, target, actor, person, note, on, at, because, sent = row
    happening = Happening(source, target, actor, person, note, str(on), _moment(at), digest(because), sent)
    return str(ref), str(step), digest(happening)


def _of_leaf(ref: str, held: dict[str, Any], at: datetime) -> Told:
    note = held.get("note", str(held["sent"].get("reason", "")))
    people = held["actor"], held["person"]
    when, because = (held["on"], stamped(at)), held["because_sha256"]
    happening = Happening(held["source"], held["target"], *people, note, *when, because, held["sent"])
    return ref, held["step"], digest(happening)


def _moment(at: Any) -> str:
    return stamped(at) if isinstance(at, datetime) else str(at)


def _excused(step: str, erased: Counter[str]) -> bool:
    erased[step] -= 1
    return erased[step] >= 0


def strayed_states() -> list[str]:
    """Cases that are not where their last step led."""
    last = {row[0]: row[1] for _, row in rows_of(Event.objects.all(), ("case_id", "target")) if row}
    return [
        f"case {row[0] if row else key}"
        for key, row in rows_of(Case.objects.all(), ("number", "state"))
        if row is None or last.get(key, row[1]) != row[1]
    ]


def strayed_scores() -> list[str]:
    """What each expert sealed, mark for mark, and when."""
    leaves = {one.seq: one for one in Leaf.objects.filter(kind="score.seal", salt__isnull=False)}
    wrong = []
    for key, row in rows_of(Score.objects.exclude(receipt=None), OF_SCORE):
        leaf = leaves.pop(row[-1], None) if row else None
        if row is None or leaf is None or _of_score(row) != _of_seal(leaf):
            wrong.append(f"score {leaf.ref if leaf else row[0] if row else key}")
    return wrong + [f"score {leaf.ref}" for leaf in leaves.values()]


def _of_score(row: tuple[Any, ...]) -> str:
    ref, seat, case, marks, reasons, at, _ = row
    told = {"seat": seat, "case": case, "marks": marks, "reasons": reasons}
    return canonical([ref, _moment(at), told])


def _of_seal(leaf: Leaf) -> str:
    return canonical([leaf.ref, stamped(leaf.at), json.loads(leaf.body)])
