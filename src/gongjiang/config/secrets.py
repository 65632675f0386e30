"""The keys of one installation: made once on an empty folder, never remade over existing data."""

import os
import secrets
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

NAMES = ("django", "field", "blind", "log")
NUMBERED = ("field", "blind")
ISSUING = ("issuer", "seal")
"""What signs certificates: made anew, nothing becomes unreadable; the office says whether it is known."""

BACKUP = "backup"
"""What backups are encrypted with: made where there is none, for no data of the house rests on it."""


class KeysMissing(RuntimeError):
    """There is data but not its keys: starting would make it unreadable."""


class KeysExposed(RuntimeError):
    """A key file can be read by others."""


@dataclass(frozen=True)
class Keys:
    folder: Path
    django: str
    log: bytes
    issuer: bytes
    seal: bytes


def keys(home: Path, has_data: bool) -> Keys:
    """Read the keys of this home, or make them where there is nothing yet to protect."""
    folder = home / "secrets"
    if not folder.exists():
        if has_data:
            raise KeysMissing(str(folder))
        folder.mkdir(parents=True, mode=0o700)
        _make(folder, NAMES)
    found = {name: _read(folder / name) for name in NAMES}
    for name in NUMBERED:
        for later in range(2, _latest(folder, name)):
            _read(folder / f"{name}.{later}")
    _make(folder, [name for name in (*ISSUING, BACKUP) if not (folder / name).exists()])
    issuer, seal, _ = (_read(folder / name) for name in (*ISSUING, BACKUP))
    return Keys(folder, found["django"].hex(), found["log"], issuer, seal)


def _latest(folder: Path, name: str) -> int:
    """One past the last of the later keys of a kind (office/registry/ring.py); none before it may be gone."""
    later = (path.suffix[1:] for path in folder.glob(f"{name}.*"))
    return max((int(number) for number in later if number.isdigit()), default=1) + 1


def _make(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))


def _read(path: Path) -> bytes:
    if not path.exists():
        raise KeysMissing(str(path))
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeysExposed(str(path))
    return path.read_bytes()
