"""A database of their own for processes that compete, or that are killed: of the engine the tests run on."""

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.forking import Child, Nursery

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

    @cached_property
    def nursery(self) -> Nursery:
        return Nursery(self.environment, ROOT)

    def start(self, module: str, *arguments: str) -> Child:
        """A process of its own, from one that has the house loaded."""
        return self.nursery.start(module, *arguments)

    def run(self, module: str, *arguments: str) -> tuple[int, str]:
        """The exit code, negative for a signal, and what it printed."""
        process = self.start(module, *arguments)
        said = process.communicate(timeout=300)[0]
        assert process.returncode is not None
        return process.returncode, said

    def close(self) -> None:
        if "nursery" in self.__dict__:
            self.nursery.close()


@contextmanager
def ground(home: Path) -> Iterator[Ground]:
    """A fresh home and database, migrated."""
    with copied(_migrated(), home) as made:
        yield made


@contextmanager
def copied(original: Ground, home: Path) -> Iterator[Ground]:
    """The same home and database once more, to be spoilt separately; nobody is connected to the original."""
    shutil.copytree(original.home, home)
    with _database(original.database) as name, closing(Ground(home, name)) as made:
        yield made


@cache
def _migrated() -> Ground:
    """What every ground is a copy of: migrated once by whoever runs these tests, gone when they end."""
    kept = ExitStack()
    atexit.register(kept.close)
    home = Path(kept.enter_context(tempfile.TemporaryDirectory())) / "home"
    made = Ground(home, kept.enter_context(_database("")))
    with closing(made):
        assert made.run("gongjiang.config.main", "manage", "migrate", "--verbosity=0") == (0, "")
        assert made.run("gongjiang.config.main", "manage", "createcachetable", "--verbosity=0") == (0, "")
    return made


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
