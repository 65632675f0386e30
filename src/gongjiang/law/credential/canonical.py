"""Canonical JSON as RFC 8785 has it: one text for one value, on any machine."""

import json
from decimal import Decimal
from typing import Any

WHOLE = 21
SMALL = -6


def canonical(value: Any) -> bytes:
    """The one text of a value read from JSON; ValueError for what has none."""
    return _text(value).encode()


def read(text: str) -> Any:
    """A JSON text as a value; a name said twice and numbers that are none are refused."""
    return json.loads(text, object_pairs_hook=_once, parse_constant=_none)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is said twice")
    return found


def _none(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _text(value: Any) -> str:
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be"))
        return "{" + ",".join(f"{_quoted(name)}:{_text(held)}" for name, held in pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_text, value)) + "]"
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float):
        return _number(_double(value))
    raise ValueError(f"{type(value).__name__} is not JSON")


def _double(value: float) -> float:
    """A whole number beyond every double has no text."""
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError("too large") from error


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _number(value: float) -> str:
    """As ECMAScript writes a double: the fewest digits that give it again."""
    if value in (float("inf"), float("-inf")) or value != value:
        raise ValueError("no JSON number")
    if value == 0:
        return "0"
    shortest = Decimal(repr(abs(value))).normalize().as_tuple()
    digits = "".join(map(str, shortest.digits))
    return ("-" if value < 0 else "") + _placed(digits, len(digits) + int(shortest.exponent))


def _placed(digits: str, point: int) -> str:
    """The digits with their point after the first `point` of them."""
    if len(digits) <= point <= WHOLE:
        return digits + "0" * (point - len(digits))
    if 0 < point <= WHOLE:
        return f"{digits[:point]}.{digits[point:]}"
    if SMALL < point <= 0:
        return f"0.{'0' * -point}{digits}"
    mantissa = digits[0] + (f".{digits[1:]}" if digits[1:] else "")
    return f"{mantissa}e{point - 1:+d}"
