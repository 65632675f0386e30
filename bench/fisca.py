"""The register loaded into OpenFisca-Core, and what it finds: run by bench.bulk in a process of its own.

Run: python -m bench.fisca REGISTER_DIR OUT.parquet   (needs OpenFisca-Core, installed by hand; never shipped)
"""

import sys
from pathlib import Path

import numpy as np
import polars as pl
from openfisca_core.simulations import SimulationBuilder

from bench.fisca_model import TIERS, system
from gongjiang.law.terms import ContestClass, HonourLevel, SkillLevel
from gongjiang.office.bulk.dictionary import titles
from gongjiang.plans.wuhan import PLAN

LEVELS = SkillLevel.ranks()
KINDS = {"skill_upgrade": 1, "plan": 2, "ui": 3, "other": 4}
STATUS = ["enterprise_worker", "ui_benefit", "student", "public_institution", "flexible", "retired"]
MEDALS = ["gold", "silver", "bronze"]
TITLE = "武汉工匠"
MONTH = "2026-06"


def main(folder, out):
    people, records, claims = read(Path(folder))
    simulation = filled(people, records)
    rows = [*claimed(simulation, claims), *named(simulation, people)]
    pl.concat(rows, how="vertical_relaxed").write_parquet(out)


def place(name, words):
    """A word's place in its vocabulary, from 1."""
    return pl.col(name).replace_strict(
        {w: n + 1 for n, w in enumerate(words)}, default=0, return_dtype=pl.Int32
    )


def ymd(name):
    day = pl.col(name)
    return (
        day.dt.year().cast(pl.Int32) * 10_000 + day.dt.month().cast(pl.Int32) * 100 + day.dt.day()
    ).fill_null(0)


def read(folder):
    """The people, every row of every other table as a record, payments first, and the claims' own numbers."""
    table = {name: pl.scan_parquet([*files_of(folder, name)]) for name in
             ("persons", "certificates", "honours", "results", "payments")}  # fmt: skip
    people = table["persons"].select(
        "person", ymd("front_line_since").alias("since"),
        pl.col("employer_in_city").fill_null(False).alias("in_city"), pl.col("front_line").fill_null(False),
        pl.col("employer_in_city").is_null().alias("in_city_open"),
        pl.col("front_line").is_null().alias("front_line_open"),
    ).collect()  # fmt: skip
    claims = certificates(table["certificates"]).collect()
    numbered = claims.lazy().select("number", "certificate")
    parts = [payments(table["payments"]).join(numbered, left_on="paid_for", right_on="number", how="left"),
             claims.lazy(), honours(table["honours"]), results(table["results"]),
             people.lazy().select("person")]  # fmt: skip
    records = pl.concat([part.collect() for part in parts], how="diagonal_relaxed")
    return people, records, claims.select("person", "number")


def files_of(folder, name):
    single = folder / f"{name}.parquet"
    return [single] if single.exists() else sorted((folder / name).glob("*.parquet"))


def certificates(frame):
    return frame.filter(pl.col("state") != "revoked").select(
        "person", "number", place("level", LEVELS).sub(1).alias("level"), ymd("issued_on").alias("issued_on"),
        pl.col("occupation").cast(OCCUPATIONS).to_physical().cast(pl.Int32),
        pl.lit(True).alias("is_claim"), pl.col("number_agrees").fill_null(False),
        (pl.col("state") == "verified").alias("verified"),
        pl.col("obtained_by").fill_null("assessment").eq("assessment").alias("assessed"),
        pl.col("channel").fill_null("plan").eq("ui").alias("by_ui"), pl.col("shortage").fill_null(False),
        pl.col("insured_months").cast(pl.Int32).alias("months"), place("work_status", STATUS).alias("status"),
    ).with_row_index("certificate", offset=1).with_columns(pl.col("certificate").cast(pl.Int32))  # fmt: skip


def payments(frame):
    return frame.filter(pl.col("kind").is_not_null()).select(
        "person", pl.col("certificate").alias("paid_for"), place("kind", KINDS).alias("kind"),
        place("level", LEVELS).sub(1).alias("level"), pl.col("stands").fill_null(True),
        pl.col("occupation").cast(OCCUPATIONS).to_physical().cast(pl.Int32),
        pl.col("paid_on").dt.year().cast(pl.Int32).alias("paid_year"),
    )  # fmt: skip


def honours(frame):
    levels = list(HonourLevel.ranks())
    known = {
        name: levels.index(e.level.value) for e in PLAN.registers.honours for name in (e.said.zh, *e.aliases)
    }
    called = titles(PLAN.registers)
    return frame.filter(pl.col("revoked_on").is_null()).select(
        "person", pl.col("name").replace_strict(known, default=-1, return_dtype=pl.Int32).alias("honour"),
        pl.lit(True).alias("skilled"), (pl.col("name") == TITLE).alias("titled"),
        *[pl.col("name").is_in(called[slug]).alias(slug) for slug in TIERS],
    )  # fmt: skip


def results(frame):
    return frame.filter(pl.col("annulled_on").is_null()).select(
        "person", place("class", [c.value for c in ContestClass]).alias("contest"), "on_register",
        pl.col("rank").fill_null(0).cast(pl.Int32), pl.col("medal").is_in(MEDALS).fill_null(False),
        (pl.col("recommended_by") == "city_hrss").alias("by_city"),
    )  # fmt: skip


OCCUPATIONS = pl.Enum(sorted({name for group in PLAN.registers.groups for name in group.occupations}))


def filled(people, records):
    """A simulation with its inputs set as arrays: the quickest way in that OpenFisca has."""
    builder, model = SimulationBuilder(), system()
    builder.create_entities(model)
    first = int(people["person"][0])
    builder.declare_person_entity("record", np.arange(records.height))
    person = builder.declare_entity("person", np.arange(people.height))
    person.members_entity_id = records["person"].to_numpy() - first
    simulation = builder.build(model)
    for held, skip in ((records, {"person", "number", "paid_for"}), (people, {"person"})):
        for name in held.columns:
            if name not in skip:
                series = held[name]
                empty = False if series.dtype == pl.Boolean else 0
                simulation.set_input(name, MONTH, series.fill_null(empty).to_numpy())
    return simulation


def claimed(simulation, claims):
    """The certificates that are not refused. Claims lie together among the records."""
    is_claim = simulation.get_array("is_claim", MONTH)
    stands, undecided, fen = (simulation.calculate(name, MONTH)[is_claim]
                              for name in ("claim_stands", "claim_open", "claim_amount"))  # fmt: skip
    frame = claims.with_columns(stands=stands, undecided=undecided, fen=fen).filter("stands")
    yield told(frame, "2.1.2", pl.col("number"), pl.col("fen").cast(pl.Int64))


def named(simulation, people):
    asked = [("2.1.3", "direct", "direct"), ("2.2.3", "selection", "selection")]
    for clause, name, doubt in [*asked, *(("2.2.2", name, "tier") for name in TIERS)]:
        stands, undecided = (simulation.calculate(one, MONTH) for one in (f"{name}_stands", f"{doubt}_open"))
        frame = people.select("person").with_columns(stands=stands, undecided=undecided).filter("stands")
        yield told(frame, clause, pl.col("person").cast(pl.String), pl.lit(0, dtype=pl.Int64))


def told(frame, clause, subject, fen):
    outcome = pl.when("undecided").then(pl.lit("needs_person")).otherwise(pl.lit("eligible"))
    return frame.select(pl.lit(clause).alias("clause"), subject.alias("subject"), outcome.alias("outcome"),
                        fen.alias("amount_fen"))  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
