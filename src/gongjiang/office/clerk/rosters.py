"""Rosters of claims: sent whole, taken in by parts. Each part is one transaction with its own progress, so a
work that was cut off goes on where the last whole part ended: nothing is lost and nothing comes twice.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from django.db import transaction

from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.words import Problem
from gongjiang.office.cases.models import Roster, RosterAct, RosterState
from gongjiang.office.cases.rulings import closed_to_claims, settings_of
from gongjiang.office.clerk.authority import actor_of, must
from gongjiang.office.clerk.kept_sheets import keep_sheet, kept_sheet
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.clerk.roster_acts import work_act
from gongjiang.office.clerk.roster_parts import Found, take_part
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Organisation
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.office.registry.sheets.claim_standard import Standard
from gongjiang.office.registry.sheets.claims import check_rows
from gongjiang.office.registry.sheets.reading import Sheet, read_sheet
from gongjiang.plans import plan_of, plans

PART = 2000
"""Rows in one transaction: a second or so of work, which is what a cut costs."""


def scheme_of_sheet(kind: str) -> Scheme:
    """The scheme that takes this kind of roster."""
    for plan in plans():
        for scheme in plan.schemes:
            if scheme.roster and scheme.roster.sheet == kind:
                return scheme
    raise refuse(f"没有受理“{kind}”花名册的事项", f"No scheme takes rosters of the kind {kind}")


@transaction.atomic
def send_roster(
    scheme: Scheme, data: bytes, name: str, sender: Organisation | None, renamed: Mapping[str, str],
    actor: Actor, now: Moment,
) -> Roster:  # fmt: skip
    """Keep the file as it came; it is taken in later. The same file comes once."""
    by = must(actor, "roster.send")
    if closed := closed_to_claims(plan_of(scheme.slug), now.day, scheme.slug):
        raise Refused(closed)
    stored, digest = keep_sheet(data)
    if Roster.objects.filter(scheme=scheme.slug, sha256=digest).exists():
        raise refuse("该花名册已经报送过，不能重复报送", "This very roster has been sent before")
    made = Roster.objects.create(
        scheme=scheme.slug, name=name[:160], stored=stored, sha256=digest, renamed=dict(renamed),
        sender=sender, by_id=by, on=now.day, at=now.at,
    )  # fmt: skip
    record("roster.send", made.ref, {"name": made.name, "sha256": digest, "by": by}, now.at)
    return made


def take_in(roster: Roster, actor: Actor, now: Moment, part: int = PART) -> Iterator[Roster]:
    """Take the roster in, part by part; after each the roster with its progress. Call again after a cut."""
    sheet = _opened(roster)
    if isinstance(sheet, Problem):
        _failed(roster, sheet)
        yield roster
        return
    _begun(roster, len(sheet.rows))
    rows = check_rows(sheet.rows, sheet.headings, standard_of(roster.scheme, now))
    numbered = zip((number for number, _ in sheet.rows), rows, strict=True)
    for _ in islice(numbered, roster.done):
        pass
    while found := list(islice(numbered, part)):
        if not _taken(roster, found, actor, now, sheet.headings):
            return
        yield roster
    _ended(roster, now)
    yield roster


def standard_of(scheme: str, now: Moment) -> Standard:
    plan = plan_of(scheme)
    return Standard(plan[scheme], settings_of(plan), now.day)


def _opened(roster: Roster) -> Sheet | Problem:
    data = kept_sheet(roster.stored)
    if data is None:
        raise refuse("花名册文件已不在存放处", "The file of this roster is no longer where it was kept")
    return read_sheet(data, COLUMNS, roster.renamed)


def _failed(roster: Roster, problem: Problem) -> None:
    roster.state, roster.fault = RosterState.FAILED, problem.said.zh[:300]
    roster.save(update_fields=["state", "fault"])


def _begun(roster: Roster, rows: int) -> None:
    roster.state, roster.rows = RosterState.WORKING, rows
    roster.save(update_fields=["state", "rows"])


def _taken(
    roster: Roster, found: list[Found], actor: Actor, now: Moment, headings: Mapping[str, str]
) -> bool:
    """One part, whole or not at all; False where another worker has been here meanwhile."""
    with transaction.atomic():
        held = Roster.objects.select_for_update().get(pk=roster.pk)
        if held.done != roster.done:
            return False
        taken, total = take_part(roster, found, actor, now, headings)
        held.done, held.taken, held.total = held.done + len(found), held.taken + taken, held.total + total
        held.save(update_fields=["done", "taken", "total"])
    roster.done, roster.taken, roster.total = held.done, held.taken, held.total
    return True


def work_one() -> bool:
    """Take in the oldest roster that waits, or that a cut left half done, for whoever sent it."""
    unfinished = (RosterState.WAITING, RosterState.WORKING)
    roster = Roster.objects.filter(state__in=unfinished).select_related("by").order_by("pk").first()
    if roster is None:
        return _work_act(unfinished)
    now = Moment(roster.on, roster.at)
    try:
        for _ in take_in(roster, actor_of(roster.by, roster.on), now):
            pass
    except Refused as no:
        _failed(roster, Problem(no.said))
    return True


def _work_act(unfinished: tuple[RosterState, ...]) -> bool:
    act = RosterAct.objects.filter(state__in=unfinished).select_related("by").order_by("pk").first()
    if act:
        work_act(act)
    return act is not None


@transaction.atomic
def _ended(roster: Roster, now: Moment) -> None:
    held = Roster.objects.select_for_update().get(pk=roster.pk)
    if held.state == RosterState.DONE:
        return
    held.state = roster.state = RosterState.DONE
    held.save(update_fields=["state"])
    told = {"rows": held.rows, "taken": held.taken, "total": held.total}
    record("roster.done", held.ref, told, now.at)
