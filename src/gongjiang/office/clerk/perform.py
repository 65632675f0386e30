"""The one door through which cases change: lock, read, judge, write the event and its leaf, carry out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from gongjiang.law.judge import Offer, brief, judge, offers
from gongjiang.law.procedure import Brief, Move, Refusal
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.cases.models import Case, Event, Quota
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.carrying import files, holds, letters, money, notices, running, titles  # noqa: F401  registers them
from gongjiang.office.clerk.dossier import new_dossiers, read_dossiers
from gongjiang.office.clerk.effects import Act, carry_out
from gongjiang.office.clerk.happened import event, leaf_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.suspensions import barred, held_back
from gongjiang.office.journal.adding import add_rows
from gongjiang.office.journal.models import record_many
from gongjiang.office.journal.prepared import Prepared, PreparedRows
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.plans import plan_of

STALE = Words(
    "该办件刚刚已由他人办理，请刷新后再看", "Somebody has just acted on this case: please look at it again"
)


CASES = Case.objects.select_for_update(of=("self",), no_key=True).order_by("pk").select_related(
    "round", "person", "employer", "body", "account"
)  # fmt: skip
QUOTAS = Quota.objects.select_for_update().order_by("pk").values_list("pk")
held_cases: Prepared[Case] = Prepared(lambda keys: CASES.filter(pk__among=keys))
held_quotas = PreparedRows(
    lambda rounds, bodies: QUOTAS.filter(round__among=rounds, body__among=bodies), kinds=2
)


@dataclass
class Done:
    moved: list[Case] = field(default_factory=list)
    refused: list[tuple[Case, Words]] = field(default_factory=list)


def perform(case: Case, step: str, actor: Actor, now: Moment, sent: Mapping[str, Any] | None = None,
            version: int | None = None) -> Case:  # fmt: skip
    """One case through the door; a refusal is raised, and nothing has changed."""
    done = perform_many([case.pk], step, actor, now, sent, {case.pk: version} if version else None)
    if done.refused:
        raise Refused(done.refused[0][1])
    return done.moved[0]


def perform_many(
    keys: Sequence[int],
    step: str,
    actor: Actor,
    now: Moment,
    sent: Mapping[str, Any] | None = None,
    versions: Mapping[int, int | None] | None = None,
    fresh: Sequence[Case] | None = None,
) -> Done:
    """Cases of one scheme and round through the door together. Each is judged alone; the refused do not move.

    `fresh` are the cases themselves where the caller's transaction has just made them: nobody else can hold
    them, and nothing but their answers is on file.
    Raises Refused when the whole act cannot be done: no budget left, a calendar year not loaded.
    """
    try:
        with transaction.atomic():
            return _perform(keys, step, actor, now, sent or {}, versions or {}, fresh)
    except YearNotLoaded as unknown:
        raise Refused(
            Words(
                f"{unknown.year} 年的放假安排尚未载入，不能计算工作日",
                f"The official calendar of {unknown.year} is not loaded",
            )
        ) from unknown
    except LedgerRefused as no:
        raise Refused(no.said) from no


def _perform(keys: Sequence[int], step: str, actor: Actor, now: Moment, sent: Mapping[str, Any],
             versions: Mapping[int, int | None], fresh: Sequence[Case] | None) -> Done:  # fmt: skip
    cases, done = locked(keys) if fresh is None else fresh, Done()
    if not cases:
        return done
    plan = plan_of(cases[0].scheme)
    scheme, settings = plan[cases[0].scheme], settings_of(plan)
    read = read_dossiers if fresh is None else new_dossiers
    dossiers = read(scheme, cases, now.day, settings, sent)
    moves: list[tuple[Case, Move]] = []
    waiting = held_back(scheme, step, cases) if fresh is None else {}
    for case in cases:
        if said := STALE if versions.get(case.pk) not in (None, case.version) else waiting.get(case.pk):
            done.refused.append((case, said))
            continue
        verdict = judge(plan, scheme, step, dossiers[case.pk], actor, settings)
        if isinstance(verdict, Refusal):
            done.refused.append((case, verdict.said))
        else:
            moves.append((case, verdict))
    write(moves, step, actor, now, sent)
    carry_out(moves, Act(actor, now.day, now.at, plan, settings, sent, step))
    done.moved = [case for case, _ in moves]
    return done


def locked(keys: Sequence[int]) -> list[Case]:
    """The rows, and the quotas they draw on, held until the transaction ends, always in the same order."""
    cases = held_cases(keys)
    held_quotas({case.round_id for case in cases}, {case.body_id for case in cases})
    return cases


def write(
    moves: Sequence[tuple[Case, Move]], step: str, actor: Actor, now: Moment, sent: Mapping[str, Any]
) -> None:
    """The event, its leaf and the new state, for every case that moves."""
    happened = [event(case, step, move, actor, now, sent) for case, move in moves]
    for case, move in moves:
        case.state, case.version = move.target, case.version + 1
    add_rows(Event, happened)
    leaves = zip(happened, moves, strict=True)
    record_many([("case." + e.step, case.ref, leaf_of(e)) for e, (case, _) in leaves], now.at)
    by_state: dict[str, list[int]] = {}
    for case, move in moves:
        by_state.setdefault(move.target, []).append(case.pk)
    for state, keys in by_state.items():
        Case.objects.filter(pk__in=keys).update(state=state, version=F("version") + 1)


def considered(case: Case, today: date) -> Brief:
    """The case with everything the law finds of it. Pages show it."""
    plan = plan_of(case.scheme)
    settings = settings_of(plan)
    dossier = read_dossiers(plan[case.scheme], [case], today, settings)[case.pk]
    return brief(plan, plan[case.scheme], dossier, settings)


def options(case: Case, found: Brief, actor: Actor) -> list[Offer]:
    """What this person could do with this case now, or why not. Pages draw their buttons from it."""
    return barred(offers(found, plan_of(case.scheme)[case.scheme], actor), case)
