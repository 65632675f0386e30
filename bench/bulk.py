"""A register of 10^5, 10^6 and 10^7 people scanned for clauses 2.1.2 to 2.2.3, beside OpenFisca-Core.

Run: python -m bench.bulk [--people N ...] [--engines polars duckdb] [--folder DIR] [--peer PYTHON]
The peer is OpenFisca-Core 46 (AGPL) doing the same rules on the same files: install it by hand, in an
environment of its own if need be, and name that environment's interpreter. Answers must be the same; seconds
are of CPU, with starting and loading included. The allocator is asked for one heap, as the commands ask it.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import polars as pl

from gongjiang.office.bulk import ready
from gongjiang.office.bulk.making_up import make_up
from gongjiang.plans import plans

SHARE, TOUCH, PEAK = 0.40, 10.0, 1_000
"""Of the peer's CPU; times the mere reading of the columns; MB."""


@dataclass(frozen=True)
class Ran:
    """The best of the rounds: seconds of CPU and of the clock; and the most memory, in MB."""

    cpu: float
    wall: float
    peak: int


def main() -> int:
    asked = options()
    kept = True
    with tempfile.TemporaryDirectory() as aside:
        for people in asked.people:
            folder = (asked.folder or Path(aside)) / f"{people}"
            if not folder.exists():
                list(make_up(plans()[0], people, 7, folder))
            kept &= compare(people, folder, asked, Path(aside))
    return 0 if kept else 1


def options() -> argparse.Namespace:
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--people", type=int, nargs="*", default=[10**5, 10**6, 10**7])
    command.add_argument("--engines", nargs="*", default=["polars", "duckdb"])
    command.add_argument("--folder", type=Path)
    command.add_argument(
        "--rounds", type=int, default=3, help="each in a process of its own; the best counts"
    )
    command.add_argument("--peer", default=sys.executable)
    return command.parse_args()


def compare(people: int, folder: Path, asked: argparse.Namespace, aside: Path) -> bool:
    theirs, ours = aside / "peer.parquet", {name: aside / f"{name}.parquet" for name in asked.engines}
    floor = best(asked.rounds, "touch", sys.executable, "bench.bulk_ours", folder, aside / "none", "touch")
    other = best(asked.rounds, "OpenFisca", asked.peer, "bench.fisca", folder, theirs)
    kept = True
    for name in asked.engines:
        mine = best(asked.rounds, name, sys.executable, "bench.bulk_ours", folder, ours[name], name)
        share, times = mine.cpu / other.cpu, mine.cpu / floor.cpu
        same = answers(ours[name], theirs)
        good = same and share < SHARE and times < TOUCH and mine.peak < PEAK
        told = f"answers {'equal' if same else 'DIFFER'}   {'within' if good else 'OVER'}"
        print(f"{people:>11,} {name:<8} CPU / OpenFisca {share:.2f}   / touching {times:.1f}   {told}")
        kept &= good
    return kept


def best(rounds: int, name: str, python: str, module: str, *arguments: object) -> Ran:
    turns = [ran(python, module, *arguments) for _ in range(rounds)]
    found = min(turns, key=lambda one: one.cpu)
    print(f"  {name:<10} {found.cpu:8.2f} s CPU {found.wall:8.2f} s {found.peak:6} MB", flush=True)
    return found


def ran(python: str, module: str, *arguments: object) -> Ran:
    """A process of its own, with the seconds and memory that the system counted for it. Polars has told this
    process how it holds memory: another is told again, as the commands tell themselves.
    """
    held = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."]), ready.ALLOCATOR: ready.LEAN}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    code = (f"import resource,runpy,sys\nsys.argv=['x',*{[str(a) for a in arguments]!r}]\n"
            f"runpy.run_module({module!r},run_name='__main__')\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024)")  # fmt: skip
    done = subprocess.run([python, "-c", code], env=held, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(cpu, perf_counter() - start, int(done.stdout.split()[-1]))


def answers(mine: Path, theirs: Path) -> bool:
    """Who is eligible, on whom a person must decide, and for how much, clause by clause."""
    other, clause = pl.read_parquet(theirs), {scheme.slug: scheme.clause for scheme in plans()[0].schemes}
    told = pl.read_parquet(mine).with_columns(pl.col("scheme").replace_strict(clause).alias("clause"))
    told = told.filter(pl.col("clause").is_in(other["clause"].unique().to_list()))
    key = ["clause", "subject", "outcome"]
    same = told.select(key).sort(key).equals(other.select(key).sort(key))
    money = [f.filter(pl.col("outcome") == "eligible")["amount_fen"].sum() for f in (told, other)]
    return bool(same and money[0] == money[1])


if __name__ == "__main__":
    raise SystemExit(main())
