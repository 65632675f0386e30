"""Many files into the one encrypted file of a backup, and out of it again."""

import os
import tarfile
from collections.abc import Mapping
from io import BufferedReader, BufferedWriter
from pathlib import Path
from typing import cast

from gongjiang.web.console.backup.container import PART, Closing, Opening

NAME = "house.backup"


def pack(held: Mapping[str, Path], target: Path, key: bytes) -> None:
    """Whole under its name or not there: written beside it first."""
    fresh = target.with_suffix(".part")
    try:
        _pack(held, fresh, key)
        fresh.replace(target)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _pack(held: Mapping[str, Path], fresh: Path, key: bytes) -> None:
    with fresh.open("xb") as file:
        fresh.chmod(0o600)
        with (
            Closing(file, key) as closing,
            BufferedWriter(cast("BufferedWriter", closing), PART) as out,
            tarfile.open(fileobj=out, mode="w|") as tar,
        ):
            for name, path in held.items():
                tar.add(path, name, recursive=False)
        file.flush()
        os.fsync(file.fileno())


def unpack(source: Path, folder: Path, key: bytes) -> None:
    """Into an empty folder, read to the very end."""
    with source.open("rb") as file:
        held = BufferedReader(cast("BufferedReader", Opening(file, key)), PART)
        with tarfile.open(fileobj=held, mode="r|") as tar:
            tar.extractall(folder, filter="data")
        while held.read(PART):
            pass
