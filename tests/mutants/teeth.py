"""A run of tests in which every test has to pass, and then, of each altered function, some test has to fail.

The tests are run once, to see that they pass, how long each takes and which of the functions it calls. Each
alteration is then made in a child of its own, which starts from the loaded process and its database, and
runs the tests that call the function, quickest first, until one fails.
"""

import os
import signal
import sys
import time
import types
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.altering import Altered
from tests.mutants.functions import Found

PATIENCE = 30
KILLED, SURVIVED = 1, 0
HARD_PATIENCE = 5


@dataclass(frozen=True)
class Verdict:
    """What became of one alteration: whether a test noticed, and how many tests were asked."""

    found: Found
    one: Altered
    killed: bool
    asked: int


@dataclass
class Teeth:
    """The plugin: what is altered, and what came of it."""

    found: list[Found]
    children: int
    told: Callable[[Verdict], None]
    verdicts: list[Verdict] = field(default_factory=list)
    failed: bool = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        callers = self.first_run(session.items)
        if not self.failed:
            self.alter(session.items, callers)
        session.items[0].session._setupstate.teardown_exact(None)
        return True

    def first_run(self, items: list[pytest.Item]) -> dict[types.CodeType, list[pytest.Item]]:
        """Who calls which function, quickest first; the session's fixtures stay up."""
        watched = {one.runs.__code__ for one in self.found}
        took: dict[str, float] = {}
        callers: dict[types.CodeType, list[pytest.Item]] = defaultdict(list)
        for at, item in enumerate(items):
            begun, called = time.perf_counter(), set[types.CodeType]()
            sys.setprofile(noting(watched, called))
            passed = run(item, items[(at + 1) % len(items)])
            sys.setprofile(None)
            took[item.nodeid] = time.perf_counter() - begun
            if not passed:
                self.failed = True
                print("fails unaltered:", item.nodeid)
            for code in called:
                callers[code].append(item)
        for tests in callers.values():
            tests.sort(key=lambda item: took[item.nodeid])
        return callers

    def alter(self, items: list[pytest.Item], callers: dict[types.CodeType, list[pytest.Item]]) -> None:
        running: dict[int, tuple[Found, Altered, int]] = {}
        for found, one in self.mutants():
            tests = callers.get(found.runs.__code__, [])
            if not tests:
                self.tell(Verdict(found, one, False, 0))
                continue
            if len(running) >= self.children:
                self.wait(running)
            running[child(found, one, tests)] = found, one, len(tests)
        while running:
            self.wait(running)

    def mutants(self) -> Iterator[tuple[Found, Altered]]:
        for found in self.found:
            for one in found.mutants():
                yield found, one

    def wait(self, running: dict[int, tuple[Found, Altered, int]]) -> None:
        pid, status = os.wait()
        found, one, asked = running.pop(pid)
        self.tell(Verdict(found, one, status != SURVIVED, asked))

    def tell(self, verdict: Verdict) -> None:
        self.verdicts.append(verdict)
        self.told(verdict)


def noting(watched: set[types.CodeType], called: set[types.CodeType]) -> Callable[..., Any]:
    def note(frame: types.FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in watched:
            called.add(frame.f_code)

    return note


def child(found: Found, one: Altered, tests: list[pytest.Item]) -> int:
    """The process that alters and asks: it ends with SURVIVED only where every test passes in time."""
    pid = os.fork()
    if pid:
        return pid
    silent()
    signal.alarm(PATIENCE)
    code = KILLED
    try:
        found.become(one)
        code = SURVIVED if all(run(item, item) for item in tests) else KILLED
    finally:
        os._exit(code)


def silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def run(item: pytest.Item, following: pytest.Item) -> bool:
    return all(
        report.passed or report.skipped for report in runtestprotocol(item, log=False, nextitem=following)
    )
