"""Rows against the record: an act without its leaf, a leaf without its act, marks other than were sealed."""

import json
from collections import Counter
from typing import Any

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Event
from gongjiang.office.journal.models import Leaf, digest
from gongjiang.office.ledger.models import Transfer
from gongjiang.office.review.models import Score

Told = tuple[str, str, str, str, str]


def strayed() -> list[str]:
    """Every row or leaf that has not its counterpart, by kind and number; nothing where all agree."""
    return [*_events(), *_scores(), *_transfers()]


def _events() -> list[str]:
    """Every step of every case, with its target, its reasons and what was sent, in the one as in the other.
    Leaves that were erased excuse as many rows of their step.
    """
    rows = Counter(
        (ref, step, target, digest(because), digest(sent))
        for ref, step, target, because, sent in Event.objects.order_by()
        .values_list("case__ref", "step", "target", "because", "sent")
        .iterator()
    )
    erased, leaves = Counter[str](), Counter[Told]()
    cases = Leaf.objects.filter(kind__startswith="case.").order_by().values_list("kind", "ref", "body")
    for kind, ref, body in cases.iterator():
        if not body:
            erased[kind.removeprefix("case.")] += 1
        elif told := _told(kind, ref, json.loads(body)):
            leaves[told] += 1
    lost = [row for row in sorted((rows - leaves).elements()) if not _excused(row[1], erased)]
    astray = {(ref, step) for ref, step, *_ in (*lost, *(leaves - rows))}
    return [f"event {ref} {step}" for ref, step in sorted(astray)]


def _told(kind: str, ref: str, body: dict[str, Any]) -> Told | None:
    """What a leaf says of an event; nothing where it tells of something else, such as a case opened."""
    if "step" in body:
        return ref, body["step"], body["target"], body["because_sha256"], digest(body["sent"])
    return (ref, "revoke", State.ENDED, digest([]), digest({})) if kind == "case.revoke" else None


def _excused(step: str, erased: Counter[str]) -> bool:
    erased[step] -= 1
    return erased[step] >= 0


def _scores() -> list[str]:
    """What each expert sealed, mark for mark."""
    sealed = list(Score.objects.exclude(receipt=None).order_by("pk"))
    leaves = {one.seq: one for one in Leaf.objects.filter(kind="score.seal", salt__isnull=False)}
    wrong = []
    for score in sealed:
        leaf = leaves.pop(score.receipt or 0, None)
        told = json.loads(leaf.body) if leaf else {}
        same = {"marks": score.marks, "reasons": score.reasons} == {
            k: told.get(k) for k in ("marks", "reasons")
        }
        if leaf is None or leaf.ref != score.ref or not same:
            wrong.append(f"score {score.ref}")
    return wrong + [f"score {leaf.ref}" for leaf in leaves.values()]


def _transfers() -> list[str]:
    gap = Transfer.objects.count() - Leaf.objects.filter(kind="transfer").count()
    return [f"transfer {gap:+d}"] if gap else []
