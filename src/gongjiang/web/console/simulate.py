"""gongjiang simulate SCENARIO.toml REGISTER_DIR|--database: what a change would cost, beside today."""

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.ready import PACKAGES, absent, lean
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.scan import asks_register
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("scenario", type=Path, help="a TOML file: [set] key = value, or drop = [rules]")
    asks_register(command)
    command.add_argument("--engine", choices=list(PACKAGES), default="polars")
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    if bool(asked.register) == asked.database:
        command.error("REGISTER_DIR or --database")
    if (missing := absent(asked.engine)) is not None:
        return fault(missing, 2)
    raw = _read(asked.scenario)
    if isinstance(raw, Problem):
        return fault(raw.said, 2)
    lean()
    asked.founded = founded()
    if asked.database and not asked.founded:
        return not_founded()
    return int(import_module("gongjiang.web.console.simulating").done(asked, raw))


def _read(path: Path) -> dict[str, Any] | Problem:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return Problem(Words(f"读不出文件：{path}", f"Cannot read {path}: {error}"))
    except (ValueError, RecursionError) as error:
        return Problem(Words(f"不是合法的 TOML：{path}", f"{path} is no valid TOML: {error}"))
