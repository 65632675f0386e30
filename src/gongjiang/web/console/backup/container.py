"""A backup's one file: encrypted in parts, each bound to its place, to the head and to being the last or not.

Head: the format's name, what tells one key from another (8 bytes), and a salt (16 bytes) that with the key
gives this file's own. Then parts of a mebibyte, each AES-256-GCM with a tag of 16 bytes; the last is shorter.
"""

import hashlib
import io
import secrets
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = b"gongjiang-backup 2\n"
TOLD, SALT, TAG = 8, 16, 16
PART = 1 << 20
SHORTEST = 32


class WrongKey(ValueError):
    """The file was encrypted with another key."""


class NoBackup(ValueError):
    """There is no file of this format."""


class Altered(ValueError):
    """A part is not what was written; it is named by its number."""


class CutShort(ValueError):
    """The file ends before its last part."""


def key_in(path: Path) -> bytes:
    key = path.read_bytes()
    if len(key) < SHORTEST:
        raise WrongKey(str(path))
    return key


def told_of(key: bytes) -> bytes:
    """What may be known of a key."""
    return hashlib.sha256(b"gongjiang backup key" + key).digest()[:TOLD]


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), SHORTEST, salt, b"gongjiang backup").derive(key))


def _place(number: int) -> bytes:
    return number.to_bytes(12, "big")


class Closing(io.RawIOBase):
    """What is written into it stands encrypted in the file; it is whole only once it was closed."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self.file, self.held, self.number = file, bytearray(), 0
        salt = secrets.token_bytes(SALT)
        self.head, self.cipher = FORMAT + told_of(key) + salt, _cipher(key, salt)
        file.write(self.head)

    def writable(self) -> bool:
        return True

    def write(self, told: bytes) -> int:  # type: ignore[override]
        self.held += told
        while len(self.held) > PART:
            self._put(bytes(self.held[:PART]), b"+")
            del self.held[:PART]
        return len(told)

    def _put(self, part: bytes, more: bytes) -> None:
        self.file.write(self.cipher.encrypt(_place(self.number), part, self.head + more))
        self.number += 1

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        if kind is None:
            self._put(bytes(self.held), b".")


class Opening(io.RawIOBase):
    """The content of such a file, each part given only once it was found to be what was written."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self.file, self.held, self.number, self.ended = file, b"", 0, False
        self.head = file.read(len(FORMAT) + TOLD + SALT)
        if not self.head.startswith(FORMAT) or len(self.head) < len(FORMAT) + TOLD + SALT:
            raise NoBackup
        if self.head[len(FORMAT) : -SALT] != told_of(key):
            raise WrongKey
        self.cipher = _cipher(key, self.head[-SALT:])
        self.ahead = file.read(PART + TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, place: bytearray) -> int:  # type: ignore[override]
        if not self.held and not self.ended:
            self.held = self._part()
        given, self.held = self.held[: len(place)], self.held[len(place) :]
        place[: len(given)] = given
        return len(given)

    def _part(self) -> bytes:
        part, self.ahead = self.ahead, self.file.read(PART + TAG)
        self.ended = not self.ahead
        self.number += 1
        try:
            return self._opened(part, b"." if self.ended else b"+")
        except InvalidTag:
            raise self._fault(part) from None

    def _opened(self, part: bytes, more: bytes) -> bytes:
        return self.cipher.decrypt(_place(self.number - 1), part, self.head + more)

    def _fault(self, part: bytes) -> ValueError:
        """A part that is whole and not the last, with nothing behind it, says that the rest is gone."""
        try:
            self._opened(part, b"+")
        except InvalidTag:
            return Altered(str(self.number))
        return CutShort(str(self.number))
