"""gongjiang synth --people N --seed S OUT_DIR: a made-up register with realistic proportions."""

from importlib import import_module
from pathlib import Path
from shutil import rmtree

from gongjiang.law.words import Words
from gongjiang.office.bulk.ready import absent
from gongjiang.plans import plans
from gongjiang.web.console.commands import parser
from gongjiang.web.console.placing import no_empty_folder, unwritable
from gongjiang.web.console.say import fault

MOST = 200_000_000


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("--people", type=int, required=True)
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("folder", type=Path)
    asked = command.parse_args(arguments)
    if not 0 < asked.people <= MOST:
        return fault(Words(f"人数应在 1 至 {MOST:,} 之间", f"--people must be from 1 to {MOST:,}"), 2)
    if (missing := absent()) is not None:
        return fault(missing, 2)
    if (wrong := no_empty_folder(asked.folder)) is not None:
        return fault(wrong, 2)
    make_up = import_module("gongjiang.office.bulk.making_up").make_up
    there = asked.folder.exists()
    try:
        for start, rows in make_up(plans()[0], asked.people, asked.seed, asked.folder):
            print(f"{start:>12,}+  {rows:,} 行 / rows")
    except OSError as full:
        for held in asked.folder.iterdir() if there else (asked.folder,):
            rmtree(held, ignore_errors=True)
        return fault(unwritable(asked.folder, full), 2)
    return 0
