"""A house that is killed while its tables are laid goes on where it stood, whatever the moment."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.console.conftest import outside
from tests.ledger_ground import ROOT

FOUND = [sys.executable, "-m", "gongjiang.config.main", "serve", "--build-only"]
ADDRESS = os.environ.get("GONGJIANG_DATABASE", "")
KILLS = 10 if ADDRESS else 20


@contextmanager
def house(folder: Path, name: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """A home with nothing in it, and the address of an empty database of its own where there is a server."""
    home = folder / name
    home.mkdir()
    if not ADDRESS:
        yield home, {}
        return
    import psycopg

    with psycopg.connect(ADDRESS, autocommit=True) as server:
        server.execute(f"CREATE DATABASE founding_{name}")
        yield home, {"GONGJIANG_DATABASE": urlsplit(ADDRESS)._replace(path=f"/founding_{name}").geturl()}
        server.execute(f"DROP DATABASE founding_{name} WITH (FORCE)")


def begun(home: Path, held: dict[str, str]) -> subprocess.Popen[bytes]:
    env = {**os.environ, "GONGJIANG_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **held}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen(FOUND, env=env, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def took(folder: Path) -> float:
    """How long it takes when nobody interrupts it, on this machine, today."""
    with house(folder, "whole") as (home, held):
        at = time.monotonic()
        assert begun(home, held).wait(timeout=120) == 0
        return time.monotonic() - at


def cut_off(home: Path, held: dict[str, str], seconds: float) -> bool:
    """Whether it was killed before it was done."""
    running = begun(home, held)
    time.sleep(seconds)
    cut = running.poll() is None
    running.kill()
    running.wait()
    return cut


@pytest.mark.both
@pytest.mark.long
def test_a_house_that_is_killed_while_it_is_laid_is_laid_whole_afterwards(tmp_path: Path) -> None:
    seconds, dice, cut = took(tmp_path), random.Random(20261126), 0
    for n in range(KILLS):
        with house(tmp_path, f"cut{n}") as (home, held):
            cut += cut_off(home, held, seconds * (n + dice.random()) / KILLS)

            told = outside(home, "serve", "--build-only", **held)

            assert (told.code, told.err) == (0, "")
            verified = outside(home, "journal", "verify", "--json", **held)
            assert (verified.code, verified.json["whole"]) == (0, True)
    assert cut >= KILLS // 2
