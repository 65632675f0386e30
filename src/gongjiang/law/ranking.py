"""Who is selected: the walk down the ranking, or the walk that looks ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gongjiang.law.candidates import Candidate, Caps, Room, ranked, total
from gongjiang.law.completion import NotProved, Search
from gongjiang.law.words import Problem

SELECTED = "selected"
BELOW = "below line"
LOOKED_AHEAD = "lookahead"

Fill = Literal["walk", "lookahead"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Winners in rank order, and for everybody in rank order the reason.

    Reasons: "selected", "below line", "cap:a,b" (attributes sorted), "veto:why", and "lookahead" for one
    passed over so that more seats can be filled. `fillable` is how many seats could be filled at most;
    `proved` is False when the search gave up before proving it or a "lookahead".
    """

    winners: tuple[str, ...]
    log: tuple[tuple[str, str], ...]
    total: Decimal
    filled: int
    fillable: int
    proved: bool


def select(candidates: Sequence[Candidate], seats: int, caps: Caps, *, fill: Fill) -> Selection | Problem:
    """Select under caps: attribute -> value -> most winners, "*" standing for every other value.

    "walk" takes the next in rank whom no cap stops and may leave seats empty. "lookahead" fills as many
    seats as can be filled and is, among such selections, the best by rank. Which of the two is policy, so
    there is no default. A Problem when two are tied throughout.
    """
    order = ranked(candidates)
    if isinstance(order, Problem):
        return order
    eligible = [one for one in order if not one.veto]
    search = searching(eligible, caps)
    witness, proved = most(search, len(eligible), seats)
    if fill == "walk":
        passed: Mapping[str, str] = {}
        needed_proof = proved
    else:
        passed, needed_proof = foresee(search, eligible, witness, proved)
    winners, log = walked(order, seats, caps, passed)
    return Selection(
        tuple(w.id for w in winners), log, total(winners), len(winners), len(witness), needed_proof
    )


def walked(
    order: Sequence[Candidate], seats: int, caps: Caps, passed: Mapping[str, str]
) -> tuple[list[Candidate], tuple[tuple[str, str], ...]]:
    """Walk down the ranking; `passed` holds ids to be passed over and the reason."""
    room, winners, log = Room(caps), list[Candidate](), list[tuple[str, str]]()
    for one in order:
        reason = why_not(one, room, len(winners) >= seats) or passed.get(one.id) or SELECTED
        if reason == SELECTED:
            room.take(one)
            winners.append(one)
        log.append((one.id, reason))
    return winners, tuple(log)


def why_not(one: Candidate, room: Room, seated: bool) -> str | None:
    """Why a candidate is not taken now, if so; a veto speaks first, caps only while seats are left."""
    if one.veto:
        return f"veto:{one.veto}"
    if seated:
        return BELOW
    full = room.full(one)
    return f"cap:{','.join(full)}" if full else None


def searching(eligible: Sequence[Candidate], caps: Caps) -> Search:
    """The search over candidates in rank order."""
    room = Room(caps)
    slots = [dict(room.slots(one)) for one in eligible]
    rows = [tuple((name, held[name]) if name in held else None for name in sorted(caps)) for held in slots]
    used = {slot for row in rows for slot in row if slot is not None}
    return Search(rows, {slot: room.left(slot) for slot in used})


def most(search: Search, count: int, seats: int) -> tuple[list[int], bool]:
    """As many as can be seated together, and whether no more is proved impossible."""
    proved = True
    everybody = range(count)
    for need in range(search.bound(everybody, seats), 0, -1):
        found = search.ask(everybody, need)
        if isinstance(found, list):
            return found, proved
        proved = proved and not isinstance(found, NotProved)
    return [], proved


def foresee(
    search: Search, eligible: Sequence[Candidate], witness: Sequence[int], proved: bool
) -> tuple[dict[str, str], bool]:
    """Whom to pass over so that the remaining seats can still be filled; `witness` is one full selection."""
    passed: dict[str, str] = {}
    ahead = set(witness)
    left = len(witness)
    for i, one in enumerate(eligible):
        if not left or not search.fits(i):
            continue
        search.take(i)
        if i not in ahead:
            found = search.ask(range(i + 1, len(eligible)), left - 1)
            if not isinstance(found, list):
                search.take(i, -1)
                passed[one.id] = LOOKED_AHEAD
                proved = proved and found is None
                continue
            ahead = set(found)
        left -= 1
    return passed, proved
