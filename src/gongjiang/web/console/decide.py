"""gongjiang decide SLUG FACTS.json: what the rules say of one person, or of a list."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from gongjiang.law.facts import read_facts
from gongjiang.law.plan import Plan
from gongjiang.law.words import Problem, Words
from gongjiang.plans import NoSuchScheme, plan_of
from gongjiang.web.console.commands import day, parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.decided import answer


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("slug")
    command.add_argument("facts", help="a JSON file, or - for standard input")
    command.add_argument("--on", type=day, default=None)
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    try:
        plan = plan_of(asked.slug)
    except NoSuchScheme:
        return fault(Words(f"没有事项 {asked.slug}", f"No scheme called {asked.slug}"), 2)
    raw = _read(asked.facts)
    if isinstance(raw, Problem):
        return fault(raw.said, 2)
    answers = []
    for item in _listed(raw):
        decided = _decided(plan, asked.slug, item, asked.on or localdate())
        if isinstance(decided, Problem):
            return fault(decided.said, 2)
        answers.append(decided)
    if asked.json:
        return as_json(answers if isinstance(raw, list) else answers[0])
    for one in answers:
        _print(one)
    return 0


class Twice(Exception):
    """A key that an object of the file has more than once: which value is meant, nobody can know."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise Twice(next(key for place, (key, _) in enumerate(pairs) if key in dict(pairs[:place])))
    return held


def _listed(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]


def _read(path: str) -> Any | Problem:
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text("utf-8-sig")
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)
    except Twice as key:
        return Problem(Words(f"JSON 中“{key}”出现两次", f"The JSON has the key {key} twice"))
    except (OSError, UnicodeDecodeError) as error:
        return Problem(Words(f"读不出文件：{path}", f"Cannot read {path}: {error}"))
    except json.JSONDecodeError as error:
        return Problem(
            Words(
                f"不是合法的 JSON：第 {error.lineno} 行", f"Not valid JSON: line {error.lineno}: {error.msg}"
            )
        )
    except (ValueError, RecursionError):
        return Problem(
            Words("JSON 中有过长的数字或过深的嵌套", "The JSON holds too long a number, or lies too deep")
        )


def _decided(plan: Plan, slug: str, raw: Any, on: date) -> dict[str, Any] | Problem:
    if not isinstance(raw, dict):
        return Problem(Words("每件事实应是一个对象", "Facts must be an object"))
    scheme = plan[slug]
    facts = read_facts(scheme, raw)
    if isinstance(facts, Problem):
        return facts
    for name in facts.strange:
        print(f"未使用：{name} / not used: {name}", file=sys.stderr)
    settings = plan.settings()
    assessed = scheme.assess(facts.row, on, settings)
    return answer(plan, slug, assessed, settings, on)


def _print(found: dict[str, Any]) -> None:
    print(
        f"{found['scheme']} {found['on']} {found['outcome']}"
        + ("  优先 / priority" if found["priority"] else "")
    )
    for finding in found["findings"]:
        print(f"  {finding['zh']}")
    for held in found["assumptions"]:
        print(f"  暂定口径：{held['zh']}［{held['clause']}］")
    for grant in found["grants"]:
        print(f"  {grant['kind']}: {grant.get('title') or grant['amount_yuan']}")
