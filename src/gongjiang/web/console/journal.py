"""gongjiang journal: the record verified, signed, exported for verifiers, and its head given to witnesses."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from gongjiang.law.journal.note import copied
from gongjiang.law.words import Words
from gongjiang.web.console.clock import at
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded

NO_RECORD = Words("还没有记录", "There is no record yet")


def run(name: str, arguments: list[str]) -> int:
    asked = _parser(name).parse_args(arguments)
    if not founded():
        return not_founded()
    acts = {
        "verify": verify,
        "export": export,
        "sign": sign,
        "witness": witness,
        "clock": clock,
        "rows": rows,
    }
    return acts[asked.act](asked)


def _parser(name: str) -> ArgumentParser:
    command = parser(name)
    acts = command.add_subparsers(dest="act", required=True)
    acts.add_parser("verify").add_argument("--json", action="store_true")
    out = acts.add_parser("export")
    out.add_argument("bundle", type=Path)
    out.add_argument("--since", default="", help="SIZE:ROOT of an earlier head, or a file with it")
    acts.add_parser("sign")
    acts.add_parser("witness").add_argument("holder", help="the office that keeps the copy")
    ahead = acts.add_parser("clock", help="the record was written by a clock that was ahead: go on from now")
    ahead.add_argument("--reason", required=True)
    untold = acts.add_parser("rows", help="take rows that no leaf tells of into the record, as they stand")
    untold.add_argument("--reason", required=True)
    return command


def verify(asked: Namespace) -> int:
    found = verified()
    if asked.json:
        as_json(found)
        return 0 if found["whole"] else 1
    if found["first_fault"]:
        seq = found["first_fault"]
        return fault(Words(f"第 {seq} 条与链值不符", f"Leaf {seq} does not hold"))
    if not found["whole"]:
        rows = "，".join(found["rows"])
        return fault(Words(f"数据库与记录不符：{rows}", f"Rows differ from the record: {rows}"))
    print(f"记录完整 / the record is whole：{found['size']} 条 / leaves\n{found['chain']}\n{found['root']}")
    return 0


def verified() -> dict[str, Any]:
    from gongjiang.office.clerk.guarding import guards_absent  # noqa: PLC0415
    from gongjiang.office.clerk.tracing import strayed  # noqa: PLC0415
    from gongjiang.office.journal.exporting import present  # noqa: PLC0415
    from gongjiang.office.journal.verifying import first_fault  # noqa: PLC0415

    broken, head, rows = first_fault(), present(), guards_absent()
    rows += strayed() if broken is None else []
    told = {"size": head.size, "chain": head.chain, "root": head.root}
    return {"whole": broken is None and not rows, "first_fault": broken, "rows": rows, **told}


def export(asked: Namespace) -> int:
    from gongjiang.office.journal.exporting import NothingToExport, OtherHistory, bundle  # noqa: PLC0415

    heads = copied(earlier(asked.since)) if asked.since else []
    if heads is None or len(heads) > 1 or (asked.since and not heads):
        return fault(
            Words("--since 应为 条数:根值，或含有它的文件", "--since is SIZE:ROOT or a file with it"), 2
        )
    since = (heads[0].size, heads[0].root.hex()) if heads else None
    try:
        asked.bundle.write_bytes(bundle(at(), since))
    except NothingToExport:
        return fault(NO_RECORD, 2)
    except OtherHistory:
        return fault(Words(
            "本记录中没有这个链首：记录被改写过，或链首来自别处",
            "That head is none of this record: it was rewritten, or the head is of another house",
        ))  # fmt: skip
    except OSError as error:
        return fault(Words(f"无法写入：{asked.bundle}", f"Cannot write {asked.bundle}: {error}"), 2)
    print(f"已导出 / exported：{asked.bundle}")
    return 0


def earlier(told: str) -> str:
    """A head as it is typed, or what a file says."""
    return Path(told).read_text("utf-8") if Path(told).is_file() else told.replace(":", " ", 1)


def sign(asked: Namespace) -> int:
    from gongjiang.office.journal.signing import sign_head  # noqa: PLC0415

    made = sign_head(at())
    if made is None:
        return fault(NO_RECORD, 2)
    print(made.note, end="")
    return 0


def witness(asked: Namespace) -> int:
    """One line for the witness to keep: it is all that a later check needs."""
    from gongjiang.office.journal.signing import hand_head, house_key  # noqa: PLC0415

    made = hand_head(asked.holder, at())
    if made is None:
        return fault(NO_RECORD, 2)
    print(f"{made.size} {made.root} {house_key().name}")
    return 0


def clock(asked: Namespace) -> int:
    """Time counts from now on, and the record says so: the only way out of leaves that are dated ahead."""
    from django.utils import timezone  # noqa: PLC0415

    from gongjiang.office.clerk.clock import put_right  # noqa: PLC0415
    from gongjiang.office.clerk.moment import Moment  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        ahead = put_right(asked.reason, Moment(timezone.localdate(), timezone.now()))
    except Refused as no:
        return fault(no.said)
    print(f"已记录：此前记录快 {ahead} 秒 / recorded: what was written before was {ahead} seconds ahead")
    return 0


def rows(asked: Namespace) -> int:
    """Those of an earlier version: the record says that they were taken in, by when and why."""
    from gongjiang.office.clerk.adopting import adopt_rows  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        many = adopt_rows(asked.reason, at())
    except Refused as no:
        return fault(no.said)
    print(f"已纳入记录 {many} 行 / rows taken into the record: {many}")
    return 0
