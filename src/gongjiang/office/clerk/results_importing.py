"""Importing a sheet of contest results: checked first, then every good entry goes in by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.words import Problem, Words
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.contests import NewEntry, enter
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.results import Outcome, file_result
from gongjiang.office.journal.models import record
from gongjiang.office.registry.blinding import any_of, latest, latest_of
from gongjiang.office.registry.models import Edition, Entry, NominatingBody, Trade
from gongjiang.office.registry.sheets.contest_columns import COLUMNS
from gongjiang.office.registry.sheets.contest_row import Known, ResultRead
from gongjiang.office.registry.sheets.contests import CheckedResults, check_results
from gongjiang.office.registry.sheets.reading import Sheet, read_sheet


@dataclass
class Taken:
    filed: int = 0
    unchanged: int = 0
    refused: list[tuple[int, Words]] = field(default_factory=list)


def known_editions(only: Edition | None) -> Known:
    """What the register holds; of one edition, where the sheet is of that."""
    trades: dict[tuple[str, str], dict[str, int]] = {}
    held = Edition.objects.filter(pk=only.pk) if only else Edition.objects.all()
    for edition in held.select_related("contest").prefetch_related("trades"):
        trades[edition.contest.name, edition.name] = {t.name: t.team_size for t in edition.trades.all()}
    bodies = {alias: body.name for body in NominatingBody.objects.all() for alias in body.named}
    return Known(trades, bodies, (only.contest.name, only.name) if only else None)


def check(
    data: bytes, known: Known, today: date, renamed: Mapping[str, str] | None = None
) -> tuple[Sheet, CheckedResults]:
    sheet = read_sheet(data, COLUMNS, renamed)
    if isinstance(sheet, Problem):
        raise Refused(sheet.said)
    return sheet, check_results(sheet, known, today)


def take_in(rows: Sequence[ResultRead], actor: Actor, now: Moment) -> Taken:
    """One that is refused leaves the others as they are; what is on file already is left alone."""
    must(actor, "register.keep")
    trades = {
        (t.edition.contest.name, t.edition.name, t.name): t
        for t in Trade.objects.select_related("edition__contest")
    }
    bodies, done = {body.name: body for body in NominatingBody.objects.all()}, Taken()
    for _, group in groupby(sorted(rows, key=_place), key=_place):
        members = list(group)
        try:
            changed = _filed(trades[*members[0].edition, members[0].trade], members, bodies, actor, now)
        except Refused as no:
            done.refused += [(read.row, no.said) for read in members]
            continue
        done.filed, done.unchanged = done.filed + changed, done.unchanged + (not changed)
    told = {"filed": done.filed, "unchanged": done.unchanged, "refused": len(done.refused), "by": actor.user}
    record("results.import", "sheet", told, now.at)
    return done


def _place(read: ResultRead) -> tuple[str, ...]:
    return tuple(f"{part:08d}" if isinstance(part, int) else str(part) for part in read.entry)


@transaction.atomic
def _filed(trade: Trade, members: Sequence[ResultRead], bodies: Mapping[str, NominatingBody],
           actor: Actor, now: Moment) -> bool:  # fmt: skip
    first = members[0]
    entry = entered(trade, members)
    if entry is None:
        named = tuple(Named(r.name, r.id_number, r.employer, r.employer_code) for r in members)
        body = bodies.get(first.body)
        new = NewEntry(named, first.channel, first.team, first.delegation, body)
        entry = enter(trade, new, actor, now)
    elif entry.recommended_by != first.channel:
        raise refuse("选派渠道与报名不一致", "Another channel is on record for this entry")
    outcome = Outcome(first.rank, first.medal, first.raw, _points(entry))
    return file_result(entry, outcome, actor, now)[1]


def _points(entry: Entry) -> int | None:
    """A sheet knows no points of the scale: those drawn up stay."""
    return entry.result.points if hasattr(entry, "result") else None


def entered(trade: Trade, members: Sequence[ResultRead]) -> Entry | None:
    """The entry of just these people, under the names on record; nobody's where none has entered."""
    wanted = {latest_of(read.id_number): read.name for read in members}
    numbers = any_of(read.id_number for read in members)
    found = Entry.objects.filter(
        trade=trade,
        withdrawn_on=None,
        competitors__person__id_index__in=numbers,
        competitors__withdrawn=False,
    ).distinct()
    entries = list(found[:2])
    if not entries:
        return None
    named = [c.person for c in entries[0].competitors.select_related("person")]
    people = {latest(person.id_index or ""): person.name for person in named}
    if len(entries) > 1 or people != wanted:
        raise refuse("选手与报名不一致", "The people are not those who entered")
    return entries[0]
