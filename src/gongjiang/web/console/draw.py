"""gongjiang draw replay BUNDLE.json: the same order, or a refusal that names what differs."""

import json
from pathlib import Path

from gongjiang.law.bundle import Mismatch, replay
from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("act", choices=["replay"])
    command.add_argument("bundle", type=Path)
    command.add_argument("--published", help="the commitment as published before the draw")
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    try:
        record = json.loads(asked.bundle.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return fault(Words(f"读不出抽取记录：{asked.bundle}", f"Cannot read {asked.bundle}: {error}"), 2)
    found = replay(record, asked.published)
    if isinstance(found, Mismatch):
        if asked.json:
            as_json({"same": False, "field": found.field})
        return fault(
            Words(
                f"重放不一致：{found.field}。{found.said.zh}",
                f"The replay differs at {found.field}: {found.said.en}",
            )
        )
    if asked.json:
        return as_json({"same": True, "order": list(found.order)})
    print("重放一致 / the same order: " + ", ".join(found.order))
    return 0
