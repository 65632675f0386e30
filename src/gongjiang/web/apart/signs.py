"""What the bare bytes of a PDF show, whatever its tables say: names that act, a cut, a file behind it."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from zipfile import is_zipfile

from gongjiang.web.apart.no import ACTS, UNREADABLE

ACTIVE = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|Encrypt|Rendition|RichMedia)")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
PAGE = re.compile(rb"<(!doctype|html|script|svg|\?php)", re.IGNORECASE)
"""What would make a page of it where somebody looks for one among its first bytes."""
FIRST = 1024
END, BLANK = b"%%EOF", b"\0\t\n\f\r "
UNPACKED = 64 * 1024 * 1024
"""Bytes of packed objects that are read at most; a file that holds more is refused."""


def signs(body: bytes) -> str:
    """The word why it is not taken, or nothing."""
    if body.rpartition(END)[2].strip(BLANK) or END not in body:
        return UNREADABLE
    return ACTS if PAGE.search(body[:FIRST]) or active(body) or is_zipfile(BytesIO(body)) else ""


def active(body: bytes) -> bool:
    """Whether a PDF names anything that acts: in the open, with escaped letters, or in packed objects."""
    left = UNPACKED
    for part in chain((body,), packed(body)):
        left -= 0 if part is body else len(part)
        if left <= 0 or ACTIVE.search(ESCAPED.sub(lambda held: bytes([int(held[1], 16)]), part)):
            return True
    return False


def packed(body: bytes) -> Iterator[bytes]:
    """The object streams of a PDF, unpacked one by one."""
    at = body.find(b"/ObjStm")
    while at >= 0:
        start = body.find(b"stream", at)
        end = body.find(b"endstream", start + 6)
        if start < 0 or end < 0:
            return
        try:
            yield zlib.decompressobj().decompress(body[start + 6 : end].lstrip(b"\r\n"), UNPACKED)
        except zlib.error:
            yield b""
        at = body.find(b"/ObjStm", end)
