"""The order of names in public lists: by strokes of the surname, then of the following characters."""

from functools import cache
from importlib.resources import files

DOTS = frozenset("·•・ ")

StrokeKey = tuple[tuple[bool, int, int], ...]


def stroke_key(name: str) -> StrokeKey:
    """A sort key: for each character the number of its strokes, then their kinds (横竖撇点折) in turn.

    A shorter name goes first. Characters with the same strokes go by code point, so that one surname stays
    together; characters outside the table go last.
    """
    codes = stroke_codes()
    return tuple((sign not in codes, codes.get(sign, 0), ord(sign)) for sign in name if sign not in DOTS)


@cache
def stroke_codes() -> dict[str, int]:
    """Character -> its strokes in turn, a digit each (1 横 to 5 折), read as a number: more strokes, larger.

    The table holds facts about about 6,900 common characters, one line for each sequence of strokes.
    """
    table = files("gongjiang.law").joinpath("strokes.txt").read_text("utf-8")
    lines = (line.partition(" ") for line in table.splitlines())
    return {sign: int(code) for code, _, signs in lines for sign in signs}
