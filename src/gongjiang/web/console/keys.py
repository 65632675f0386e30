"""gongjiang keys list | add | rotate | drop: the keys that fields are sealed with."""

from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime

from gongjiang.law.words import Words
from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "the keys of sealed fields")
    acts = command.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="every key, since when, and how many values it has sealed")
    acts.add_parser("add", help="one more key, which seals from now on")
    acts.add_parser("rotate", help="seal again what earlier keys have sealed; may be killed and begun again")
    acts.add_parser("drop", help="give up a key that opens nothing any more").add_argument("number", type=int)
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        return ACTS[asked.act](asked)
    except Refused as no:
        return fault(no.said)


def _list(asked: Namespace) -> int:
    from gongjiang.office.clerk.rekeying import uses  # noqa: PLC0415
    from gongjiang.office.registry.ring import place, ring  # noqa: PLC0415

    held, used = ring(), uses()
    return as_json([
        {
            "key": number,
            "since": datetime.fromtimestamp(place(number).stat().st_mtime, UTC).isoformat(timespec="seconds"),
            "sealed": used[number],
            "state": "current" if number == held.current else "kept" if held.keys[number] else "given up",
        }
        for number in sorted(held.keys)
    ])  # fmt: skip


def _add(asked: Namespace) -> int:
    from gongjiang.office.clerk.rekeying import new_key  # noqa: PLC0415

    number = new_key(moment())
    print(f"已启用 {number} 号密钥，请另存 / key {number} is in use: keep a copy apart")
    return 0


def _rotate(asked: Namespace) -> int:
    from gongjiang.office.clerk.rekeying import rotate  # noqa: PLC0415

    print(f"已重新加密 / sealed anew：{sum(rotate(moment()))}")
    return 0


def _drop(asked: Namespace) -> int:
    from gongjiang.office.clerk.rekeying import drop_key  # noqa: PLC0415

    drop_key(asked.number, moment())
    fault(Words("此前的备份仍需此密钥的副本", "Backups made before still need the copy of this key"), 0)
    return 0


ACTS: dict[str, Callable[[Namespace], int]] = {"list": _list, "add": _add, "rotate": _rotate, "drop": _drop}
