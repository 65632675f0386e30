"""Chance as columns: numbers that depend on a row's place, a salt and a seed alone, whatever the version.

Source: the finaliser of SplitMix64 (Steele, Lea and Flood 2014), in arithmetic that wraps at 64 bits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

GOLDEN, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
WORD = 2**64


def word(number: int) -> pl.Expr:
    return pl.lit(number % WORD, dtype=pl.UInt64)


@dataclass(frozen=True)
class Chance:
    """Draws for the rows of one table; every draw has a salt of its own."""

    seed: int
    place: pl.Expr

    def bits(self, salt: int) -> pl.Expr:
        mixed = self.place.cast(pl.UInt64) * word(GOLDEN) + word((self.seed * 1_000_003 + salt) * FIRST)
        mixed = (mixed ^ (mixed // word(2**30))) * word(FIRST)
        mixed = (mixed ^ (mixed // word(2**27))) * word(SECOND)
        return mixed ^ (mixed // word(2**31))

    def share(self, salt: int) -> pl.Expr:
        """Evenly between 0 and 1."""
        return (self.bits(salt) // word(2**11)).cast(pl.Float64) / 2.0**53

    def below(self, salt: int, bound: int) -> pl.Expr:
        """A whole number from 0, less than the bound."""
        return (self.share(salt) * bound).floor().cast(pl.Int64)

    def happens(self, salt: int, odds: float) -> pl.Expr:
        return self.share(salt) < odds

    def one_of(self, salt: int, weights: Mapping[Any, float], kind: Any = pl.String) -> pl.Expr:
        """One of the values, as often as its weight says."""
        values, total = list(weights), sum(weights.values())
        breaks = [sum(list(weights.values())[: n + 1]) / total for n in range(len(values) - 1)]
        share = self.share(salt)
        place = pl.sum_horizontal([(share >= mark).cast(pl.Int16) for mark in breaks])
        return place.replace_strict(list(range(len(values))), values, return_dtype=kind)
