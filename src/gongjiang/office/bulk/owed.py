"""Who is owed something and has not asked: the office's own register scanned, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from gongjiang.law.columns import AMOUNT, OUTCOME
from gongjiang.law.register import KEY
from gongjiang.law.scheme import Outcome
from gongjiang.law.words import Words
from gongjiang.office.bulk.adapting import OWN, per_certificate
from gongjiang.office.bulk.asking import register_of
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.listing_out import list_entitled
from gongjiang.office.bulk.risks import FLAGS
from gongjiang.office.bulk.scanning import Question
from gongjiang.office.registry.aside import aside


@dataclass(frozen=True)
class Owed:
    """A person, by the key of the register, who could claim on a certificate; `amount` is fen."""

    person: str
    scheme: str
    certificate: str
    amount: int
    flags: tuple[str, ...]


def owed(asked: Question, engine: str = "polars") -> list[Owed] | list[Words]:
    """Everyone entitled by a certificate of theirs; or what is wrong with the register."""
    schemes = tuple(scheme for scheme in asked.schemes if per_certificate(scheme))
    wanted = Question(asked.plan, schemes, asked.day, asked.settings)
    with register_of(None) as register, aside() as open_here:
        if isinstance(register, list):
            return register
        out = open_here / "owed.parquet"
        list_entitled(ENGINES[engine](), register, [wanted], out)
        found = (
            pl.scan_parquet(out).filter(pl.col(OUTCOME) == Outcome.ELIGIBLE.value).sort(KEY, OWN).collect()
        )
    return [_owed(row) for row in found.select(KEY, "scheme", OWN, AMOUNT, *FLAGS).iter_rows()]


def _owed(row: Sequence[object]) -> Owed:
    person, scheme, certificate, amount, *signs = row
    flags = tuple(name for name, sign in zip(FLAGS, signs, strict=True) if sign)
    return Owed(str(person), str(scheme), str(certificate), int(str(amount or 0)), flags)
