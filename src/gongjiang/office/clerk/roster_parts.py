"""One part of a roster: its faults are kept, its good rows become cases and go through the door together."""

from collections.abc import Mapping, Sequence

from gongjiang.law.claim_terms import Channel
from gongjiang.law.money import Fen
from gongjiang.law.procedure import Step
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Roster, RosterDoubt, RosterFault
from gongjiang.office.clerk import asked_of_cases as asked
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.opening import numbers
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.roster_registers import Registers, registers_of
from gongjiang.office.journal.adding import add_many
from gongjiang.office.registry.sheets.claims import Read
from gongjiang.office.registry.sheets.row import Fault
from gongjiang.plans import plan_of

Found = tuple[int, Read | list[Fault] | tuple[int, int]]
"""The number of a row, and what it came to: read, faulty, or the repetition of an earlier row."""


def take_part(
    roster: Roster, found: Sequence[Found], actor: Actor, now: Moment, headings: Mapping[str, str]
) -> tuple[int, Fen]:
    """How many rows became submitted cases, and their sum. Inside the caller's transaction."""
    scheme = plan_of(roster.scheme)[roster.scheme]
    faults = [
        fault for _, one in found if not isinstance(one, Read) for fault in _faults(roster, one, headings)
    ]
    registers, reads = registers_of([one for _, one in found if isinstance(one, Read)], now)
    held = _held(scheme, reads)
    refused = [*registers.refused, *((r, "certificate", held[r.row]) for r in reads if r.row in held)]
    reads = [read for read in reads if read.row not in held]
    cases = _opened(roster, scheme, reads, registers, now)
    done = perform_many((), entry(scheme, actor).name, actor, now, fresh=cases)
    rows = {case.pk: read for case, read in zip(cases, reads, strict=True)}
    refused += [(rows[case.pk], "name", said) for case, said in done.refused]
    faults += [_fault(roster, read.row, headings.get(key, key), said) for read, key, said in refused]
    add_many(faults)
    add_many([_doubt(roster, one) for case in done.moved for one in rows[case.pk].doubts])
    return len(done.moved), sum(rows[case.pk].amount for case in done.moved)


def entry(scheme: Scheme, actor: Actor) -> Step:
    """The step by which somebody in this role puts a case forward."""
    for step in scheme.procedure.leaving(State.DRAFT):
        if step.by in actor.roles and step.target not in (None, State.ENDED, State.WITHDRAWN):
            return step
    raise refuse("您的岗位不能报送花名册", "Nobody in your post may send rosters")


def _opened(
    roster: Roster, scheme: Scheme, reads: Sequence[Read], registers: Registers, now: Moment
) -> list[Case]:
    given = numbers(now.day.year, len(reads)) if reads else []
    made = [
        Case(
            number=number,
            scheme=scheme.slug,
            person=registers.people[read.id_number],
            employer=registers.units[read.employer_code],
            answers=answers_of(read),
            opened_on=now.day,
            roster=roster,
            row=read.row,
            account=registers.accounts[read.row],
        )
        for number, read in zip(given, reads, strict=True)
    ]
    add_many(made)
    return made


def answers_of(read: Read) -> dict[str, str]:
    """What the row states. A roster claims under the plan itself."""
    return {
        "certificate_number": read.certificate_number,
        "claimant": read.claimant,
        "channel": Channel.PLAN.value,
    }


def _held(scheme: Scheme, reads: Sequence[Read]) -> dict[int, Words]:
    """The rows on whose certificate a live case claims already."""
    keys = {key: read.row for read in reads for key in scheme.holds(answers_of(read))}
    return {
        keys[key]: Words(f"已有办件 {number} 申领", f"case {number} already claims on it")
        for key, _, number in asked.holds(keys)
    }


def _faults(
    roster: Roster, one: list[Fault] | tuple[int, int], headings: Mapping[str, str]
) -> list[RosterFault]:
    if isinstance(one, list):
        return [_fault(roster, fault.row, fault.column, fault.said) for fault in one]
    row, of_row = one
    said = Words(f"与第 {of_row} 行的证书编号相同", f"the same certificate as row {of_row}")
    made = _fault(roster, row, headings["certificate"], said)
    made.repeats = of_row
    return [made]


def _doubt(roster: Roster, one: Fault) -> RosterDoubt:
    zh, en = one.said.zh[:200], one.said.en[:200]
    return RosterDoubt(roster=roster, row=one.row, column=one.column[:40], zh=zh, en=en)


def _fault(roster: Roster, row: int, column: str, said: Words) -> RosterFault:
    return RosterFault(roster=roster, row=row, column=column[:40], zh=said.zh[:200], en=said.en[:200])
