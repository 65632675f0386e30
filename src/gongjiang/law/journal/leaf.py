"""One leaf: what everybody may see of a decision, and the salted commitment to the rest of it."""

import hmac
import re
from typing import NamedTuple

from gongjiang.law.journal.tree import leaf_hash

LINE = re.compile(
    r"([1-9][0-9]{0,17}) ([a-z][a-z0-9._-]{0,39}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9a-f]{64}) ([0-9a-f]{64})"
)
FORM = "gongjiang-leaf/1"


class Line(NamedTuple):
    """A leaf as the bundle has it."""

    seq: int
    kind: str
    day: str
    commitment: str
    hashed: str


def commitment(salt: bytes, ref: str, at: str, body: str) -> str:
    """Without the salt nobody can tell what was committed to, nor guess it."""
    parts = (part.encode() for part in (ref, at, body))
    return hmac.digest(salt, b"".join(len(p).to_bytes(8, "big") + p for p in parts), "sha256").hex()


def hashed(seq: int, kind: str, day: str, committed: str) -> bytes:
    return leaf_hash(f"{FORM}\n{seq}\n{kind}\n{day}\n{committed}\n".encode())


def line(text: str) -> Line | None:
    """None where it is not a line of leaves."""
    found = LINE.fullmatch(text)
    return Line(int(found[1]), *found.groups()[1:]) if found else None
