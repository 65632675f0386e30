"""Replacing an expert who drops out after the draw, without anybody choosing the substitute."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, replace

from gongjiang.law.draw import code_bytes, ordered
from gongjiang.law.pool import Pool
from gongjiang.law.stratified import RECUSED, USED, Draw, Walk, malformed_code, short, stratum_tickets
from gongjiang.law.words import Problem, problem


@dataclass(frozen=True, slots=True)
class Substitution:
    """Who leaves, who enters, who was passed over and why; `code` when a further one-time code was needed."""

    leaving: str
    entering: str
    skipped: tuple[tuple[str, str], ...]
    code: str | None
    draw: Draw


def substitute(
    pool: Pool, draw: Draw, leaving: str, recused: Set[str], randomness: str, next_code: str | None = None
) -> Substitution | Problem:
    """The first alternate who is not recused for the new set; else a redraw with the next one-time code.

    The draw given back holds the new panel and what is left of the alternates. When the alternates are
    exhausted and `next_code` is None, the problem says so: the next code must be revealed.
    """
    stratum = next((s for s, panel in draw.panel.items() if leaving in panel), None)
    if stratum is None:
        return problem(f"{leaving} 不在专家组中", f"{leaving} is not on the panel")
    walk = fresh_walk(pool, draw, leaving, recused)
    entering, _ = walk.take(draw.alternates[stratum], 1)
    if entering:
        return settled(draw, stratum, leaving, entering[0], walk, None)
    if next_code is None:
        return problem(
            "候补已用尽，须启用下一个一次性码", "no alternate is left: reveal the next one-time code"
        )
    return redrawn(pool, draw, stratum, leaving, walk, randomness, next_code)


def fresh_walk(pool: Pool, draw: Draw, leaving: str, recused: Set[str]) -> Walk:
    """A walk that knows the panel still sitting and the recusals for the new set."""
    sitting = [label for panel in draw.panel.values() for label in panel if label != leaving]
    orgs = Counter(pool.experts[label].org for label in sitting)
    barred = dict.fromkeys(pool.recused | recused, RECUSED)
    return Walk(replace(pool, alternates=0), barred, orgs)


def redrawn(
    pool: Pool, draw: Draw, stratum: str, leaving: str, walk: Walk, randomness: str, code: str
) -> Substitution | Problem:
    """The same pool minus everybody already used, walked with the next code."""
    if code_bytes(code) is None:
        return malformed_code()
    used = {*draw.panel[stratum], *draw.alternates[stratum], *draw.departed}
    walk.barred = {**walk.barred, **dict.fromkeys(used, USED)}
    fresh = stratum_tickets(pool, stratum, randomness, code)
    entering, _ = walk.take(ordered(fresh), 1)
    if not entering:
        return short(stratum, len(draw.panel[stratum]) - 1, pool.seats[stratum])
    return settled(draw, stratum, leaving, entering[0], walk, code)


def settled(
    draw: Draw, stratum: str, leaving: str, entering: str, walk: Walk, code: str | None
) -> Substitution:
    """The substitution and the draw that follows from it; the newcomer takes the seat of the one who left."""
    panel = tuple(entering if label == leaving else label for label in draw.panel[stratum])
    # Those passed over stay: a recusal for this set need not hold for the next.
    left = tuple(label for label in draw.alternates[stratum] if label != entering)
    after = replace(
        draw,
        panel={**draw.panel, stratum: panel},
        alternates={**draw.alternates, stratum: left},
        skipped=(*draw.skipped, *walk.skipped),
        departed=(*draw.departed, leaving),
    )
    return Substitution(leaving, entering, tuple(walk.skipped), code, after)
