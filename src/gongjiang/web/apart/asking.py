"""Asking the process apart: what may be kept of a file, or the word why not."""

import subprocess
import sys
from threading import BoundedSemaphore

from gongjiang.web.apart.no import UNREADABLE, NotTakenError

PATIENCE = 10
ROOM = BoundedSemaphore(2)
"""So many are opened at once by one server process: what each may take is bounded, and so is the sum."""


def looked_into(body: bytes, kind: str, pixels: int, side: int = 0) -> bytes:
    """The bytes to keep: a picture's are written anew, and smaller where a longest side is told. The process
    gets no environment and no open file.
    """
    command = [sys.executable, "-I", "-m", "gongjiang.web.apart", kind, str(pixels), str(side)]
    try:
        with ROOM:
            done = subprocess.run(
                command, input=body, capture_output=True, env={}, cwd="/", timeout=PATIENCE, check=False
            )
    except subprocess.TimeoutExpired:
        raise NotTakenError(UNREADABLE) from None
    word, _, kept = done.stdout.partition(b"\n")
    if done.returncode or word != b"ok":
        raise NotTakenError(word.decode() if word and not done.returncode else UNREADABLE)
    return kept
