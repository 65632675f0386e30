"""Alter the guards and see who notices: python -m tests.mutants [room or room:module ...].

Prints whatever no test noticed, and the share that was noticed in each room; ends with 1 below a room's goal.
"""

import os
import sys
from importlib import import_module
from typing import TextIO

import pytest

from tests.mutants.functions import functions
from tests.mutants.rooms import ROOMS, Room
from tests.mutants.teeth import Teeth, Verdict


def main(names: list[str]) -> int:
    if not names or len(names) > 1:
        codes = [os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-m", "tests.mutants", name)
                 for name in names or ROOMS]  # fmt: skip
        return max(codes)
    name, _, only = names[0].partition(":")
    return teeth(names[0], ROOMS[name].only(only) if only else ROOMS[name])


def teeth(name: str, room: Room) -> int:
    with os.fdopen(os.dup(1), "w", buffering=1) as page:
        plugin = Late(room, page)
        args = ["-q", "-p", "no:randomly", "-m", "not long", "--no-header", *room.tests]
        code = pytest.main(args, plugins=[plugin])
    if code or plugin.teeth is None or plugin.teeth.failed:
        print(f"{name}: the tests do not pass unaltered")
        return 2
    return told(name, room, plugin.teeth.verdicts)


class Late:
    """The modules are loaded once Django is: at the end of collecting."""

    def __init__(self, room: Room, page: TextIO) -> None:
        self.room, self.page = room, page
        self.teeth: Teeth | None = None

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("teeth", phases=phases, max_examples=40, deadline=None)
        settings.load_profile("teeth")
        found = [
            one for module in self.room.modules for one in functions(import_module(f"gongjiang.{module}"))
        ]
        self.teeth = Teeth(found, os.cpu_count() or 1, self.say)
        session.config.pluginmanager.register(self.teeth)

    def say(self, verdict: Verdict) -> None:
        if not verdict.killed and not self.room.equal(verdict):
            where = f"{verdict.found.module.__name__.removeprefix('gongjiang.')}:{verdict.one.line}"
            print(
                f"  {where} {verdict.found.name}: {verdict.one.done} ({verdict.asked} tests)", file=self.page
            )


def told(name: str, room: Room, verdicts: list[Verdict]) -> int:
    counted = [one for one in verdicts if one.killed or not room.equal(one)]
    killed = sum(one.killed for one in counted)
    share = killed / len(counted)
    equal = len(verdicts) - len(counted)
    print(f"{name}: {killed} of {len(counted)} noticed, {share:.1%} (goal {room.goal:.0%}); {equal} alike")
    return int(share < room.goal)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
