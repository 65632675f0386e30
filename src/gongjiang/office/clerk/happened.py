"""What an event keeps of a step that was taken, and what the record keeps of the event."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from gongjiang.law.procedure import Move
from gongjiang.law.rule import Finding
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.journal.adding import Spelt, add_rows
from gongjiang.office.journal.models import canonical, record

REMEMBERED = 4096
"""Findings whose text is kept: most cases of a kind are found alike."""


class Happened(NamedTuple):
    """The columns of an event."""

    case_id: int
    step: str
    source: str
    target: str
    actor_id: int | None
    person_id: int | None
    note: str
    because: Spelt
    sent: Mapping[str, Any]
    on: date
    at: datetime


def event(case: Case, step: str, move: Move, actor: Actor, now: Moment, sent: Mapping[str, Any]) -> Happened:
    note, because = str(sent.get("reason", "")), spelt(move.findings)
    way = (step, case.state, move.target)
    return Happened(case.pk, *way, actor.user, actor.person, note, because, dict(sent), now.day, now.at)


def happens(case: Case, step: str, target: str, note: str, actor: Actor, now: Moment) -> None:
    """What another act brings about in a case: its event and its leaf. Inside the caller's transaction."""
    made = Happened(case.pk, step, case.state, target, actor.user, actor.person, note, spelt(()), {},
                    now.day, now.at)  # fmt: skip
    add_rows(Event, [made])
    record(f"case.{step}", case.ref, leaf_of(made), now.at)


def leaf_of(event: Happened) -> dict[str, Any]:
    """What the record keeps of an event. Its reasons stand in the event; the record holds their digest."""
    told = {} if event.note == str(event.sent.get("reason", "")) else {"note": event.note}
    return told | {
        "step": event.step,
        "source": event.source,
        "target": event.target,
        "actor": event.actor_id,
        "person": event.person_id,
        "on": event.on,
        "sent": event.sent,
        "because_sha256": sha256(event.because.encode()).hexdigest(),
    }


def spelt(findings: Sequence[Finding]) -> Spelt:
    """The findings as the event keeps them, in the one text that the record digests."""
    return Spelt(f"[{','.join(map(_told, findings))}]")


@lru_cache(REMEMBERED)
def _told(finding: Finding) -> str:
    """What was found, in both languages, and on which record."""
    words = finding.explain()
    return canonical(
        {"rule": finding.rule, "clause": finding.clause, "verdict": finding.verdict.value, "zh": words.zh,
         "en": words.en, "assumptions": list(finding.assumptions)}
    )  # fmt: skip
