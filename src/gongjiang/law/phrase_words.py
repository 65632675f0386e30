"""How pieces of a phrase are put together: connectives, brackets, and what a known truth leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gongjiang.law.words import Words

VARIES: Literal["varies"] = "varies"
A_PERSON = Words("须由人认定", "a person must decide")
OTHERWISE_A_PERSON = Words("（否则须由人认定）", " (otherwise a person must decide)")

COMPARED: dict[str, dict[str, tuple[str, str]]] = {
    "==": {"is": ("为", "is")},
    "!=": {"is": ("不为", "is not")},
    "<": {"number": ("小于", "is less than"), "day": ("早于", "is before"), "rank": ("低于", "is below")},
    "<=": {
        "number": ("不大于", "is at most"),
        "day": ("不晚于", "is no later than"),
        "rank": ("不高于", "is at most"),
    },
    ">": {"number": ("大于", "is more than"), "day": ("晚于", "is after"), "rank": ("高于", "is above")},
    ">=": {
        "number": ("不小于", "is at least"),
        "day": ("不早于", "is no earlier than"),
        "rank": ("不低于", "is at least"),
    },
}
FOLDS = {
    "any": ("有{noun}{where}", "has a record of {noun}{where}"),
    "count": ("{noun}{where}的项数", "the number of records of {noun}{where}"),
    "min": ("{noun}{where}中最小的{value}", "the least {value} of {noun}{where}"),
    "max": ("{noun}{where}中最大的{value}", "the greatest {value} of {noun}{where}"),
}


@dataclass(frozen=True)
class Said:
    """A piece in words. `bond` is the connective that holds it; `truth` is what it always comes to, if known.

    An equality keeps what it is `about` and its `choices`, so that a row of them can be told as a list.
    """

    words: Words
    bond: str = ""
    truth: bool | None | Literal["varies"] = VARIES
    about: Words | None = None
    choices: tuple[Words, ...] = ()
    some: bool = False


ALWAYS = Said(Words("一律符合", "always met"), truth=True)
NEVER = Said(Words("一律不符合", "never met"), truth=False)
UNSETTLED = Said(A_PERSON, truth=None)


def constant(value: Any) -> Said:
    return UNSETTLED if value is None else ALWAYS if value else NEVER


def both(left: Said, between: Words, right: Said) -> Words:
    gap = " " if right.words.zh[:1].isdigit() else ""
    return Words(
        f"{left.words.zh}{between.zh}{gap}{right.words.zh}", f"{left.words.en}{between.en}{right.words.en}"
    )


def choice(parts: Sequence[Said], *, neutral: bool, zh: str, en: str) -> Said:
    """Parts joined by one connective. A part known to change nothing is left out; one may decide it all."""
    if any(part.truth is (not neutral) for part in parts):
        return constant(not neutral)
    kept = [part for part in parts if part.truth is not neutral]
    if len(kept) < 2:
        return kept[0] if kept else constant(neutral)
    inner = [_bracketed(part) if en == "and" and part.bond == "or" else part.words for part in kept]
    mark = Words("；", ";") if en == "or" and any(part.bond for part in kept) else Words("，", "")
    joined = Words(f"{mark.zh}{zh}".join(s.zh for s in inner), f"{mark.en} {en} ".join(s.en for s in inner))
    return Said(joined, bond=en)


def _bracketed(part: Said) -> Words:
    return Words(f"（{part.words.zh}）", f"({part.words.en})")


def alternatives(parts: Sequence[Said]) -> Said | None:
    """“X 为甲、乙或丙”: equalities of one thing, told as a list."""
    about = parts[0].about
    if about is None or any(part.about != about for part in parts):
        return None
    choices = tuple(said for part in parts for said in part.choices)
    zh = "、".join(said.zh for said in choices[:-1]) + f"或{choices[-1].zh}"
    en = ", ".join(said.en for said in choices[:-1]) + f" or {choices[-1].en}"
    return Said(Words(f"{about.zh}为{zh}", f"{about.en} is {en}"), about=about, choices=choices)


def negated(said: Said) -> Said:
    if said.truth != VARIES:
        return said if said.truth is None else constant(not said.truth)
    if said.some:
        return Said(Words(f"没{said.words.zh}", said.words.en.replace("has a record", "has no record", 1)))
    return Said(Words(f"并非“{said.words.zh}”", f"not “{said.words.en}”"))
