"""A roster being taken in is killed again and again: nothing is lost, and nothing comes twice."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROWS, KILLS = 1200, 12
ALL = "SELECT count(*), count(DISTINCT row), sum(state = 'submitted') FROM cases_case"


def run(home: Path, *args: str) -> subprocess.Popen[str]:
    env = os.environ | {"GONGJIANG_HOME": str(home), "GONGJIANG_DATABASE": "", "PYTHONPATH": os.getcwd()}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "tests.reliability.taking", *args]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


def ended(worker: subprocess.Popen[str]) -> bool:
    worker.communicate()
    return worker.returncode == 0


def asked(home: Path, query: str) -> tuple[int, ...]:
    with closing(sqlite3.connect(home / "gongjiang.sqlite3", timeout=30)) as link:
        return tuple(link.execute(query).fetchone())


def killed(home: Path, dice: random.Random) -> bool:
    """Kill the worker within its next parts, however fast the machine is; whether it was still at work."""
    worker = run(home, "take")
    assert worker.stdout is not None
    worker.stdout.readline()
    begun = time.monotonic()
    worker.stdout.readline()
    time.sleep(dice.random() * 1.5 * (time.monotonic() - begun))
    worker.kill()
    worker.communicate()
    return not (home / "DONE").exists()


@pytest.mark.long
def test_a_roster_survives_its_worker_being_killed(tmp_path):
    assert ended(run(tmp_path, "found", str(ROWS)))
    dice, cuts = random.Random(20261126), 0
    while cuts < KILLS and killed(tmp_path, dice):
        cuts += 1
    assert ended(run(tmp_path, "take"))

    assert cuts >= 3
    good = ROWS - ROWS // 37
    assert asked(tmp_path, ALL) == (good, good, good)
    assert asked(tmp_path, "SELECT count(*), count(DISTINCT key) FROM cases_hold") == (good, good)
    assert asked(tmp_path, "SELECT done, taken, state FROM cases_roster") == (ROWS, good, "done")
    assert asked(tmp_path, "SELECT count(*) FROM cases_rosterfault") == (ROWS // 37,)
    assert (
        asked(tmp_path, "SELECT count(*), max(seq) FROM journal_leaf")[0]
        == asked(tmp_path, "SELECT size FROM journal_head")[0]
    )
