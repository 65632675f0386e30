"""Every command by name. A command answers with an exit code: 0 only when all went well."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module

from gongjiang.web.console.about import ABOUT
from gongjiang.web.console.clock import WRONG as BEHIND
from gongjiang.web.console.clock import ClockBehind
from gongjiang.web.console.say import fault

COMMANDS = {
    "schemes": "schemes",
    "plan": "plan_check",
    "decide": "decide",
    "draw": "draw",
    "import": "imports",
    "verify": "verify",
    "issuer": "issuer",
    "round": "rounds",
    "demo": "serve",
    "serve": "serve",
    "test-data": "test_data",
    "messages": "messages",
    "journal": "journal",
    "ledger": "ledger",
    "docs": "docs",
    "account": "account",
    "work": "work",
    "backup": "backup.making",
    "restore": "backup.restoring",
    "keys": "keys",
    "sbom": "sbom",
    "licences": "sbom",
    "retention": "retention",
    "scan": "scan",
    "simulate": "simulate",
    "synth": "synth",
}
DEMO = "demo"
FIRST_YEAR, LAST_YEAR = 1900, 2199
WRONG = 2


def run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print("\n".join(f"gongjiang {name:<10} {about.zh} / {about.en}" for name, about in ABOUT.items()))
        return 0 if arguments else WRONG
    name, rest = arguments[0], arguments[1:]
    if name == "manage":
        return _manage(rest)
    if name not in COMMANDS:
        print(f"没有“{name}”这个命令 / no such command: {name}", file=sys.stderr)
        return WRONG
    if name == DEMO:
        os.environ["GONGJIANG_DEMO"] = "1"
    command: Callable[[str, list[str]], int] = import_module(f"gongjiang.web.console.{COMMANDS[name]}").run
    try:
        return command(name, rest)
    except ClockBehind:
        return fault(BEHIND)


def _manage(rest: list[str]) -> int:
    import_module("django.core.management").execute_from_command_line(["gongjiang", *rest])
    return 0


def day(text: str) -> date:
    """A day as it is typed after an option; years that no office means are refused with the rest."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        return found
    raise argparse.ArgumentTypeError(f"“{text}”不是日期，应如 2026-06-30 / no day such as 2026-06-30: {text}")


def instant(text: str) -> datetime:
    """A day or a moment, as it is typed after an option."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        said = f"“{text}”不是时刻，应如 2026-06-30T09:00 / no moment such as 2026-06-30T09:00: {text}"
        raise argparse.ArgumentTypeError(said) from None


def parser(name: str) -> argparse.ArgumentParser:
    about = ABOUT[name]
    return argparse.ArgumentParser(prog=f"gongjiang {name}", description=f"{about.zh} / {about.en}")
