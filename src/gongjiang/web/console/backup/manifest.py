"""What a backup holds: every file with its length and hash, and where the record ended."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

NAME = "manifest.json"
FORMAT = "gongjiang-backup"
CHUNK = 1 << 20


class Damaged(ValueError):
    """A file of the backup is not what the manifest says; the file is named."""


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and path != folder / NAME)


def write(folder: Path, listed: Mapping[str, Path], told: dict[str, Any]) -> None:
    """Of the files as they lie now, each by the name it has in the backup."""
    held = {name: {"bytes": path.stat().st_size, "sha256": sha256(path)} for name, path in listed.items()}
    text = json.dumps({"format": FORMAT, "version": 2, **told, "files": held}, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", "utf-8")


def read(folder: Path) -> dict[str, Any]:
    """The manifest, once every file was found to be what it says, and no other file there."""
    try:
        told: dict[str, Any] = json.loads((folder / NAME).read_text("utf-8"))
        wanted = {name: (one["bytes"], one["sha256"]) for name, one in told["files"].items()}
        known = told["format"] == FORMAT and told["version"] == 2
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        raise Damaged(NAME) from None
    if not known:
        raise Damaged(NAME)
    found = {path.relative_to(folder).as_posix(): path for path in files(folder)}
    for name in sorted(wanted.keys() | found.keys()):
        path = found.get(name)
        if path is None or name not in wanted or wanted[name] != (path.stat().st_size, sha256(path)):
            raise Damaged(name)
    return told
