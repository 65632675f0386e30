"""Whether a certificate's number agrees with its level and year, for a column of them.

One certificate's is `law.certificate_number.agrees`; a property holds the two equal.
"""

import narwhals as nw
import polars as pl

from gongjiang.law.certificate_number import LAST_CENTURY, LEVELS, PLACES, SPECIAL

LEVEL_FORM = "^[YS][0-9]{14}[1-5][0-9]{6}$"
SPECIAL_FORM = "^[0-9]*[A-Z][0-9]*[A-Z][0-9]*$"
OLD_FORM = "^[0-9]{16}$"
SPECIAL_LENGTH = 22
KNOWN = sorted(PLACES)
ODD, DROPPED = "[^0-9A-Z]", "[\\s\u00a0\u2000-\u2015\u202f\u205f\u2060\u2212\u3000\ufeff'’‘`-]"
"""What no number in the one spelling holds; and what people type between the groups of one."""
WIDE = ord("Ａ") - ord("A")


def odd(numbers: pl.Expr) -> pl.Expr:
    """Whether any of them is not in the spelling in which numbers are compared."""
    return numbers.cast(pl.String).str.contains(ODD).any()


def spelt(number: nw.Expr) -> nw.Expr:
    """A column of numbers in that spelling; one number's is `law.certificate_number.certificate_spelling`."""
    plain = number.str.to_uppercase().str.replace_all(DROPPED, "")
    for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        plain = plain.str.replace_all(chr(ord(sign) + WIDE), sign, literal=True)
    return plain


def agreement(number: nw.Expr, level: nw.Expr, issued: nw.Expr) -> nw.Expr:
    """False where the number can be no such certificate's, unknown where the level or the day is."""
    new, old = number.str.contains(LEVEL_FORM), number.str.contains(OLD_FORM)
    special = number.str.contains(SPECIAL_FORM) & (number.str.len_chars() == SPECIAL_LENGTH)
    here = new & number.str.slice(5, 2).is_in(KNOWN)
    told = ~(level.is_null() | issued.is_null())
    placed = number.str.slice(2, 2).is_in(KNOWN) | nw.lit(None, dtype=nw.Boolean)
    agreeing = (
        (new & near(_digits(number, 13) + 2000, issued) & same(number, level))
        | (old & near(_old_year(number), issued) & placed)
        | (special & (level == SPECIAL))
    )
    return (
        nw.when((here | old | special).fill_null(False))
        .then(nw.when(told).then(agreeing))
        .otherwise(nw.lit(False, dtype=nw.Boolean))
    )


def near(year: nw.Expr, issued: nw.Expr) -> nw.Expr:
    """Assessed in the year of issue, or late in the one before."""
    behind = issued.dt.year().cast(nw.Int64) - year
    return (behind == 0) | (behind == 1)


def same(number: nw.Expr, level: nw.Expr) -> nw.Expr:
    digit = number.str.slice(15, 1)
    said = nw.lit(False, dtype=nw.Boolean)
    for code, name in LEVELS.items():
        said = said | ((digit == code) & (level == name))
    return said


def _old_year(number: nw.Expr) -> nw.Expr:
    two = _digits(number, 0)
    return nw.when(two >= LAST_CENTURY).then(two + 1900).otherwise(two + 2000)


def _digits(number: nw.Expr, place: int) -> nw.Expr:
    """Two digits as a number; what is no digit counts as nought, for the form has been looked at already."""
    two = number.str.slice(place, 2).str.replace_all("[^0-9]", "0")
    return nw.concat_str(nw.lit("0"), two).cast(nw.Int64)
