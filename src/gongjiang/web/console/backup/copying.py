"""The database copied while it is in use, and put back: SQLite by its own backup, PostgreSQL by its tools."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}


class ToolMissing(LookupError):
    """PostgreSQL's own program is not on this machine."""


class CopyFailed(RuntimeError):
    """The database's program ended with a fault."""


def copy_sqlite(source: Path, target: Path) -> None:
    """The online backup of SQLite: whole at one moment, whoever writes meanwhile. It is checked at once."""
    try:
        whole = _copied(source, target)
    except sqlite3.OperationalError as no:
        raise CopyFailed(str(no)) from no
    if whole != "ok":
        raise CopyFailed(whole)


def _copied(source: Path, target: Path) -> str:
    with closing(sqlite3.connect(source)) as held, closing(sqlite3.connect(target)) as made:
        held.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
        return str(made.execute("PRAGMA integrity_check").fetchone()[0])


def copy_postgresql(told: Mapping[str, Any], target: Path) -> None:
    _run("pg_dump", told, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def put_postgresql(told: Mapping[str, Any], source: Path) -> None:
    """Into the database that is named, all or nothing; what is there of the same names is replaced."""
    _run("pg_restore", told, "--single-transaction", "--clean", "--if-exists", "--no-owner",
         "--no-privileges", f"--dbname={told['NAME']}", str(source))  # fmt: skip


def tool(name: str) -> str:
    """Where PostgreSQL's program is: as GONGJIANG_PG_BIN says, or on the path."""
    found = shutil.which(name, path=os.environ.get("GONGJIANG_PG_BIN") or None)
    if not found:
        raise ToolMissing(name)
    return found


def _run(name: str, told: Mapping[str, Any], *arguments: str) -> None:
    env = {**os.environ, **surroundings(told)}
    done = subprocess.run([tool(name), *arguments], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CopyFailed(done.stderr.strip())


def surroundings(told: Mapping[str, Any]) -> dict[str, str]:
    """Where PostgreSQL's programs find the database, sealed as the house's own connection is."""
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD",
             "PGDATABASE": "NAME", "PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert"}  # fmt: skip
    held = {**told.get("OPTIONS", {}), **told}
    return {key: str(held[field]) for key, field in names.items() if held.get(field)}
