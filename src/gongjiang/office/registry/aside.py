"""A private place within the house for what lies open for a while: gone afterwards, and after a crash when
anybody next needs such a place or the house is started.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from django.conf import settings

PLACE, LOCK = "tmp", "lock"
EARLIER = ".aside-*"
"""Where versions before this one laid such things."""


def place() -> Path:
    """For the house's own account alone, also where somebody made it wider."""
    folder = Path(settings.HOME) / PLACE
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    return folder


@contextmanager
def aside() -> Iterator[Path]:
    """A folder that is ours while this process lives: whoever is killed lets go of it."""
    with _alone():
        _clear()
        folder = Path(mkdtemp(dir=place()))
        claim = _claimed(folder)
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)
        _let_go(claim)


def clear_aside() -> None:
    """At the start: what the dead left behind."""
    with _alone():
        _clear()
    for left in Path(settings.HOME).glob(EARLIER):
        rmtree(left, ignore_errors=True)


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody takes a folder that was made a moment ago for one that was left."""
    handle = os.open(place() / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _clear() -> None:
    for folder in place().iterdir():
        if folder.is_dir() and (claim := _claimed(folder)) is not None:
            rmtree(folder, ignore_errors=True)
            _let_go(claim)


def _claimed(folder: Path) -> int | None:
    """Held until the process ends, however it ends; nothing where another holds it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def _let_go(claim: int | None) -> None:
    if claim is not None:
        os.close(claim)
