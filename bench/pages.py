"""Pages over HTTP, two workers: python bench/pages.py [--cases N] [--postgres].

Each page is measured alone, by a signed-in client, and printed beside its limit as a ratio of the two.
"""

import argparse
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

TIMES = 15
CRITERIA = ("skill", "results", "teaching", "morals")
LIMITS = {  # milliseconds, from the issue that asked for them
    "list": 150, "case": 300, "round board": 300, "marks of a panel": 300, "export": 300,
    "score form": 60, "score post": 50, "first page": 150,
}  # fmt: skip


class Visitor:
    """A browser of few words: cookies, a token, and nothing else."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies = port, {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes, str]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Accept-Language": "zh-hans",
        }
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        link.request(method, path, body, headers)
        answer = link.getresponse()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        read, where = answer.read(), answer.headers.get("Location", "")
        link.close()
        return answer.status, read, where

    def enter(self, username: str) -> None:
        self.ask("GET", "/account/login/")
        status, _, _ = self.ask("POST", "/demo/enter/", {"username": username})
        assert status == 302, status


def timed(visitor: Visitor, method: str, path: str, form: dict[str, str] | None = None) -> tuple[float, int]:
    took, size = [], 0
    for _ in range(TIMES):
        start = time.perf_counter()
        status, body, _ = visitor.ask(method, path, form)
        took.append((time.perf_counter() - start) * 1000)
        assert status in (200, 302), (path, status)
        size = len(body)
    return statistics.median(took), size


@contextmanager
def served(home: str, database: str) -> Iterator[int]:
    env = os.environ | {"GONGJIANG_HOME": home, "GONGJIANG_DEMO": "1", "GONGJIANG_DATABASE": database}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    server = subprocess.Popen([sys.executable, "-m", "gongjiang.config.main", "demo", "--port", str(port)], env=env,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        while True:
            try:
                Visitor(port).ask("GET", "/healthz")
                break
            except OSError:
                time.sleep(0.05)
        print(f"first answer after {time.perf_counter() - start:.1f} s (limit 2)")
        yield port
        print(f"memory of the workers: {', '.join(f'{mb:.0f} MB' for mb in memory(server.pid))} (limit 120)")
    finally:
        server.terminate()
        server.wait()


def memory(parent: int) -> list[float]:
    """Resident megabytes of the worker processes."""
    found = []
    for pid in subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout.split():
        text = Path(f"/proc/{pid}/status").read_text()
        if match := re.search(r"VmRSS:\s+(\d+)", text):
            found.append(int(match[1]) / 1024)
    return [mb for mb in found if mb > 20]


def measure(port: int) -> None:
    officer = Visitor(port)
    officer.enter("officer")
    _, listing, _ = officer.ask("GET", "/desk/cases/")
    case = re.search(rb'href="(/desk/case/[^"]+)"', listing)
    _, rounds, _ = officer.ask("GET", "/desk/rounds/")
    board = re.search(r'href="(/desk/round/[^"]+)">测量批次', rounds.decode())
    assert case
    assert board
    _, shown, _ = officer.ask("GET", board[1])
    marks = re.search(r'href="(/panel/marks/[^"]+)"', shown.decode())
    assert marks
    ranked = {"first page": "/desk/", "list": "/desk/cases/", "case": case[1].decode(), "round board": board[1],
             "marks of a panel": marks[1], "export": "/desk/cases/export/"}  # fmt: skip
    for name, path in ranked.items():
        told(name, *timed(officer, "GET", path))
    score(port, officer)


def score(port: int, officer: Visitor) -> None:
    """An expert whose panel is open: the form of one file, and saving it."""
    for group, number in product(range(1, 6), range(1, 10)):
        expert = Visitor(port)
        expert.enter(f"expert-E{group:02d}{number:02d}")
        _, home, _ = expert.ask("GET", "/panel/")
        if seat := re.search(r'href="(/panel/seat/[^"]+)"', home.decode()):
            _, desk, _ = expert.ask("GET", seat[1])
            if file := re.search(r'href="(/panel/seat/[^"]+/file/[^"]+)"', desk.decode()):
                break
    else:
        raise LookupError("no expert has anything to mark")
    told("score form", *timed(expert, "GET", file[1]))
    form = {f"mark-{key}": "88.5" for key in CRITERIA} | {f"reason-{key}": "有据可查" for key in CRITERIA}
    told("score post", *timed(expert, "POST", file[1], form))


def told(name: str, took: float, size: int) -> None:
    print(
        f"{name:<18}{took:8.1f} ms   limit {LIMITS[name]:>4} ms   {took / LIMITS[name]:5.2f} of it   {size / 1024:6.1f} KB"
    )


def main() -> None:
    command = argparse.ArgumentParser()
    command.add_argument("--cases", type=int, default=200)
    command.add_argument("--postgres", action="store_true")
    asked = command.parse_args()
    home = tempfile.mkdtemp(prefix="gongjiang-bench-")
    with database(asked.postgres) as address:
        env = os.environ | {"GONGJIANG_HOME": home, "GONGJIANG_DATABASE": address}
        subprocess.run(
            [sys.executable, "-m", "gongjiang.config.main", "test-data", "--cases", str(asked.cases)],
            env=env,
            check=True,
        )
        with served(home, address) as port:
            measure(port)


@contextmanager
def database(postgres: bool) -> Iterator[str]:
    if not postgres:
        yield ""
        return
    from tests.run_postgres import server

    with server() as address:
        yield address


if __name__ == "__main__":
    main()
