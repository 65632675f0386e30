"""The made-up certificates: up to three a person, numbered as the ministry numbers them."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from gongjiang.law.claim_terms import Channel, Obtained, WorkStatus
from gongjiang.law.plan import Plan
from gongjiang.law.register import KEY, CertificateState
from gongjiang.law.terms import SkillLevel as L
from gongjiang.office.bulk.chance import Chance
from gongjiang.office.bulk.making_persons import LATEST

MOST = 3
ODDS = (0.35, 0.13, 0.03)
"""The odds of a first, a second and a third certificate."""
SPAN = 7_600
LEVELS = {L.JUNIOR_WORKER: 20, L.INTERMEDIATE_WORKER: 34, L.SENIOR_WORKER: 29, L.TECHNICIAN: 11,
          L.SENIOR_TECHNICIAN: 5.5, L.SPECIAL_TECHNICIAN: 0.5}  # fmt: skip
STATES = {CertificateState.VERIFIED: 93, CertificateState.DECLARED: 5, CertificateState.NOT_FOUND: 1.5,
          CertificateState.REVOKED: 0.5}  # fmt: skip
WAYS = {None: 97, Obtained.CONTEST: 1.5, Obtained.RECOGNITION: 1, Obtained.OTHER: 0.5}
STATUS = {WorkStatus.ENTERPRISE_WORKER: 88, WorkStatus.UI_BENEFIT: 1, WorkStatus.STUDENT: 4,
          WorkStatus.PUBLIC_INSTITUTION: 3, WorkStatus.FLEXIBLE: 3, WorkStatus.RETIRED: 1}  # fmt: skip
DIGIT = {L.SENIOR_TECHNICIAN: "1", L.TECHNICIAN: "2", L.SENIOR_WORKER: "3", L.INTERMEDIATE_WORKER: "4",
         L.JUNIOR_WORKER: "5", L.SPECIAL_TECHNICIAN: "1"}  # fmt: skip
CLASS, PERFECT = 30, 0.04


def certificates_of(plan: Plan, seed: int, persons: pl.DataFrame) -> pl.DataFrame:
    occupations = [name for group in plan.registers.groups for name in group.occupations]
    return pl.concat([_one(seed, persons, turn, occupations) for turn in range(MOST)]).sort(KEY, "number")


def _one(seed: int, persons: pl.DataFrame, turn: int, occupations: list[str]) -> pl.DataFrame:
    """The first, second or third certificate of those who have one."""
    held = persons.filter(Chance(seed, pl.col("place")).share(20) < ODDS[turn]).select("place", KEY, "birth")
    chance = Chance(seed, pl.col("place") * MOST + turn)
    ui = (pl.col("level") == L.SENIOR_WORKER.value) & chance.happens(23, 0.15)
    kinds = {name: 1.0 + n % 3 for n, name in enumerate(occupations)}
    made = held.with_columns(
        issued_on=_issued(chance),
        level=chance.one_of(24, _plain(LEVELS)),
        occupation=chance.one_of(25, kinds),
    )
    return made.with_columns(
        number=_number(chance, turn),
        number_agrees=~chance.happens(28, 0.006),
        state=chance.one_of(29, _plain(STATES)),
        obtained_by=chance.one_of(30, _plain(WAYS)),
        channel=pl.when(ui).then(pl.lit(Channel.UI.value)),
        insured_months=chance.below(31, 240),
        work_status=chance.one_of(32, _plain(STATUS)),
        shortage=pl.when(chance.happens(33, 0.08)).then(True),
        **_class(seed, turn),
    )


def _issued(chance: Chance) -> pl.Expr:
    """Of late more often than long ago, once grown up; a very few on a day that cannot be."""
    day = (LATEST - pl.duration(days=(chance.share(21) ** 2 * SPAN).cast(pl.Int64))).cast(pl.Date)
    grown = pl.min_horizontal(pl.col("birth").dt.offset_by("17y"), pl.lit(LATEST))
    never = pl.col("birth") - pl.duration(days=400)
    return pl.when(chance.happens(22, 0.0002)).then(never).otherwise(pl.max_horizontal(day, grown))


def _plain(weights: Mapping[Any, float]) -> dict[str | None, float]:
    return {None if word is None else word.value: weight for word, weight in weights.items()}


def _number(chance: Chance, turn: int) -> pl.Expr:
    """Assessor, province 42, site, year, level, serial: site and serial together are the row's own."""
    own = (pl.col("place") * MOST + turn).cast(pl.String).str.zfill(12)
    digit = pl.col("level").replace_strict({lv.value: d for lv, d in DIGIT.items()}, return_dtype=pl.String)
    year = (pl.col("issued_on").dt.year() % 100).cast(pl.String).str.zfill(2)
    assessor = chance.below(27, 900).cast(pl.String).str.zfill(4)
    kind = pl.when(chance.happens(26, 0.6)).then(pl.lit("Y")).otherwise(pl.lit("S"))
    return pl.concat_str(kind, assessor, pl.lit("42"), own.str.slice(0, 6), year, digit, own.str.slice(6, 6))


def _class(seed: int, turn: int) -> dict[str, pl.Expr]:
    """Most were taught in a class; in a few classes nobody failed."""
    index = pl.col("place") // (CLASS * MOST)
    chance = Chance(seed, index)
    taught = Chance(seed, pl.col("place") * MOST + turn).happens(34, 0.6)
    passed = taught.sum().over(index)
    failed = pl.when(chance.happens(35, PERFECT)).then(0).otherwise(1 + chance.below(36, 9))
    name = pl.format("C{}-{}", index, pl.lit(turn))
    return {
        "class": pl.when(taught).then(name),
        "class_size": pl.when(taught).then(passed.cast(pl.Int64) + failed),
    }
