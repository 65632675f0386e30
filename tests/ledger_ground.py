"""A database of their own for processes that compete, or that are killed: of the engine the tests run on."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).parent.parent
SERVER = os.environ.get("GONGJIANG_DATABASE", "")


@dataclass(frozen=True)
class Ground:
    """A home folder with its keys, and a database that has been migrated."""

    home: Path
    database: str

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "gongjiang.config.settings",
            "GONGJIANG_HOME": str(self.home),
            "GONGJIANG_DATABASE": self.address,
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }

    @property
    def address(self) -> str:
        return urlsplit(SERVER)._replace(path=f"/{self.database}").geturl() if SERVER else ""

    def start(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def run(self, module: str, *arguments: str) -> tuple[int, str]:
        """The exit code, negative for a signal, and what it printed."""
        process = self.start(module, *arguments)
        said = process.communicate(timeout=300)[0]
        return process.returncode, said


@contextmanager
def ground(home: Path) -> Iterator[Ground]:
    """A fresh home and database, migrated."""
    with _database("") as name:
        made = Ground(home, name)
        assert made.run("gongjiang.config.main", "manage", "migrate", "--verbosity=0") == (0, "")
        yield made


@contextmanager
def copied(original: Ground, home: Path) -> Iterator[Ground]:
    """The same home and database once more, to be spoilt separately; nobody is connected to the original."""
    shutil.copytree(original.home, home)
    with _database(original.database) as name:
        yield Ground(home, name)


@contextmanager
def _database(template: str) -> Iterator[str]:
    if not SERVER:
        yield ""
        return
    name = f"ground_{secrets.token_hex(6)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template or "template1"}"')
        try:
            yield name
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
