"""Pages over HTTP, two workers: python bench/pages.py [--cases N] [--postgres].

Each page is measured alone, by a signed-in client, and printed beside its limit as a ratio of the two.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product

from bench.serving import Visitor, database, served

TIMES = 15
HANDS, POSTS = 6, 30
CRITERIA = ("skill", "results", "teaching", "morals")
LIMITS = {  # milliseconds, from the issue that asked for them
    "list": 150, "case": 300, "round board": 300, "marks of a panel": 300, "export": 300,
    "score form": 60, "score post": 50, "first page": 150,
}  # fmt: skip


def timed(visitor: Visitor, method: str, path: str, form: dict[str, str] | None = None) -> tuple[float, int]:
    took, size = [], 0
    for _ in range(TIMES):
        start = time.perf_counter()
        status, body, _ = visitor.ask(method, path, form)
        took.append((time.perf_counter() - start) * 1000)
        assert status in (200, 302), (path, status)
        size = len(body)
    return statistics.median(took), size


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
    held = board[1].rsplit("/", 2)[-2]
    ranked = {
        "first page": "/desk/",
        "list": "/desk/cases/",
        "case": case[1].decode(),
        "round board": board[1],
        "marks of a panel": marks[1],
        "export": f"/desk/cases/export/?round={held}",
    }
    for name, path in ranked.items():
        told(name, *timed(officer, "GET", path))
    score(port)


def score(port: int) -> None:
    """Experts whose panels are open: the form of one file, saving it, and saving many at once."""
    marking = list(islice(experts(port), HANDS))
    if not marking:
        raise LookupError("no expert has anything to mark")
    expert, file = marking[0]
    told("score form", *timed(expert, "GET", file))
    told("score post", *timed(expert, "POST", file, marked()))
    start = time.perf_counter()
    with ThreadPoolExecutor(len(marking)) as hands:
        list(hands.map(lambda one: timed(*one_post(one)), marking))
    each = TIMES * len(marking) / (time.perf_counter() - start)
    print(f"score posts       {each:8.1f} a second by {len(marking)} experts   limit >= {POSTS} a second")


def one_post(one: tuple[Visitor, str]) -> tuple[Visitor, str, str, dict[str, str]]:
    return one[0], "POST", one[1], marked()


def marked() -> dict[str, str]:
    return {f"mark-{key}": "88.5" for key in CRITERIA} | {f"reason-{key}": "有据可查" for key in CRITERIA}


def experts(port: int) -> Iterator[tuple[Visitor, str]]:
    """Each expert with something to mark, and the address of the first file."""
    for group, number in product(range(1, 6), range(1, 10)):
        expert = Visitor(port)
        expert.enter(f"expert-E{group:02d}{number:02d}")
        _, home, _ = expert.ask("GET", "/panel/")
        if seat := re.search(r'href="(/panel/seat/[^"]+)"', home.decode()):
            _, desk, _ = expert.ask("GET", seat[1])
            if file := re.search(r'href="(/panel/seat/[^"]+/file/[^"]+)"', desk.decode()):
                yield expert, file[1]


def told(name: str, took: float, size: int) -> None:
    limit = LIMITS[name]
    print(
        f"{name:<18}{took:8.1f} ms   limit {limit:>4} ms   {took / limit:5.2f} of it   {size / 1024:6.1f} KB"
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


if __name__ == "__main__":
    main()
