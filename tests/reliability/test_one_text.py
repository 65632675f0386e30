"""One record has one text, and two records have two: whatever is in them, however alike they look."""

import hashlib
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction

from gongjiang.law.journal import leaf
from gongjiang.office.journal.models import Leaf, canonical, record_many, stamped
from gongjiang.office.journal.verifying import first_fault

EVERYDAY, MANY = 10_000, 1_000_000
SALT, NOON = b"s" * 32, datetime(2026, 3, 2, 4, tzinfo=UTC)
TEXTS = (
    "", "a", "1", "01", "1.0", "true", "null", "None", "é", "e\u0301", "가", "\u1100\u1161", "Å", "Å", "\0",
    "|", ",", '"', "\\", '\\"', "'", "{", "}", "[]", ":", "\n", "\r\n", "\u2028", " ", "\u3000", "\ufeff",
    "王", "⺩", "ａ", "A", "𝔸", "\U0010ffff", '","b":"', "10", "1|0",
)  # fmt: skip
PINNED = "13d7cfb1732a64cb16e053209adccf28cfa3f1cdec3c1bf16334bd2397ae8811"
Record = tuple[str, str, dict[str, Any]]


def text(dice: Random) -> str:
    return "".join(dice.choices(TEXTS, k=dice.randint(0, 3)))


def value(dice: Random, deep: int = 1) -> Any:
    kind = dice.randrange(9 if deep else 6)
    if kind < 3:
        return text(dice)
    if kind < 6:
        return (dice.randint(-11, 11), dice.choice((True, False, None)), 10 ** dice.randint(0, 20))[kind - 3]
    if kind < 8:
        return [value(dice, deep - 1) for _ in range(dice.randint(0, 2))]
    return fields(dice, deep - 1)


def fields(dice: Random, deep: int = 1) -> dict[str, Any]:
    return {text(dice): value(dice, deep) for _ in range(dice.randint(1, 3))}


def made(dice: Random) -> Record:
    return text(dice), stamped(NOON + timedelta(seconds=dice.randint(0, 9))), fields(dice)


def committed(one: Record) -> str:
    ref, at, body = one
    return leaf.commitment(SALT, ref, at, canonical(body))


def kind_of(held: Any) -> Any:
    """The record with the type of everything in it: 1, "1" and True are three things."""
    if isinstance(held, dict):
        return tuple(sorted((name, kind_of(told)) for name, told in held.items()))
    return tuple(map(kind_of, held)) if isinstance(held, list | tuple) else (type(held).__name__, repr(held))


def with_first(one: Record, change: Callable[[Any], Any]) -> Record:
    ref, at, body = one
    name = min(body)
    return ref, at, {**body, name: change(body[name])}


def moved(one: Record, dice: Random) -> Record:
    """What stood at the end of one part stands at the beginning of the next."""
    ref, at, body = one
    return (ref[:-1], ref[-1:] + at, body) if ref else (at[:1], at[1:], body)


def renamed(one: Record, dice: Random) -> Record:
    ref, at, body = one
    name = min(body)
    return ref, at, {**{k: v for k, v in body.items() if k != name}, name + dice.choice(TEXTS): body[name]}


TWINS: tuple[Callable[[Record, Random], Record], ...] = (
    moved,
    renamed,
    lambda one, dice: made(dice),
    lambda one, dice: with_first(one, str),
    lambda one, dice: with_first(one, lambda held: [held]),
    lambda one, dice: with_first(one, lambda held: None if held == "" else ""),
    lambda one, dice: with_first(one, lambda held: canonical(held)),
    lambda one, dice: with_first(one, lambda held: unicodedata.normalize("NFD", str(held))),
    lambda one, dice: with_first(one, lambda held: unicodedata.normalize("NFKC", str(held))),
    lambda one, dice: with_first(one, lambda held: held + 1 if isinstance(held, int) else f"{held}\0"),
    lambda one, dice: with_first(one, lambda held: int(held) if isinstance(held, bool) else held),
    lambda one, dice: (one[0], one[1], dict(reversed(one[2].items()))),
)


def collisions(dice: Random, many: int, told: Callable[[Record], str] = committed) -> tuple[list[Any], int]:
    """Pairs that differ and are told alike, or are alike and are told apart; and how many differed."""
    wrong, differed = [], 0
    for number in range(many):
        one = made(dice)
        other = TWINS[number % len(TWINS)](one, dice)
        differ = kind_of(one) != kind_of(other)
        differed += differ
        if differ != (told(one) != told(other)):
            wrong.append((one, other))
    return wrong, differed


def test_ten_thousand_pairs_are_told_apart_where_they_differ_and_nowhere_else() -> None:
    wrong, differed = collisions(Random(21), EVERYDAY)

    assert wrong == []
    assert EVERYDAY // 2 < differed < EVERYDAY


@pytest.mark.long
def test_a_million_pairs_are_told_apart_where_they_differ_and_nowhere_else() -> None:
    wrong, differed = collisions(Random(20261126), MANY)

    assert wrong == []
    assert MANY // 2 < differed < MANY


def test_parts_that_are_joined_by_a_sign_would_collide() -> None:
    """The control: a common way of telling a record."""
    wrong, _ = collisions(Random(21), EVERYDAY, lambda one: "|".join((one[0], one[1], str(one[2]))))

    assert wrong != []


def test_the_texts_are_the_same_under_every_python_and_from_day_to_day() -> None:
    dice, seen = Random(1), hashlib.sha256()
    for _ in range(1_000):
        seen.update(committed(made(dice)).encode())

    assert seen.hexdigest() == PINNED


def test_half_a_character_has_no_text() -> None:
    with pytest.raises(UnicodeEncodeError):
        committed(("x", "y", {"a": "\ud800"}))


@pytest.mark.both
@pytest.mark.django_db
def test_a_database_gives_back_the_very_text() -> None:
    dice = Random(2)
    bodies = [fields(dice) for _ in range(500)]

    with transaction.atomic():
        record_many([("test.note", "x", body) for body in bodies], NOON)

    assert list(Leaf.objects.order_by("seq").values_list("body", flat=True)) == list(map(canonical, bodies))
    assert first_fault() is None
