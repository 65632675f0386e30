"""What a step asks of the person who takes it: read from the form by kind, the same for every scheme."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import QueryDict

from gongjiang.law.money import fen_of
from gongjiang.law.procedure import Step
from gongjiang.law.terms import Department

LONGEST = 400


def sent(step: Step, form: QueryDict) -> dict[str, Any]:
    """The values of every ask of the step; what is empty is left out, and the law refuses with its name."""
    read = {ask.name: READERS[ask.kind](form, ask.name) for ask in step.asks}
    return {name: value for name, value in read.items() if value}


def _text(form: Mapping[str, Any], name: str) -> str:
    return str(form.get(name, "")).strip()[:LONGEST]


def _rank(form: Mapping[str, Any], name: str) -> int | None:
    text = _text(form, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and int(text) else None


def _verdict(form: Mapping[str, Any], name: str) -> str:
    text = _text(form, name)
    return text if text in ("pass", "fail") else ""


def _items(form: QueryDict, name: str) -> list[tuple[str, str]]:
    """The ticked items, each with its own reason; one without a reason is not asked."""
    ticked = [(field, _text(form, f"{name}-{field}")) for field in form.getlist(name)]
    return [(field[:40], reason) for field, reason in ticked if reason]


def _answers(form: QueryDict, name: str) -> list[str]:
    given = [text.strip()[:LONGEST] for text in form.getlist(name)]
    return given if all(given) else []


def _within(low: int, high: int) -> Callable[[Mapping[str, Any], str], str]:
    """A whole number between these, as text, so that nought is an answer too."""

    def read(form: Mapping[str, Any], name: str) -> str:
        text = _text(form, name)
        right = text.isascii() and text.isdigit() and len(text) <= 3 and low <= int(text) <= high
        return str(int(text)) if right else ""

    return read


def _one_of(*values: str) -> Callable[[Mapping[str, Any], str], str]:
    def read(form: Mapping[str, Any], name: str) -> str:
        text = _text(form, name)
        return text if text in values else ""

    return read


def _money(form: Mapping[str, Any], name: str) -> int | None:
    return fen_of(_text(form, name).lstrip("¥￥"))


READERS: Mapping[str, Callable[[Any, str], Any]] = {
    "reason": _text,
    "line": _text,
    "rank": _rank,
    "rule": _text,
    "verdict": _verdict,
    "items": _items,
    "answers": _answers,
    "score": _within(0, 100),
    "stars": _within(1, 5),
    "money": _money,
    "department": _one_of(*(department.value for department in Department)),
    "how": _one_of("done", "declined"),
    "outcome": _one_of("won", "lost"),
}
