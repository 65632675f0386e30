"""What a change would cost: one register asked twice, the answers added up side by side.

Only sums leave this module: nobody who is in the register can be found in them by name or number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from gongjiang.law.columns import AMOUNT, OUTCOME
from gongjiang.law.register import KEY, CertificateState
from gongjiang.law.scenario import Scenario
from gongjiang.law.scheme import Outcome
from gongjiang.law.terms import SkillLevel
from gongjiang.office.bulk.adapting import OWN, per_certificate
from gongjiang.office.bulk.engines import Engine
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.parts import Part, parts
from gongjiang.office.bulk.risks import table
from gongjiang.office.bulk.scanning import Count, Question, Tally, answered, opened

DIMENSIONS = ("district", "level", "employer", "month")
UNKNOWN = ""
SHOWN, MONTHS = 30, 24
"""How many employers and how many months are told apart; the others are added up."""
OTHERS = "…"
Cells = dict[str, tuple[int, int]]
"""By a value of a dimension: how many people, and how many fen."""


@dataclass
class Side:
    """One of the two answers: the counts of every scheme, and the sums by each dimension."""

    counts: dict[str, Count] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    cells: dict[str, Cells] = field(default_factory=lambda: {name: {} for name in DIMENSIONS})

    def add(self, rows: pl.DataFrame) -> None:
        """The eligible of one part, with their dimensions; whom two schemes pay counts twice."""
        for slug, number in rows.group_by("scheme").agg(pl.col(KEY).n_unique()).iter_rows():
            self.people[slug] = self.people.get(slug, 0) + number
        for name, cells in self.cells.items():
            each = rows.group_by(name, "scheme").agg(pl.col(KEY).n_unique(), pl.col(AMOUNT).sum())
            sums = each.group_by(name).agg(pl.col(KEY, AMOUNT).sum())
            for value, people, fen in sums.iter_rows():
                had = cells.get(value or UNKNOWN, (0, 0))
                cells[value or UNKNOWN] = had[0] + people, had[1] + fen


@dataclass(frozen=True)
class Simulated:
    today: Side
    changed: Side


def simulate(engine: Engine, register: Register, asked: Question, scenario: Scenario) -> Simulated:
    """Schemes that the scenario does not touch are asked once."""
    touched = tuple(scheme for scheme in asked.schemes if scenario.touches(scheme))
    kept = tuple(scheme for scheme in asked.schemes if scheme not in touched)
    changed = tuple(scenario.scheme(scheme) for scheme in touched)
    now, then, tally, other = Side(), Side(), Tally(), Tally()
    for part in parts(register):
        tables = opened(engine, part)
        for schemes, settings, sides, counts in (
            (kept, asked.settings, (now, then), (tally, other)),
            (touched, asked.settings, (now,), (tally,)),
            (changed, scenario.settings(asked.settings), (then,), (other,)),
        ):
            if not schemes:
                continue
            question = Question(asked.plan, schemes, asked.day, settings)
            rows = placed(part, eligible(engine, tables, question, counts), question)
            for side in sides:
                side.add(rows)
    now.counts, then.counts = tally.counts, other.counts
    return Simulated(now, then)


def eligible(
    engine: Engine, tables: Mapping[str, Any], question: Question, counts: tuple[Tally, ...]
) -> pl.DataFrame:
    rows = answered(engine, tables, question, counts[0])
    for tally in counts[1:]:
        tally.counts.update({scheme.slug: counts[0].counts[scheme.slug] for scheme in question.schemes})
    return rows.filter(pl.col(OUTCOME) == Outcome.ELIGIBLE.value).select(KEY, "scheme", OWN, AMOUNT)


def placed(part: Part, rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """The rows with where, at what level, with whom and in which month: of the certificate where it is one's
    own; otherwise the person's highest level, and the month that is asked about."""
    claims = [scheme.slug for scheme in question.schemes if per_certificate(scheme)]
    persons = table(part, "persons").select(KEY, pl.col("district", "employer").cast(pl.String))
    state, level = pl.col("state").cast(pl.String), pl.col("level").cast(pl.String)
    standing = table(part, "certificates").filter(state.ne_missing(CertificateState.REVOKED.value))
    own = standing.select(
        pl.col("number").cast(pl.String).alias(OWN),
        level.alias("own_level"),
        pl.col("issued_on").dt.strftime("%Y-%m").alias("issued"),
    )
    mine, month = pl.col("scheme").is_in(claims), pl.lit(f"{question.day:%Y-%m}")
    joined = rows.lazy().join(persons, on=KEY, how="left").join(own, on=OWN, how="left")
    return (
        joined.join(highest(standing, rows), on=KEY, how="left")
        .with_columns(
            level=pl.when(mine).then("own_level").otherwise(pl.col("level").fill_null(SkillLevel.NONE.value)),
            month=pl.when(mine).then("issued").otherwise(month),
        )
        .select(KEY, "scheme", AMOUNT, *DIMENSIONS)
        .collect()
    )


def highest(certificates: pl.LazyFrame, rows: pl.DataFrame) -> pl.LazyFrame:
    """The highest level of everybody in the rows."""
    ranks = SkillLevel.ranks()
    words = {place: word for word, place in ranks.items()}
    rank = pl.col("level").cast(pl.String).replace_strict(ranks, default=None, return_dtype=pl.Int64)
    held = certificates.join(rows.lazy().select(KEY).unique(), on=KEY, how="semi")
    best = held.group_by(KEY).agg(rank.max().alias("rank"))
    return best.select(KEY, level=pl.col("rank").replace_strict(words, default=None, return_dtype=pl.String))


def told(found: Simulated, question: Question) -> dict[str, Any]:
    """The answer as plain values: what a page, a file and a kept scenario hold."""
    return {
        "on": question.day.isoformat(),
        "schemes": [
            {"scheme": scheme.slug, "clause": scheme.clause, "zh": scheme.said.zh, "en": scheme.said.en,
             "today": counted(found.today, scheme.slug), "changed": counted(found.changed, scheme.slug)}
            for scheme in question.schemes
        ],
        "by": {name: list(sides(found, name)) for name in DIMENSIONS},
    }  # fmt: skip


def counted(side: Side, slug: str) -> dict[str, int]:
    count = side.counts[slug]
    return {
        "people": side.people.get(slug, 0), "eligible": count.eligible, "needs_person": count.needs_person,
        "not_eligible": count.not_eligible, "fen": count.amount_fen,
    }  # fmt: skip


def sides(found: Simulated, name: str) -> Iterator[dict[str, Any]]:
    """Every value of a dimension, side by side: employers by what is at stake, the latest month first."""
    now, then = found.today.cells[name], found.changed.cells[name]
    values = ordered(name, now, then)
    most = {"employer": SHOWN, "month": MONTHS}.get(name, len(values))
    for value in values[:most]:
        yield cell(value, [now.get(value, (0, 0))], [then.get(value, (0, 0))])
    left = values[most:]
    if left:
        yield cell(OTHERS, [now.get(v, (0, 0)) for v in left], [then.get(v, (0, 0)) for v in left])


def ordered(name: str, now: Cells, then: Cells) -> list[str]:
    values = {*now, *then}
    if name == "employer":
        return sorted(
            values, key=lambda value: (-max(now.get(value, (0, 0))[1], then.get(value, (0, 0))[1]), value)
        )
    if name == "month":
        return sorted(values, reverse=True)
    ranks = SkillLevel.ranks()
    return sorted(values, key=lambda value: (ranks.get(value, -1) if name == "level" else 0, value))


def cell(value: str, now: list[tuple[int, int]], then: list[tuple[int, int]]) -> dict[str, Any]:
    def total(pairs: list[tuple[int, int]]) -> dict[str, int]:
        return {"people": sum(people for people, _ in pairs), "fen": sum(fen for _, fen in pairs)}

    return {"value": value, "today": total(now), "changed": total(then)}
