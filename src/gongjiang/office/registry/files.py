"""Files that people sent, at rest: sealed like a field, under random names outside every public route."""

import os
import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from gongjiang.office.registry.seal import HEAD, MARK, key_of, seal_bytes, unseal_bytes

FOLDERS = EVIDENCE, SHEETS = "evidence", "sheets"
OPEN = 0
"""The number of no key: a file of the time before files were sealed."""


def keep(folder: str, body: bytes) -> tuple[str, str]:
    """The name it is kept under, and the SHA-256 of what was sent."""
    place = Path(settings.HOME) / folder
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = secrets.token_hex(16)
    _put(place / name, body)
    return name, sha256(body).hexdigest()


def kept(folder: str, name: str) -> bytes | None:
    """What was sent; nothing where there is no such file."""
    path = Path(settings.HOME) / folder / name
    return _opened(path) if name and path.is_file() else None


def destroy(folder: str, name: str) -> None:
    (Path(settings.HOME) / folder / name).unlink(missing_ok=True)


def by_key() -> Iterator[tuple[int, Path]]:
    """Every file with the number of the key that sealed it."""
    for folder in FOLDERS:
        for path in (Path(settings.HOME) / folder).glob("*"):
            with path.open("rb") as file:
                head = file.read(HEAD)
            yield key_of(head) if head.startswith(MARK) else OPEN, path


def seal_again(path: Path) -> None:
    _put(path, _opened(path))


def _opened(path: Path) -> bytes:
    told = path.read_bytes()
    return unseal_bytes(told, _bound_to(path)) if told.startswith(MARK) else told


def _put(path: Path, body: bytes) -> None:
    """Whole under its name or not at all: where the disk is full, nothing of it stays."""
    fresh = path.with_suffix(".part")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(seal_bytes(body, _bound_to(path)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _bound_to(path: Path) -> str:
    return f"file|{path.parent.name}|{path.name}"
