"""The console as people use it: a command of its own process, in a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gongjiang.web.console.commands import run
from tests.ledger_ground import ROOT


@dataclass(frozen=True)
class Told:
    """How a command ended: its code, what it printed, and what it complained of."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Run a command in this process: quick, and with the test's own database."""

    def asked(*arguments: object) -> Told:
        try:
            code = run([str(one) for one in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Told(code, said.out, said.err)

    return asked


def outside(home: Path, *arguments: object, typed: str = "", **environment: str) -> Told:
    """Run a command as somebody at a terminal does."""
    held = {**os.environ, "GONGJIANG_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **environment}
    held.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "gongjiang.config.main", *map(str, arguments)]
    done = subprocess.run(
        command, env=held, input=typed, capture_output=True, text=True, check=False, timeout=120, cwd=home
    )
    return Told(done.returncode, done.stdout, done.stderr)


def begun(home: Path, *arguments: object) -> "subprocess.Popen[bytes]":
    """The same, still running: to be watched, or killed."""
    held = {**os.environ, "GONGJIANG_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    held.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "gongjiang.config.main", *map(str, arguments)]
    return subprocess.Popen(command, env=held, cwd=home, stdout=subprocess.DEVNULL)
