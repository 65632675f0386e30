"""The made-up people: where they live and work, and for how long on the front line."""

from datetime import date

import polars as pl

from gongjiang.law.plan import Plan
from gongjiang.law.register import KEY
from gongjiang.office.bulk.chance import Chance

FIRST = 10_000_000
BORN, BORN_DAYS = date(1956, 1, 1), 18_200
GROWN, WORKED = 18 * 366, 12_000
LATEST = date(2026, 6, 30)
STAFF = 25
"""People to an employer, on average; a few employers have very many."""
SHARED = 0.002


def persons_of(plan: Plan, seed: int, start: int, stop: int, people: int) -> pl.DataFrame:
    chance = Chance(seed, pl.col("place"))
    districts = [body.said.zh for body in plan.registers.bodies if body.kind == "district"]
    weights = {name: 1.0 + (number * 7 % 5) / 2 for number, name in enumerate(districts)}
    birth = BORN + pl.duration(days=chance.below(1, BORN_DAYS))
    since = birth.dt.offset_by("18y") + pl.duration(days=(chance.share(2) ** 1.5 * WORKED).cast(pl.Int64))
    employer = (chance.share(3) ** 2 * max(people // STAFF, 1)).floor().cast(pl.Int64)
    in_city = chance.one_of(4, {True: 93, False: 5, None: 2}, pl.Boolean)
    return pl.select(place=pl.int_range(start, stop)).select(
        "place",
        (pl.col("place") + FIRST).alias(KEY),
        birth.cast(pl.Date).alias("birth"),
        chance.one_of(5, weights).alias("district"),
        (pl.lit("U") + employer.cast(pl.String).str.zfill(6)).alias("employer"),
        in_city.alias("employer_in_city"),
        chance.one_of(6, {True: 55, False: 43, None: 2}, pl.Boolean).alias("front_line"),
        pl.when(since <= LATEST).then(since.cast(pl.Date)).alias("front_line_since"),
        chance.happens(7, 0.01).alias("unit_head"),
        digest("A", chance, 8, people).alias("account"),
        digest("T", chance, 10, people).alias("phone"),
        digest("D", chance, 10, people).alias("address"),
    )


def digest(letter: str, chance: Chance, salt: int, people: int) -> pl.Expr:
    """Everybody's own, but for a few who share one; telephones and addresses go together."""
    own = pl.col("place") + people
    common = chance.below(salt + 1, max(people // 2_000, 1))
    held = pl.when(chance.happens(salt, SHARED)).then(common).otherwise(own)
    return pl.lit(letter) + held.cast(pl.String).str.zfill(10)
