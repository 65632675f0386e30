"""Personal data at rest: AES-256-GCM bound to its row and its key. What finds it again is in blinding.py."""

import os
from functools import cache
from typing import Any, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import Model

from gongjiang.office.registry.ring import KeyUnknown, ring

NONCE = 12
MARK = b"gj"
HEAD = 4
"""The mark and the key's number in two bytes; what was sealed before there were numbers has neither."""


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def seal(text: str, bound_to: str) -> bytes:
    """Cipher text that opens only with the same `bound_to` (table, column and row reference)."""
    return seal_bytes(text.encode(), bound_to)


def seal_bytes(body: bytes, bound_to: str) -> bytes:
    held = ring()
    head, nonce = head_of(held.current), os.urandom(NONCE)
    told = _cipher(held.key(held.current)).encrypt(nonce, body, head + bound_to.encode())
    return head + nonce + told


def unseal(sealed: bytes | memoryview, bound_to: str) -> str:
    """What was sealed; of another row, or altered, it is refused (InvalidTag)."""
    return unseal_bytes(bytes(sealed), bound_to).decode()


def unseal_bytes(raw: bytes, bound_to: str) -> bytes:
    if raw.startswith(MARK):
        try:
            return _opened(raw[HEAD:], int.from_bytes(raw[2:HEAD], "big"), raw[:HEAD] + bound_to.encode())
        except (InvalidTag, KeyUnknown):
            if not _early(raw, bound_to):
                raise
    return _opened(raw, 1, bound_to.encode())


def _early(raw: bytes, bound_to: str) -> bool:
    """Whether it is of the time before keys had numbers, and begins like a mark by chance."""
    try:
        _opened(raw, 1, bound_to.encode())
    except (InvalidTag, KeyUnknown):
        return False
    return True


def _opened(told: bytes, number: int, bound_to: bytes) -> bytes:
    return _cipher(ring(number).key(number)).decrypt(told[:NONCE], told[NONCE:], bound_to)


def head_of(number: int) -> bytes:
    return MARK + number.to_bytes(HEAD - len(MARK), "big")


def key_of(sealed: bytes) -> int:
    """The number of the key that sealed this; the first where it does not say."""
    return int.from_bytes(sealed[len(MARK) : HEAD], "big") if sealed.startswith(MARK) else 1


class Sealed:
    """A value that a model keeps encrypted in a column, bound to the row by one of its other columns."""

    def __init__(self, column: str, place: str, by: str = "ref") -> None:
        self.column, self.place, self.by = column, place, by

    @overload
    def __get__(self, row: None, owner: Any) -> "Sealed": ...
    @overload
    def __get__(self, row: Model, owner: Any) -> str: ...
    def __get__(self, row: Model | None, owner: Any) -> "str | Sealed":
        if row is None:
            return self
        held = getattr(row, self.column)
        return unseal(held, self.bound_to(row)) if held else ""

    def __set__(self, row: Model, value: str) -> None:
        setattr(row, self.column, seal(value, self.bound_to(row)) if value else None)

    def bound_to(self, row: Model) -> str:
        return f"{self.place}|{getattr(row, self.by)}"
