"""A browser before a made-up city: both started once, spoken to over loopback, stopped by their own names."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pylopdf_fonts_zh_cn
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, sync_playwright

from gongjiang.web.visitor import CLOCK

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60
COMMAND = [sys.executable, "-m", "gongjiang.config.main"]
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""


@dataclass(frozen=True)
class City:
    """Where the demo answers, and its book, to look up who sits where."""

    address: str
    book: Path

    @property
    def clock(self) -> Path:
        """The days that a demo is ahead of the sun; only a demo has such a clock."""
        return self.book.parent / CLOCK

    @property
    def ahead(self) -> int:
        return int(self.clock.read_text()) if self.clock.exists() else 0

    @property
    def today(self) -> date:
        return timezone.localdate() + timedelta(days=self.ahead)

    def later(self, days: int) -> None:
        self.clock.write_text(str(self.ahead + days))

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.book}?mode=ro", uri=True)) as book:
            return book.execute(question).fetchall()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a demo, built as anybody would; never served itself."""
    home = tmp_path_factory.mktemp("built") / "demo"
    for asked in ("messages",), ("demo", "--build-only"):
        subprocess.run([*COMMAND, *asked], env=world_of(home), check=True, capture_output=True, timeout=300)
    return home


@pytest.fixture(scope="session")
def city(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """The demo, served as anybody would, on a port of its own."""
    with served(shutil.copytree(built, tmp_path_factory.mktemp("city") / "demo")) as made:
        yield made


@pytest.fixture
def later_city(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """Another, in which time may pass."""
    with served(shutil.copytree(built, tmp_path_factory.mktemp("later") / "demo")) as made:
        yield made


@contextmanager
def served(home: Path) -> Iterator[City]:
    port = free_port()
    serve = [*COMMAND, "demo", "--port", str(port), "--workers", "1"]
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(serve, env=world_of(home), stdout=log, stderr=log) as server,
    ):
        try:
            yield City(waited(f"http://127.0.0.1:{port}"), home / "gongjiang.sqlite3")
        finally:
            server.terminate()
            server.wait(timeout=30)


def world_of(home: Path) -> dict[str, str]:
    return {**os.environ, "GONGJIANG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "gongjiang.config.settings"}


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def waited(address: str) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return address
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for a file of tests, which can draw Chinese."""
    with launched(tmp_path_factory.mktemp("fonts")) as browser:
        yield browser


@contextmanager
def launched(folder: Path) -> Iterator[Browser]:
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium to drive")
        pytest.skip("no Chromium on this machine: pages are checked where there is one")
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=Path(pylopdf_fonts_zh_cn.__file__).parent))
    world = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS, env=world)
        yield browser
        browser.close()
