"""A setting as people read and write it: sums in yuan, a range from one to another, yes and no."""

from typing import Any

from gongjiang.law.money import fen_of, shown
from gongjiang.law.settings import UNDECIDED, Parameter, Ruling
from gongjiang.law.words import Words

OPEN = Words("暂不确定，由人认定", "open: a person decides")
YES, NO = Words("是", "yes"), Words("否", "no")


def told(held: Parameter, value: Any) -> Words:
    """As it is read. Nothing at all is a question that is open again."""
    if value is None or value == UNDECIDED:
        return OPEN
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list | tuple):
        low, high = value[0], value[-1]
        return Words(f"{low} 至 {high}", f"{low} to {high}")
    text = shown(value) if held.money else str(value)
    return Words(text, text)


def stated(held: Parameter, signed: Ruling | None) -> Words:
    """What holds: once it was signed, the question with its answer; before, what is supposed for the time."""
    if signed is None:
        return held.said
    answer = told(held, signed.value)
    return Words(f"{held.asked.zh}{answer.zh}", f"{held.asked.en} {answer.en}")


def written(held: Parameter, value: Any) -> str:
    """As it stands in a field to be changed: plain yuan, the two ends of a range with a comma between."""
    if isinstance(value, list | tuple):
        return ",".join(str(part) for part in value)
    if held.money and isinstance(value, int):
        return f"{value // 100}.{value % 100:02d}".removesuffix(".00")
    return str(value)


def in_fen(held: Parameter, text: str) -> str | None:
    """What was typed as the house keeps it: a sum of yuan in fen. None where it is no sum."""
    if not held.money or text.strip() == UNDECIDED:
        return text
    fen = fen_of(text.strip().lstrip("¥￥"))
    return None if fen is None else str(fen)
