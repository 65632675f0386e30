"""What an officer should look at before anything is paid: signs, never reasons to refuse.

Who shares an account, or a telephone and an address, with somebody else in the register; in whose class
nobody failed; whose dates cannot be. Two light passes over the register, and nothing personal is kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from gongjiang.law.register import BY_NAME, KEY, CertificateState
from gongjiang.office.bulk.adapting import OWN
from gongjiang.office.bulk.handed_in import Register

FLAGS = ("shared_account", "shared_contact", "perfect_class", "impossible_dates")
CLASS = 10
"""The smallest class of which it means something that nobody failed."""
YOUNGEST = "15y"
"""Nobody is certified, or works on the front line, younger than this."""
Files = Mapping[str, Sequence[Path]]


@dataclass(frozen=True)
class Suspect:
    """Hashes of the accounts and contacts that several have, and the classes in which nobody failed."""

    accounts: pl.Series
    contacts: pl.Series
    classes: pl.Series


def table(files: Files, name: str) -> pl.LazyFrame:
    """A table with every declared column, empty where it was left out."""
    frame = pl.scan_parquet(list(files[name]))
    there = frame.collect_schema().names()
    left = [column.name for column in BY_NAME[name].columns if column.name not in there]
    return frame.with_columns(pl.lit(None).alias(column) for column in left)


def account() -> pl.Expr:
    value = pl.col("account").cast(pl.String)
    return pl.when(value.is_not_null()).then(value.hash())


def contact() -> pl.Expr:
    """A telephone together with an address: either alone is shared by families and dormitories."""
    phone, address = pl.col("phone").cast(pl.String), pl.col("address").cast(pl.String)
    return pl.when(phone.is_not_null() & address.is_not_null()).then((phone + "|" + address).hash())


def suspects(register: Register, found: Sequence[Path]) -> Suspect:
    rows = pl.scan_parquet(list(found)).select(KEY, OWN)
    shards = list(register.shards)
    people = rows.select(KEY).unique().collect()
    numbers = rows.select(OWN).unique().collect()
    return Suspect(
        shared(shards, people, account()), shared(shards, people, contact()), perfect(shards, numbers)
    )


def shared(shards: Sequence[Files], people: pl.DataFrame, what: pl.Expr) -> pl.Series:
    """What somebody who was found has in common with anybody in the register."""
    own = [table(files, "persons").join(people.lazy(), on=KEY, how="semi").select(what.alias("w"))
           for files in shards]  # fmt: skip
    known = together(query.collect() for query in own).drop_nulls().unique()
    counts = [
        table(files, "persons").select(what.alias("w")).join(known.lazy(), on="w", how="semi")
        .group_by("w").len().collect()
        for files in shards
    ]  # fmt: skip
    summed = together(counts).group_by("w").agg(pl.col("len").sum())
    return summed.filter(pl.col("len") > 1)["w"]


def perfect(shards: Sequence[Files], numbers: pl.DataFrame) -> pl.Series:
    """Classes of certificates that were found, of which everybody who was assessed holds one."""
    named = numbers.rename({OWN: "number"}).lazy()
    own = together(
        table(files, "certificates").select(pl.col("number").cast(pl.String), pl.col("class").cast(pl.String))
        .join(named, on="number", how="semi").select("class").unique().collect()
        for files in shards
    ).drop_nulls().unique()  # fmt: skip
    standing = pl.col("state").cast(pl.String).ne_missing(CertificateState.REVOKED.value)
    counts = together(
        table(files, "certificates").filter(standing)
        .select(pl.col("class").cast(pl.String), pl.col("class_size").cast(pl.Int64))
        .join(own.lazy(), on="class", how="semi").group_by("class")
        .agg(pl.len().cast(pl.Int64).alias("passed"), pl.col("class_size").max()).collect()
        for files in shards
    )  # fmt: skip
    summed = counts.group_by("class").agg(pl.col("passed").sum(), pl.col("class_size").max())
    return summed.filter((pl.col("class_size") >= CLASS) & (pl.col("passed") >= pl.col("class_size")))[
        "class"
    ]


def together(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(list(frames), how="vertical_relaxed")


def flagged(files: Files, rows: pl.LazyFrame, suspect: Suspect, day: date) -> pl.LazyFrame:
    """The rows of one shard with a flag each; false where the register does not say."""
    young = pl.col("birth").dt.offset_by(YOUNGEST)
    persons = table(files, "persons").select(
        KEY, _account=account(), _contact=contact(), _young=young.cast(pl.Date),
        _since=pl.col("front_line_since").cast(pl.Date),
    )  # fmt: skip
    certificates = table(files, "certificates").select(
        pl.col("number").cast(pl.String).alias(OWN), _class=pl.col("class").cast(pl.String),
        _issued=pl.col("issued_on"),
    )  # fmt: skip
    joined = rows.join(persons, on=KEY, how="left").join(certificates, on=OWN, how="left")
    issued = (pl.col("_issued") > day) | (pl.col("_issued") < pl.col("_young"))
    since = pl.col("_issued").is_null() & (pl.col("_since") < pl.col("_young"))
    flags: dict[str, Any] = {
        "shared_account": pl.col("_account").is_in(suspect.accounts.implode()),
        "shared_contact": pl.col("_contact").is_in(suspect.contacts.implode()),
        "perfect_class": pl.col("_class").is_in(suspect.classes.implode()),
        "impossible_dates": issued.fill_null(False) | since.fill_null(False),
    }
    told = joined.with_columns(**{name: flag.fill_null(False) for name, flag in flags.items()})
    return told.select(pl.exclude("^_.*$"))


def counted(frame: pl.LazyFrame) -> Iterator[tuple[str, int]]:
    sums = frame.select(pl.col(name).sum() for name in FLAGS).collect()
    yield from ((name, int(sums[name].item())) for name in FLAGS)
