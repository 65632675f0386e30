"""Facts in words: what a value is called, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from gongjiang.law.money import Money, shown
from gongjiang.law.terms import Term
from gongjiang.law.words import Words

FEW = (type(None), bool, Term)
"""Kinds of values of which there are few, each one object: a fact puts each into words once."""
AGGREGATES = ("any", "count", "min", "max")


@dataclass(frozen=True)
class Unavailable:
    """The register could not be asked: the finding is BLOCKED, never guessed."""

    why: str = ""


class Told(tuple[Words, Words]):
    """A fact by its label and its value, and both as one text."""

    zh: str
    en: str

    def __new__(cls, name: Words, value: Words) -> Self:
        held = super().__new__(cls, (name, value))
        held.zh, held.en = f"{name.zh}：{value.zh}", f"{name.en}: {value.en}"
        return held


NOT_KNOWN, NONE_ON_RECORD = Words("未知", "not known"), Words("无记录", "none on record")
YES, NO = Words("是", "yes"), Words("否", "no")


def counted(rows: int) -> Words:
    """So many rows on record."""
    return Words(f"{rows} 项", f"{rows} on record") if rows else NONE_ON_RECORD


def show(value: Any) -> Words:
    """A value in words."""
    shown = SHOWN.get(type(value))
    if shown is not None:
        return shown(value)
    said = getattr(value, "said", None)
    return said if isinstance(said, Words) else Words(str(value), str(value))


SHOWN: dict[type, Callable[[Any], Words]] = {
    type(None): lambda value: NOT_KNOWN,
    Unavailable: lambda value: Words("数据暂不可用", "data not available"),
    bool: lambda value: YES if value else NO,
    dt.date: lambda value: Words(text := value.isoformat(), text),
    str: lambda value: Words(value, value),
    int: lambda value: Words(text := str(value), text),
    Money: lambda value: Words(text := shown(value), text),
}
