"""gongjiang restore DIR: the copy is checked and put in place, and then record and books are checked."""

import shutil
from argparse import Namespace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from gongjiang.law.journal.note import copied
from gongjiang.law.words import Words
from gongjiang.web.console.backup import manifest
from gongjiang.web.console.backup.copying import NAMES, CopyFailed, ToolMissing, put_postgresql
from gongjiang.web.console.backup.making import UPLOADS, no_tool
from gongjiang.web.console.commands import parser
from gongjiang.web.console.journal import verified
from gongjiang.web.console.ledger import checked
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "put a backup in place, verified")
    command.add_argument("folder", type=Path)
    command.add_argument("--replace", action="store_true", help="give up the house that is there")
    command.add_argument("--witness", type=Path, help="a file of heads that were copied earlier")
    asked = command.parse_args(arguments)
    try:
        told = manifest.read(asked.folder)
    except manifest.Damaged as part:
        return fault(Words(f"备份已损坏：{part}", f"The backup is damaged: {part}"))
    if refusal := refused(asked, told):
        return fault(refusal, 2)
    stale = behind(asked.witness, told)
    if stale and not asked.replace:
        return fault(stale)
    try:
        put(asked.folder, told)
    except ToolMissing as missing:
        return no_tool(str(missing))
    except (CopyFailed, OSError) as wrong:
        return fault(Words(f"恢复未完成：{wrong}", f"The restore was not done: {wrong}"))
    return proven(told, stale)


def refused(asked: Namespace, told: dict[str, Any]) -> Words | None:
    living = founded()
    from gongjiang.office.journal.signing import house_key  # noqa: PLC0415

    if told["vendor"] != connection.vendor:
        return Words(
            f"备份来自 {told['vendor']}，与本库不同",
            f"The backup is of {told['vendor']}, not of this database",
        )
    if told["key"] != house_key().name:
        return Words(
            "密钥不是该备份的密钥：请先恢复 secrets 目录",
            "These are not the backup's keys: put its secrets in place first",
        )
    if living and not asked.replace:
        return Words(
            "此处已有数据，未作改动；确要替换请加 --replace",
            "There is a house here and it is left alone; --replace gives it up",
        )
    return None


def behind(path: Path | None, told: dict[str, Any]) -> Words | None:
    """Whether somebody has seen the record longer than the backup has it, and by how much."""
    try:
        heads = copied(path.read_text("utf-8")) if path else []
    except (OSError, UnicodeDecodeError):
        heads = None
    if heads is None:
        return Words("见证文件读不出", "The file of heads cannot be read")
    seen, held = max((head.size for head in heads), default=0), int((told["head"] or "0").split()[0])
    if seen <= held:
        return None
    return Words(
        f"备份较旧：止于第 {held} 条，见证过第 {seen} 条，缺第 {held + 1} 至 {seen} 条",
        f"The backup is stale: it ends at {held}, {seen} was witnessed; {held + 1} to {seen} are missing",
    )


def put(folder: Path, told: dict[str, Any]) -> None:
    """The database first beside its place, then into it in one move; the earlier files are kept aside."""
    source = folder / NAMES[told["vendor"]]
    if told["vendor"] == "postgresql":
        put_postgresql(connection.settings_dict, source)
    else:
        place = Path(connection.settings_dict["NAME"])
        connection.close()
        fresh = place.with_suffix(".restored")
        shutil.copyfile(source, fresh)
        for tail in ("-wal", "-shm"):
            Path(f"{place}{tail}").unlink(missing_ok=True)
        fresh.replace(place)
    connection.close()
    if settings.EVIDENCE.exists():
        shutil.rmtree(settings.EVIDENCE)
    if (folder / UPLOADS).exists():
        shutil.copytree(folder / UPLOADS, settings.EVIDENCE)


def proven(told: dict[str, Any], stale: Words | None) -> int:
    """Record and books hold, the end is the head of the backup or later, and all sessions are over."""
    from django.contrib.sessions.models import Session  # noqa: PLC0415

    from gongjiang.office.journal.models import Checkpoint  # noqa: PLC0415

    Session.objects.all().delete()
    record, books, held = verified(), checked(), told["head"].split()
    same = not held or Checkpoint.objects.filter(size=held[0], root=held[1]).exists()
    if not (record["whole"] and books["balanced"] and same):
        return fault(
            Words(
                "已放回，但记录或账目不符，请勿使用",
                "Put in place, but record or books do not hold: do not use it",
            )
        )
    if stale:
        fault(stale)
    print(f"已恢复，记录与账目相符 / restored, record and books hold：{record['size']} 条 / leaves")
    return 0
