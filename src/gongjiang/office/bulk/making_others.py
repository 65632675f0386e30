"""The made-up honours, contest results and payments."""

import polars as pl

from gongjiang.law.claim_terms import Claimant, ClaimKind
from gongjiang.law.money import yuan
from gongjiang.law.plan import Plan
from gongjiang.law.register import KEY, CertificateState
from gongjiang.law.terms import ContestClass as C
from gongjiang.law.terms import HonourLevel, Medal, Recommender, SkillLevel
from gongjiang.office.bulk.adapting import per_certificate
from gongjiang.office.bulk.chance import Chance
from gongjiang.office.bulk.dictionary import titles
from gongjiang.office.bulk.making_persons import LATEST

HELD, AGAIN, COMPETED = 0.025, 0.006, 0.012
RARITY = {HonourLevel.EMPLOYER: 60, HonourLevel.DISTRICT: 25, HonourLevel.CITY: 3, HonourLevel.PROVINCE: 1,
          HonourLevel.NATION: 0.2}  # fmt: skip
UNLISTED = ("优秀员工", "青年标兵")
CLASSES = {C.CITY_2: 40, C.CITY_1: 25, C.PROVINCE_2: 12, C.PROVINCE_1: 10, C.NATIONAL_2: 6, C.NATIONAL_1: 4,
           C.TRIAL: 2.6, C.WORLDSKILLS: 0.4}  # fmt: skip
MEDALS = {None: 82, Medal.GOLD: 4, Medal.SILVER: 5, Medal.BRONZE: 6, Medal.EXCELLENCE: 3}
SENDERS = {Recommender.CITY_HRSS: 70, Recommender.CENTRAL_ENTERPRISE: 15, Recommender.OTHER: 15}
PAID = 0.45
KINDS = {ClaimKind.PLAN: 70, ClaimKind.UI: 22, ClaimKind.OTHER: 8}
SUM = yuan(2_000)
HIGH = (SkillLevel.SENIOR_WORKER, SkillLevel.TECHNICIAN, SkillLevel.SENIOR_TECHNICIAN)


def honours_of(plan: Plan, seed: int, persons: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(
        [_honours(plan, seed, persons, 40 + 10 * n, odds) for n, odds in enumerate((HELD, AGAIN))]
    )


def _honours(plan: Plan, seed: int, persons: pl.DataFrame, salt: int, odds: float) -> pl.DataFrame:
    chance = Chance(seed, pl.col("place"))
    names = {entry.said.zh: float(RARITY[entry.level]) for entry in plan.registers.honours}
    names |= {a: RARITY[e.level] / 20 for e in plan.registers.honours for a in e.aliases}
    names |= dict.fromkeys(UNLISTED, 6.0)
    held = persons.filter(chance.happens(salt, odds))
    given = LATEST - pl.duration(days=chance.below(salt + 2, 5_000))
    return held.select(
        KEY,
        "place",
        chance.one_of(salt + 1, names).alias("name"),
        pl.lit(None, dtype=pl.String).alias("level"),
        pl.lit(None, dtype=pl.Boolean).alias("skilled"),
        given.cast(pl.Date).alias("given_on"),
        pl.when(chance.happens(salt + 3, 0.01)).then(pl.lit(LATEST)).alias("revoked_on"),
    )


def results_of(seed: int, persons: pl.DataFrame) -> pl.DataFrame:
    chance = Chance(seed, pl.col("place"))
    team = chance.one_of(65, {None: 85, 2: 9, 3: 4, 5: 2}, pl.Int64)
    return persons.filter(chance.happens(60, COMPETED)).select(
        KEY,
        pl.format("赛{}", chance.below(61, 400)).alias("contest"),
        chance.one_of(62, {k.value: weight for k, weight in CLASSES.items()}).alias("class"),
        chance.one_of(63, {k and k.value: weight for k, weight in MEDALS.items()}).alias("medal"),
        (chance.share(64) ** 2 * 24 + 1).floor().cast(pl.Int64).alias("rank"),
        chance.one_of(66, {k.value: weight for k, weight in SENDERS.items()}).alias("recommended_by"),
        chance.happens(67, 0.95).alias("on_register"),
        team.alias("team_size"),
        pl.when(chance.happens(68, 0.002)).then(pl.lit(LATEST)).alias("annulled_on"),
    )


def payments_of(plan: Plan, seed: int, certificates: pl.DataFrame, honours: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([*_subsidies(plan, seed, certificates), *_rewards(plan, seed, honours)])


def _subsidies(plan: Plan, seed: int, certificates: pl.DataFrame) -> list[pl.DataFrame]:
    """What was paid for the certificates that stand at a level that is paid for."""
    chance = Chance(seed, pl.col("place"))
    high = pl.col("level").is_in([level.value for level in HIGH])
    standing = certificates.filter(high & (pl.col("state") == CertificateState.VERIFIED.value))
    paid = standing.filter(chance.happens(70, PAID))
    slug = next((scheme.slug for scheme in plan.schemes if per_certificate(scheme)), "subsidy")
    day = pl.col("issued_on") + pl.duration(days=20 + chance.below(72, 200))
    return [
        paid.select(
            KEY, pl.lit(slug).alias("scheme"),
            chance.one_of(71, {kind.value: weight for kind, weight in KINDS.items()}).alias("kind"),
            pl.col("number").alias("certificate"), "occupation", "level",
            chance.one_of(73, {Claimant.WORKER.value: 6, Claimant.UNIT.value: 4}).alias("claimant"),
            (~chance.happens(74, 0.01)).alias("stands"), day.cast(pl.Date).alias("paid_on"),
            pl.lit(SUM, dtype=pl.Int64).alias("amount_fen"),
        )
    ]  # fmt: skip


def _rewards(plan: Plan, seed: int, honours: pl.DataFrame) -> list[pl.DataFrame]:
    """What was paid to those who hold a title that brings money of its own accord."""
    chance, named, none = Chance(seed, pl.col("place")), titles(plan.registers), pl.lit(None, dtype=pl.String)
    return [
        honours.filter(pl.col("name").is_in(named[scheme.opens_on.slug]) & chance.happens(80, 0.7)).select(
            KEY, pl.lit(scheme.slug).alias("scheme"), none.alias("kind"), none.alias("certificate"),
            none.alias("occupation"), none.alias("level"), none.alias("claimant"),
            pl.lit(True).alias("stands"), pl.col("given_on").alias("paid_on"),
            pl.lit(SUM, dtype=pl.Int64).alias("amount_fen"),
        )
        for scheme in plan.schemes if scheme.opens_on is not None
    ]  # fmt: skip
