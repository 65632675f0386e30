"""Real files made wrong by chance: bits, cuts, pieces of others, words that readers stumble over; and, of
files that are made of parts, the parts.
"""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

WORDS = tuple(word.encode("utf-8", "surrogatepass") for word in (
    "\0", "\r", "\n", "\t", '"', "'", ",", ",,,,", "=1+1", "-", "9" * 5000, "1e999", "-1e308", "NaN",
    "Infinity", "null", "true", "[]", "{}", "[" * 3000, '{"a":' * 3000, "\ufeff", "\ud800", "\u202e",
    "０１２３", "²", "Ⅷ", "2026-02-30", "0000-00-00", "99999-01-01", "1900-02-29", "<f>1</f>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;", "../../etc/passwd", "%PDF-1.7", "PK\x03\x04", "%s%n", "${7*7}",
    "一" * 70, "\ufffd",
))  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 10**400, 1e308, "", "\0", "\ud800", "9" * 5000, "一" * 5000, [], {}, [[]],
    [None],     {"": None}, {"x": {"x": {}}}, "2026-02-30", "NaN",
)  # fmt: skip


def mutated(held: Sequence[bytes], dice: Random) -> bytes:
    """One of these files, wrong in one to four ways."""
    body = dice.choice(held)
    for _ in range(dice.randint(1, 4)):
        body = dice.choice(WAYS)(body, held, dice)
    return body


def place(body: bytes, dice: Random) -> int:
    return dice.randrange(len(body) + 1)


def flipped(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    at = dice.randrange(len(body)) if body else 0
    return body[:at] + bytes([body[at] ^ (1 << dice.randrange(8))]) + body[at + 1 :] if body else body


def cut(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    return body[: place(body, dice)]


def hollow(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    start, end = sorted((place(body, dice), place(body, dice)))
    return body[:start] + body[min(end, start + dice.randint(1, 64)) :]


def doubled(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    start = place(body, dice)
    piece = body[start : start + dice.randint(1, 400)]
    return body[:start] + piece * dice.randint(2, 9) + body[start:]


def worded(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    """A word in place of some bytes, or between two."""
    start, word = place(body, dice), dice.choice(WORDS)
    return body[:start] + word + body[start + dice.choice((0, 1, len(word))) :]


def celled(body: bytes, _held: Sequence[bytes], dice: Random) -> bytes:
    """A word for what stands between two commas, lines or marks of quotation."""
    ends = [at for at, byte in enumerate(body) if byte in b',\n"<>:']
    if len(ends) < 2:
        return body
    at = dice.randrange(len(ends) - 1)
    return body[: ends[at] + 1] + dice.choice(WORDS) + body[ends[at + 1] :]


def grafted(body: bytes, held: Sequence[bytes], dice: Random) -> bytes:
    other = dice.choice(held)
    return body[: place(body, dice)] + other[place(other, dice) :]


def within_parts(body: bytes, held: Sequence[bytes], dice: Random) -> bytes:
    """Of an archive one part made wrong and the whole put together again; of anything else a bit."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        name = dice.choice(sorted(parts))
    except (zipfile.BadZipFile, OSError, ValueError, IndexError, NotImplementedError, RuntimeError, EOFError):
        return flipped(body, held, dice)
    except Exception:  # noqa: BLE001 - what the standard library's own reader says of a spoilt archive
        return body
    if dice.random() < 0.1:
        del parts[name]
    else:
        parts[name] = dice.choice(PLAIN)(parts[name], [*parts.values()], dice)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return buffer.getvalue()


def within_json(body: bytes, held: Sequence[bytes], dice: Random) -> bytes:
    """Some value of a JSON text put wrong, the text itself right; of anything else a word."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return worded(body, held, dice)
    return json.dumps(altered(value, dice), ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def altered(value: Any, dice: Random) -> Any:
    if isinstance(value, dict) and value and dice.random() < 0.9:
        key = dice.choice(sorted(value))
        if dice.random() < 0.15:
            return {name: one for name, one in value.items() if name != key}
        return value | {key: altered(value[key], dice)}
    if isinstance(value, list) and value and dice.random() < 0.9:
        at = dice.randrange(len(value))
        return [*value[:at], altered(value[at], dice), *value[at + dice.choice((0, 1, 1, 1)) :]]
    return dice.choice(ODD)


Way = Callable[[bytes, Sequence[bytes], Random], bytes]
PLAIN: tuple[Way, ...] = (flipped, cut, hollow, doubled, worded, celled, celled, grafted)
WAYS: tuple[Way, ...] = (*PLAIN, within_parts, within_parts, within_parts, within_json, within_json)
