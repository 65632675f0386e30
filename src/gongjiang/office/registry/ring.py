"""The house's numbered keys. Of fields, the highest seals, and every one that is kept opens what it sealed;
of indices, each goes over the one before (blinding.py), and none is given up.
"""

import os
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FIELD, INDEX = "field", "blind"
"""Key 1 of each; the later ones are field.2, field.3 and so on. An empty file is a key that was given up."""


class KeyUnknown(LookupError):
    """Something was sealed with a key that is not here."""


@dataclass(frozen=True)
class Ring:
    keys: dict[int, bytes]

    @property
    def current(self) -> int:
        return max(self.keys)

    def key(self, number: int) -> bytes:
        held = self.keys.get(number)
        if not held:
            raise KeyUnknown(number)
        return held


def ring(number: int = 0, kind: str = FIELD) -> Ring:
    """The ring as it lies in its folder, read anew each second; at once where a number is asked for that was
    not there.
    """
    folder = str(settings.SECRETS)
    held = _read(folder, kind, int(time.monotonic()))
    if number and number not in held.keys:
        _read.cache_clear()
        held = _read(folder, kind, int(time.monotonic()))
    return held


@lru_cache(maxsize=2)
def _read(folder: str, kind: str, second: int) -> Ring:
    return Ring({number_of(path): path.read_bytes() for path in files(Path(folder), kind)})


def files(folder: Path, kind: str) -> list[Path]:
    later = (path for path in folder.glob(f"{kind}.*") if path.suffix[1:].isdigit())
    return [folder / kind, *sorted(later, key=number_of)]


def number_of(path: Path) -> int:
    return int(path.suffix[1:] or 1)


def place(number: int, kind: str = FIELD) -> Path:
    return Path(settings.SECRETS) / (kind if number == 1 else f"{kind}.{number}")


def add_key(kind: str = FIELD) -> int:
    """One more key, whole before it has its name; it counts from now on."""
    number = ring(kind=kind).current + 1
    _put(place(number, kind), secrets.token_bytes(32))
    return number


def give_up_key(number: int) -> None:
    """The key's bytes go; that there was one stays, so that nobody takes its want for a loss."""
    _put(place(number), b"")


def _put(path: Path, key: bytes) -> None:
    fresh = path.parent / f".fresh-{secrets.token_hex(4)}"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    _read.cache_clear()
