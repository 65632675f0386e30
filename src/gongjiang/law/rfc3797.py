"""Publicly verifiable random selection as RFC 3797 describes it, kept for compatibility."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from math import comb, log2

from gongjiang.law.words import Problem, problem

# RFC 3797 brackets the key with a two-byte counter, so no pool may be larger.
LARGEST_POOL = 65_535
WHOLE = re.compile(r"[0-9]{1,40}")
FRACTION = re.compile(r"([0-9]{1,40})\.([0-9]{0,40})")
"""More digits than any public source prints, and none that Python does not read."""

Number = int | float | str


@dataclass(frozen=True, slots=True)
class Rfc3797Draw:
    """The key, the 1-based places drawn, and for each draw its MD5 (upper hex) and the pool left."""

    key: str
    selected: tuple[int, ...]
    md5: tuple[str, ...]
    divisors: tuple[int, ...]


def rfc3797(sources: Sequence[Sequence[Number]], pool: int, count: int) -> Rfc3797Draw | Problem:
    """Draw `count` of the places 1..`pool`. Source: RFC 3797 section 6 and its reference program."""
    if not 0 <= count <= pool <= LARGEST_POOL:
        return problem("抽取人数或名单长度超出范围", "the count or the pool is out of range")
    key = key_of(sources)
    return key if isinstance(key, Problem) else picked(key, pool, count)


def key_of(sources: Sequence[Sequence[Number]]) -> str | Problem:
    """The canonical text of the sources, in the order announced."""
    printed = [printed_source([str(number) for number in source]) for source in sources]
    if not printed or None in printed:
        return problem("公开随机源应为非负数字", "a public source is a list of non-negative numbers")
    return "".join(text for text in printed if text is not None)


def printed_source(numbers: Sequence[str]) -> str | None:
    """One source as RFC 3797 prints it, or None when it is not made of numbers."""
    if numbers and all(WHOLE.fullmatch(n) for n in numbers):
        return "".join(f"{n}." for n in sorted(map(int, numbers))) + "/"
    parts = [FRACTION.fullmatch(n) for n in numbers]
    if not parts or None in parts:
        return None
    # The reference program keeps the order of fractions and puts no full stop after them.
    return "".join(f"{int(p[1])}.{p[2].rstrip('0')}" for p in parts if p) + "/"


def picked(key: str, pool: int, count: int) -> Rfc3797Draw:
    """The places drawn with a key already printed."""
    left = list(range(1, pool + 1))
    selected, digests = [], []
    for turn in range(count):
        bracket = turn.to_bytes(2, "big")
        digest = md5(bracket + key.encode() + bracket, usedforsecurity=False).hexdigest().upper()
        digests.append(digest)
        selected.append(left.pop(int(digest, 16) % len(left)))
    return Rfc3797Draw(key, tuple(selected), tuple(digests), tuple(range(pool, pool - count, -1)))


def entropy_bits(pool: int, count: int) -> float:
    """Bits of entropy that choosing `count` of `pool` needs: log2 C(pool, count); 0 without a choice."""
    return log2(comb(pool, count)) if 0 < count < pool else 0.0
