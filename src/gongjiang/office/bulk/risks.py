"""What an officer should look at before anything is paid: signs, never reasons to refuse.

Who shares an account, or a telephone and an address, with somebody else in the register; in whose class
nobody failed; whose dates cannot be. Light passes over the register, and nothing personal is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from gongjiang.law.register import BY_NAME, KEY, CertificateState
from gongjiang.office.bulk.adapting import OWN
from gongjiang.office.bulk.again import again
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.parts import Part, parts

FLAGS = ("shared_account", "shared_contact", "perfect_class", "impossible_dates")
CLASS = 10
"""The smallest class of which it means something that nobody failed."""
YOUNGEST = "15y"
"""Nobody is certified, or works on the front line, younger than this."""


@dataclass(frozen=True)
class Suspect:
    """Hashes of the accounts and contacts that several have, and of the classes in which nobody failed."""

    accounts: pl.Series
    contacts: pl.Series
    classes: pl.Series


def table(part: Part, name: str) -> pl.LazyFrame:
    """A part's rows with every declared column, empty where it was left out."""
    frame, mine = pl.scan_parquet(list(part.files[name])), part.mine(pl.col(KEY))
    frame = frame if mine is None else frame.filter(mine)
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


def klass() -> pl.Expr:
    value = pl.col("class").cast(pl.String)
    return pl.when(value.is_not_null()).then(value.hash())


def suspects(register: Register) -> Suspect:
    held = list(parts(register))
    accounts, contacts = (
        again(table(part, "persons").select(what) for part in held) for what in (account(), contact())
    )
    return Suspect(accounts, contacts, perfect(held))


def perfect(held: Iterable[Part]) -> pl.Series:
    """Classes of which everybody who was assessed holds a certificate that stands, by their hashes."""
    standing = pl.col("state").cast(pl.String).ne_missing(CertificateState.REVOKED.value)
    sums = pl.col("passed").sum(), pl.col("class_size").max()
    counts = pl.DataFrame(schema={"class": pl.UInt64, "passed": pl.Int64, "class_size": pl.Int64})
    for part in held:
        here = table(part, "certificates").filter(standing & pl.col("class").is_not_null())
        told = here.select(
            klass().alias("class"), pl.lit(1, dtype=pl.Int64).alias("passed"),
            pl.col("class_size").cast(pl.Int64),
        )  # fmt: skip
        known = pl.concat([counts.lazy(), told.group_by("class").agg(*sums)])
        counts = known.group_by("class").agg(*sums).collect()
    large = pl.col("class_size") >= CLASS
    return counts.filter(large & (pl.col("passed") >= pl.col("class_size")))["class"]


def flagged(part: Part, rows: pl.LazyFrame, suspect: Suspect, day: date) -> pl.LazyFrame:
    """The rows of one part with a flag each; false where the register does not say."""
    young = pl.col("birth").dt.offset_by(YOUNGEST)
    persons = table(part, "persons").select(
        KEY, _account=account(), _contact=contact(), _young=young.cast(pl.Date),
        _since=pl.col("front_line_since").cast(pl.Date),
    )  # fmt: skip
    certificates = table(part, "certificates").select(
        pl.col("number").cast(pl.String).alias(OWN), _class=klass(),
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
