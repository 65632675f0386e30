"""A house that is killed while its tables are laid goes on where it stood, whatever the moment."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.console.conftest import outside
from tests.ledger_ground import ROOT

FOUND = [sys.executable, "-m", "gongjiang.config.main", "serve", "--build-only"]
KILLS = 20


def begun(home: Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, "GONGJIANG_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen(FOUND, env=env, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def took(home: Path) -> float:
    """How long it takes when nobody interrupts it, on this machine, today."""
    at = time.monotonic()
    assert begun(home).wait(timeout=120) == 0
    return time.monotonic() - at


@pytest.mark.long
def test_a_house_that_is_killed_while_it_is_laid_is_laid_whole_afterwards(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    seconds, dice, cut = took(whole), random.Random(20261126), 0
    for n in range(KILLS):
        home = tmp_path / f"cut{n}"
        home.mkdir()
        running = begun(home)
        time.sleep(seconds * (n + dice.random()) / KILLS)
        cut += running.poll() is None
        running.kill()
        running.wait()

        told = outside(home, "serve", "--build-only")

        assert (told.code, told.err) == (0, "")
        verified = outside(home, "journal", "verify", "--json")
        assert (verified.code, verified.json["whole"]) == (0, True)
    assert cut >= KILLS // 2
