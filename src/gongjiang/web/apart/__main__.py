"""The process apart: a kind, a number of pixels and a longest side are its arguments; in comes a file, out
goes a word.

After the word `ok` come the bytes that may be kept. By then it can open nothing: no file, no connection.
"""

import codecs
import logging
import resource
import sys

from gongjiang.web.apart.no import UNREADABLE, NotTakenError

MEMORY, SECONDS = 400 * 1024 * 1024, 4


def shut() -> None:
    """From here on: no new file or socket, nothing written to a disk, little memory and time."""
    for name in ("ascii", "latin-1", "utf-16-be", "utf-16-le", "utf-16", "hex", "idna", "cp1252"):
        codecs.lookup(name)
    logging.disable()
    limits = {
        resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0, resource.RLIMIT_NOFILE: 3,
    }  # fmt: skip
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def main(kind: str, most: int, side: int = 0) -> bytes:
    """Only what the file needs is loaded."""
    if kind == "application/pdf":
        from gongjiang.web.apart.papers import whole  # noqa: PLC0415

        shut()
        whole(body := sys.stdin.buffer.read())
        return body
    from gongjiang.web.apart.pictures import anew  # noqa: PLC0415

    shut()
    return anew(sys.stdin.buffer.read(), kind, most, side)


def said() -> bytes:
    """Whatever a file of a stranger breaks in a reader, the answer is that it cannot be read."""
    try:
        return b"ok\n" + main(sys.argv[1], *map(int, sys.argv[2:4]))
    except NotTakenError as no:
        return f"{no}\n".encode()
    except Exception:
        return f"{UNREADABLE}\n".encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(said())
