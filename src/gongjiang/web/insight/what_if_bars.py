"""Answers as bars side by side, in thousandths of the longest; the table says the same in figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongjiang.law.terms import SkillLevel
from gongjiang.law.words import Words
from gongjiang.office.registry.models import Organisation

WIDTH = 1000
OTHERS, UNKNOWN = "…", ""
DIMENSIONS = {
    "district": Words("按所在区", "by district"),
    "level": Words("按等级", "by level"),
    "employer": Words("按用人单位", "by employer"),
    "month": Words("按月份", "by month"),
}
LEVELS = {level.value: level.said for level in SkillLevel}


@dataclass(frozen=True)
class Side:
    people: int
    fen: int
    width: int


@dataclass(frozen=True)
class Row:
    said: Words
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Chart:
    """One dimension. Bars show money where there is any, people otherwise."""

    name: str
    said: Words
    rows: tuple[Row, ...]
    money: bool


def charts(found: Mapping[str, Any], *others: Mapping[str, Any]) -> list[Chart]:
    """Today and changed; each further answer adds what it would change to."""
    units = named([row["value"] for answer in (found, *others) for row in answer["by"]["employer"]])
    return [chart(name, said, [found, *others], units) for name, said in DIMENSIONS.items()]


def named(codes: list[str]) -> dict[str, str]:
    """What the units are called that the register tells by their credit code."""
    rows = Organisation.objects.filter(credit_code__in=codes).values_list("credit_code", "name")
    return {code: name for code, name in rows if code}


def chart(name: str, said: Words, answers: Sequence[Mapping[str, Any]], units: Mapping[str, str]) -> Chart:
    cells = [{row["value"]: row for row in answer["by"][name]} for answer in answers]
    values = dict.fromkeys(value for held in cells for value in held)
    pairs = {
        value: [pair(cells[0].get(value), "today"), *[pair(held.get(value), "changed") for held in cells]]
        for value in values
    }
    money = any(fen for sides in pairs.values() for _, fen in sides)
    longest = max((side[money] for sides in pairs.values() for side in sides), default=0) or 1
    rows = (
        Row(
            called(name, value, units),
            tuple(Side(*side, round(WIDTH * side[money] / longest)) for side in sides),
        )
        for value, sides in pairs.items()
    )
    return Chart(name, said, tuple(rows), money)


def pair(row: Mapping[str, Any] | None, side: str) -> tuple[int, int]:
    return (row[side]["people"], row[side]["fen"]) if row else (0, 0)


def called(name: str, value: str, units: Mapping[str, str]) -> Words:
    if value == UNKNOWN:
        return Words("不详", "not known")
    if value == OTHERS:
        return Words("其余", "the others")
    told = units.get(value, value) if name == "employer" else value
    return LEVELS[value] if name == "level" and value in LEVELS else Words(told, told)
