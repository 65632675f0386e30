"""gongjiang scan REGISTER_DIR|--database --out FILE: everyone entitled and unpaid, who never asked."""

from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

from gongjiang.law.register import BY_NAME
from gongjiang.law.words import Words
from gongjiang.office.bulk.ready import PACKAGES, absent, lean
from gongjiang.web.console.commands import day, parser
from gongjiang.web.console.placing import among, an_input, no_file_at
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    asks_register(command)
    command.add_argument("--scheme", default="", help="only this scheme")
    command.add_argument("--out", type=Path, required=True, help="the Parquet file to write")
    command.add_argument("--rules", action="store_true", help="a column for what every rule found")
    command.add_argument("--engine", choices=list(PACKAGES), default="polars")
    asked = command.parse_args(arguments)
    if bool(asked.register) == asked.database:
        command.error("REGISTER_DIR or --database")
    if (missing := absent(asked.engine)) is not None:
        return fault(missing, 2)
    if (wrong := no_file_at(asked.out) or over_register(asked.out, asked.register)) is not None:
        return fault(wrong, 2)
    lean()
    asked.founded = founded()
    if asked.database and not asked.founded:
        return not_founded()
    return int(import_module("gongjiang.web.console.scanning").done(asked))


def over_register(out: Path, register: Path | None) -> Words | None:
    """Whether the answer would be written over the register that is asked, or among its files."""
    if register is None or not register.is_dir():
        return None
    return an_input(out, register.rglob("*")) or among(out, register, BY_NAME)


def asks_register(command: ArgumentParser) -> None:
    """The arguments by which a register and a day are named."""
    command.add_argument("register", nargs="?", type=Path, help="a folder of Parquet files")
    command.add_argument("--database", action="store_true", help="the registers of this office")
    command.add_argument("--on", type=day, default=None, help="the day it is asked for")
