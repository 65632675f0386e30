"""The keys of fields by number: the highest seals, and every one that is kept opens what it sealed."""

import os
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FIRST = "field"
"""Key 1; the later ones are field.2, field.3 and so on. An empty file is a key that was given up."""


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


def ring(number: int = 0) -> Ring:
    """The ring as it lies in its folder, read anew each second; at once where a number is asked for that was
    not there.
    """
    folder = Path(settings.SECRETS)
    held = _read(folder, int(time.monotonic()))
    if number and number not in held.keys:
        _read.cache_clear()
        held = _read(folder, int(time.monotonic()))
    return held


@lru_cache(maxsize=1)
def _read(folder: Path, second: int) -> Ring:
    return Ring({number_of(path): path.read_bytes() for path in files(folder)})


def files(folder: Path) -> list[Path]:
    later = (path for path in folder.glob(f"{FIRST}.*") if path.suffix[1:].isdigit())
    return [folder / FIRST, *sorted(later, key=number_of)]


def number_of(path: Path) -> int:
    return int(path.suffix[1:] or 1)


def place(number: int) -> Path:
    return Path(settings.SECRETS) / (FIRST if number == 1 else f"{FIRST}.{number}")


def add_key() -> int:
    """One more key, whole before it has its name; it seals from now on."""
    number = ring().current + 1
    _put(number, secrets.token_bytes(32))
    return number


def give_up_key(number: int) -> None:
    """The key's bytes go; that there was one stays, so that nobody takes its want for a loss."""
    _put(number, b"")


def _put(number: int, key: bytes) -> None:
    path = place(number)
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
