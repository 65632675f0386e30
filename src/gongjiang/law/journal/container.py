"""The bundle as a file: a zip without compression, of which no byte is left to choice."""

import struct
import zlib
from collections.abc import Mapping

PARTS = (
    "manifest.json", "manifest.sig", "keys.json", "leaves.txt", "checkpoints.json", "proofs.json",
    "witnesses.json",
)  # fmt: skip
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
DAY = 33
"""The first of January 1980, as zip files write it."""


class Unusable(ValueError):
    """The part at which reading ends, and why."""

    def __init__(self, part: str, word: str) -> None:
        super().__init__(part, word)
        self.part, self.word = part, word


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The one file these parts make."""
    out, directory = bytearray(), bytearray()
    for name in PARTS:
        data, label, crc = parts[name], name.encode(), zlib.crc32(parts[name])
        sizes = (crc, len(data), len(data), len(label))
        directory += CENTRAL.pack(b"PK\1\2", 20, 20, 0, 0, 0, DAY, *sizes, 0, 0, 0, 0, 0, len(out)) + label
        out += LOCAL.pack(b"PK\3\4", 20, 0, 0, 0, DAY, *sizes, 0) + label + data
    end = END.pack(b"PK\5\6", 0, 0, len(PARTS), len(PARTS), len(directory), len(out), 0)
    return bytes(out + directory + end)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts as they lie, whatever their checksums say; raises Unusable."""
    if not data.startswith(b"PK\3\4"):
        raise Unusable("", "not_zip")
    parts, at = dict[str, bytes](), 0
    for name in PARTS:
        if len(data) < at + LOCAL.size:
            raise Unusable(name, "truncated" if data[at : at + 4] == b"PK\3\4" else "missing")
        sign, _, _, method, _, _, _, _, size, label, extra = LOCAL.unpack_from(data, at)
        at += LOCAL.size
        if sign != b"PK\3\4" or data[at : at + label] != name.encode():
            raise Unusable(name, "missing")
        if method:
            raise Unusable(name, "compressed")
        at += label + extra
        parts[name] = data[at : at + size]
        at += size
        if at >= len(data):
            raise Unusable(name, "truncated")
    return parts
