"""Bundles made at random, spoilt at random or left as they are: two verifiers never differ on one."""

import json
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from gongjiang.law.journal.container import PARTS
from gongjiang.law.journal.parts import canonical
from tests.reliability.bundles import HOUSE, OTHER, Parts, flipped, head_of, pack, swap
from tests.reliability.test_bundle import verdict

FEW, MANY = 50, 1_000
Spoil = Callable[[Parts, Random], bytes]


def made(dice: Random) -> Parts:
    many = dice.randint(1, 60)
    heads = sorted({dice.randint(1, many) for _ in range(dice.randint(0, 5))} | {many})
    start = dice.choice([0, 0, 0, *(size for size in heads if size < many)])
    handed = tuple(size for size in heads if size > start and dice.random() < 0.3)
    bodies = [f"body {dice.random()}" for _ in range(many)]
    return HOUSE.bundle(bodies, [size for size in heads if size > start], start, handed)


def a_bit(parts: Parts, dice: Random) -> bytes:
    whole = pack(parts)
    return flipped(whole, dice.randrange(len(whole)), dice.randrange(8))


def a_bit_of_a_part(parts: Parts, dice: Random) -> bytes:
    name = dice.choice([name for name in PARTS if parts[name]])
    return pack({**parts, name: flipped(parts[name], dice.randrange(len(parts[name])), dice.randrange(8))})


def cut(parts: Parts, dice: Random) -> bytes:
    whole = pack(parts)
    return whole[: dice.randrange(len(whole))]


def a_line(parts: Parts, dice: Random) -> bytes:
    held = parts["leaves.txt"].decode().splitlines(keepends=True)
    at = dice.randrange(len(held))
    how = dice.choice(("drop", "twice", "swap"))
    if how == "drop":
        del held[at]
    elif how == "twice" or len(held) == 1:
        held.insert(at, held[at])
    else:
        swap(held, at, (at + 1) % len(held))
    return pack({**parts, "leaves.txt": "".join(held).encode()})


def a_list(parts: Parts, dice: Random) -> bytes:
    """An item of one of the lists dropped or told twice."""
    name = dice.choice(("checkpoints.json", "proofs.json", "witnesses.json", "keys.json"))
    held = json.loads(parts[name])
    if held and dice.random() < 0.5:
        del held[dice.randrange(len(held))]
    else:
        held.append(held[0] if held else {"size": 1, "root": "00" * 32})
    return pack({**parts, name: canonical(held)})


def another_part(parts: Parts, dice: Random) -> bytes:
    """A part of another true bundle in place of its own."""
    other, name = made(dice), dice.choice(PARTS[3:])
    return pack({**parts, name: other[name] + b" "})


def with_the_key(parts: Parts, dice: Random) -> bytes:
    """Whoever holds the key signs what they like: good or not, both must say the same."""
    name, other = dice.choice(PARTS[3:]), made(dice)
    held = json.loads(parts[name]) if name.endswith("json") else []
    mine = canonical(held[:-1]) if held else other[name]
    return pack(HOUSE.sealed({**parts, name: mine}))


def another_hand(parts: Parts, dice: Random) -> bytes:
    return pack(OTHER.sealed(parts))


def as_it_was(parts: Parts, dice: Random) -> bytes:
    return pack(parts)


SPOILT: tuple[Spoil, ...] = (
    a_bit,
    a_bit_of_a_part,
    cut,
    a_line,
    a_list,
    another_part,
    another_hand,
    with_the_key,
)


def agreed(dice: Random, many: int) -> Counter[int]:
    """How often each verdict was given by both; a good one is good, a spoilt one is not."""
    codes = Counter[int]()
    for number in range(many):
        parts, spoil = made(dice), as_it_was if number % 2 else dice.choice(SPOILT)
        told = json.loads(parts["manifest.json"])
        witness = head_of(parts, told["size"]) if not told["start"] and dice.random() < 0.5 else ""
        code = verdict(spoil(parts, dice), HOUSE.key.name, witness=witness)[0]
        assert spoil is with_the_key or (code == 0) == (spoil is as_it_was), (number, spoil.__name__)
        codes[code] += 1
    return codes


def test_both_say_the_same_of_fifty_bundles() -> None:
    assert set(agreed(Random(20), FEW)) >= {0, 1}


@pytest.mark.long
def test_both_say_the_same_of_a_thousand_bundles() -> None:
    codes = agreed(Random(20261126), MANY)

    assert (codes[0] >= MANY // 2, codes.total()) == (True, MANY)
    assert codes[1] > MANY // 4
