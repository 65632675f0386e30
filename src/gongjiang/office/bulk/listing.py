"""The lists that a rule may ask about a person, out of a register's tables."""

from collections.abc import Callable, Mapping
from typing import Any

import narwhals as nw

from gongjiang.law.clause import Registers
from gongjiang.law.register import KEY, CertificateState
from gongjiang.office.bulk.dictionary import level_of, skilled_of, title_of, titles

Frame = Any
Tables = Mapping[str, Frame]


def honours(tables: Tables, registers: Registers) -> Frame:
    """Honours held, with what the dictionary says of them where the register does not."""
    held, name = tables["honours"].filter(nw.col("revoked_on").is_null()), nw.col("name")
    level, skilled = nw.col("level"), nw.col("skilled")
    known = nw.when(level.is_null()).then(level_of(registers, name)).otherwise(level)
    skill = nw.when(skilled.is_null()).then(skilled_of(registers, name)).otherwise(skilled)
    return held.select(KEY, "name", known.alias("level"), skill.alias("skilled"))


def titles_held(tables: Tables, registers: Registers) -> Frame:
    named = [name for names in titles(registers).values() for name in names]
    held = tables["honours"].filter(nw.col("revoked_on").is_null()).filter(nw.col("name").is_in(named))
    return held.select(KEY, title_of(registers, nw.col("name")).alias("title"))


def results(tables: Tables, registers: Registers) -> Frame:
    held = tables["results"].filter(nw.col("annulled_on").is_null())
    sought = nw.when(nw.col("on_register").fill_null(False)).then(nw.lit(True))
    return held.with_columns(nw.col("class").alias("klass"), sought.alias("on_register"))


def prior_claims(tables: Tables, registers: Registers) -> Frame:
    """Payments for training, by this plan or by another fund."""
    paid = tables["payments"].filter(~nw.col("kind").is_null())
    return paid.with_columns(
        nw.col("certificate").alias("certificate_number"),
        nw.col("paid_on").dt.year().cast(nw.Int64).alias("year"),
    )


def certificates(tables: Tables, registers: Registers) -> Frame:
    revoked = (nw.col("state") == CertificateState.REVOKED.value).fill_null(False)
    return tables["certificates"].filter(~revoked)


LISTS: Mapping[str, Callable[[Tables, Registers], Frame]] = {
    "honours": honours,
    "titles": titles_held,
    "results": results,
    "claims.prior": prior_claims,
    "certificates.other": certificates,
}
"""By the source that a list declares. The certificate claimed on is among the person's certificates: a rule
that looks for another one must tell them apart by what it compares."""
