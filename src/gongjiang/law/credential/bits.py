"""One bit for each credential, set when it was revoked: W3C Bitstring Status List."""

import base64
import binascii
import zlib
from collections.abc import Iterable

SIZE = 131_072
"""Bits in a list: never fewer, so that asking for a list tells nobody whom it is about."""
GZIP = 31


def place(key: int) -> tuple[int, int]:
    """The list a certificate is in, counted from one, and its bit there."""
    return key // SIZE + 1, key % SIZE


def keys(number: int) -> tuple[int, int]:
    """The first and the last key of a list."""
    return (number - 1) * SIZE, number * SIZE - 1


def packed(revoked: Iterable[int]) -> str:
    bits = bytearray(SIZE // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    return "u" + base64.urlsafe_b64encode(zlib.compress(bytes(bits), 9, GZIP)).decode().rstrip("=")


def unpacked(text: str) -> bytes:
    """The bits of a list; ValueError for anything else, and for what would be very large."""
    if not text.startswith("u"):
        raise ValueError("not base64url")
    try:
        data = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
        bits = zlib.decompressobj(GZIP).decompress(data, SIZE)
    except (binascii.Error, zlib.error) as error:
        raise ValueError(str(error)) from error
    if len(bits) < SIZE // 8:
        raise ValueError("the list is too short")
    return bits


def is_set(bits: bytes, index: int) -> bool:
    """Whether a bit is set; IndexError beyond the end."""
    if index < 0:
        raise IndexError(index)
    return bool(bits[index // 8] & 0x80 >> index % 8)
