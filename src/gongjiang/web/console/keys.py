"""gongjiang keys list | add | rotate | drop: the keys that fields are sealed with, and those of indices."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from gongjiang.law.words import Words
from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    acts = command.add_subparsers(dest="act", required=True)
    acts.add_parser("list", help="every key, since when, and how many values it has sealed")
    add = acts.add_parser("add", help="one more key, which seals from now on")
    again = "seal again what earlier keys have sealed; may be killed and begun again"
    for one in (add, acts.add_parser("rotate", help=again)):
        one.add_argument("--index", action="store_true", help="of the blind index, not of fields")
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
    from gongjiang.office.clerk.reindexing import index_uses  # noqa: PLC0415
    from gongjiang.office.clerk.rekeying import uses  # noqa: PLC0415
    from gongjiang.office.registry.ring import FIELD, INDEX  # noqa: PLC0415

    return as_json([*_listed(FIELD, "sealed", uses()), *_listed(INDEX, "indexed", index_uses())])


def _listed(kind: str, what: str, used: Counter[int]) -> Iterator[dict[str, object]]:
    from gongjiang.office.registry.ring import place, ring  # noqa: PLC0415

    held = ring(kind=kind)
    for number in sorted(held.keys):
        since = datetime.fromtimestamp(place(number, kind).stat().st_mtime, UTC)
        state = "current" if number == held.current else "kept" if held.keys[number] else "given up"
        yield {"kind": kind, "key": number, "since": since.isoformat(timespec="seconds"),
               what: used[number], "state": state}  # fmt: skip


def _add(asked: Namespace) -> int:
    from gongjiang.office.clerk.reindexing import new_index_key  # noqa: PLC0415
    from gongjiang.office.clerk.rekeying import new_key  # noqa: PLC0415

    number = new_index_key(moment()) if asked.index else new_key(moment())
    print(f"已启用 {number} 号密钥，请另存 / key {number} is in use: keep a copy apart")
    return 0


def _rotate(asked: Namespace) -> int:
    from gongjiang.office.clerk.reindexing import reindex  # noqa: PLC0415
    from gongjiang.office.clerk.rekeying import rotate  # noqa: PLC0415

    if asked.index:
        print(f"索引已更新 / carried over：{sum(reindex(moment()))}")
    else:
        print(f"已重新加密 / sealed anew：{sum(rotate(moment()))}")
    return 0


def _drop(asked: Namespace) -> int:
    from gongjiang.office.clerk.rekeying import drop_key  # noqa: PLC0415

    drop_key(asked.number, moment())
    fault(Words("此前的备份仍需此密钥的副本", "Backups made before still need the copy of this key"), 0)
    return 0


ACTS: dict[str, Callable[[Namespace], int]] = {"list": _list, "add": _add, "rotate": _rotate, "drop": _drop}
