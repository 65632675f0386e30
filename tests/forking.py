"""A process that has the house loaded, and children that start from it at once.

Each child is a process of its own, with connections of its own, and may be killed; only loading is saved.
Run as a module, this file is the one that is loaded: it takes orders line by line and ends with its input.
"""

import json
import os
import random
import runpy
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

PACE = 0.005


@dataclass
class Child:
    """A child as the one who asked for it sees it: `Popen`, as far as it is needed."""

    printed: Path
    returncode: int | None = None

    def poll(self) -> int | None:
        ended = self.printed.with_suffix(".code")
        if self.returncode is None and ended.exists():
            self.returncode = int(ended.read_text())
        return self.returncode

    def communicate(self, timeout: float) -> tuple[str, None]:
        until = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > until:
                raise TimeoutError(self.printed.name)
            time.sleep(PACE)
        return self.printed.read_text(), None


class Nursery:
    """Where children are asked for."""

    def __init__(self, environment: Mapping[str, str], root: Path) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.many = 0
        command = [sys.executable, "-m", "tests.forking"]
        self.parent = subprocess.Popen(command, env=environment, cwd=root, stdin=subprocess.PIPE, text=True)

    def start(self, module: str, *arguments: str) -> Child:
        self.many += 1
        child = Child(Path(self.folder.name) / f"{self.many}.out")
        order = {"module": module, "arguments": arguments, "printed": str(child.printed)}
        assert self.parent.stdin is not None
        print(json.dumps(order), file=self.parent.stdin, flush=True)
        return child

    def close(self) -> None:
        assert self.parent.stdin is not None
        self.parent.stdin.close()
        self.parent.wait(timeout=60)
        self.folder.cleanup()


def serve() -> None:
    """Every order is a child; how it ended is written beside what it printed."""
    printing: dict[int, Path] = {}

    def reap(signum: int, frame: FrameType | None) -> None:
        """Everybody who has ended; another may end meanwhile, and is then found by whoever comes first."""
        while printing:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            written = printing.pop(pid).with_suffix(".part")
            written.write_text(str(os.waitstatus_to_exitcode(status)))
            written.rename(written.with_suffix(".code"))

    signal.signal(signal.SIGCHLD, reap)
    for line in sys.stdin:
        order = json.loads(line)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        if (pid := os.fork()) == 0:
            _live(order)
        printing[pid] = Path(order["printed"])
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})


def _live(order: dict[str, str]) -> None:
    """The child's whole life."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    random.seed()
    os.dup2(os.open(order["printed"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    sys.argv = [order["module"], *order["arguments"]]
    code = 0
    try:
        runpy.run_module(order["module"], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    import django

    django.setup()
    serve()
