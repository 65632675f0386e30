"""gongjiang restore DIR: the copy is checked and put in place, and then record and books are checked."""

import shutil
from argparse import Namespace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from gongjiang.law.journal.note import copied
from gongjiang.law.words import Words
from gongjiang.office.registry.aside import aside
from gongjiang.web.console.backup import manifest
from gongjiang.web.console.backup.container import Altered, CutShort, NoBackup, WrongKey, key_in
from gongjiang.web.console.backup.copying import NAMES, CopyFailed, ToolMissing, put_postgresql
from gongjiang.web.console.backup.making import UPLOADS, no_tool, own_key
from gongjiang.web.console.backup.packing import NAME, unpack
from gongjiang.web.console.commands import parser
from gongjiang.web.console.journal import verified
from gongjiang.web.console.ledger import checked
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, ready

NONE = Words(
    "此处没有本格式的备份（旧版备份未加密，请用旧版恢复）",
    "There is no backup of this format here (earlier versions did not encrypt theirs: restore with them)",
)
OTHER_KEY = Words(
    "密钥不是该备份的密钥：请先恢复 secrets 目录，或用 --key 指明密钥文件",
    "These are not the backup's keys: put its secrets in place first, or name the key's file with --key",
)


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("folder", type=Path)
    command.add_argument("--replace", action="store_true", help="give up the house that is there")
    command.add_argument("--key", type=Path, help="the file of the key, where it is not the house's own")
    command.add_argument("--witness", type=Path, help="a file of heads that were copied earlier")
    asked = command.parse_args(arguments)
    ready()
    with aside() as content:
        key = asked.key or own_key()
        if said := unreadable(asked.folder, content, key):
            return fault(said, 2 if said in (NONE, OTHER_KEY) or not key.is_file() else 1)
        try:
            told = manifest.read(content)
        except manifest.Damaged as part:
            return fault(damaged(str(part)))
        return restored(content, told, asked)


def unreadable(folder: Path, content: Path, key: Path) -> Words | None:
    """Why the backup cannot be opened into this folder, if so."""
    try:
        secret = key_in(key)
    except OSError:
        return Words(f"读不出密钥文件：{key}", f"Cannot read the key's file {key}")
    except WrongKey:
        return OTHER_KEY
    try:
        unpack(folder / NAME, content, secret)
    except (NoBackup, FileNotFoundError, NotADirectoryError, PermissionError):
        return NONE
    except WrongKey:
        return OTHER_KEY
    except CutShort as last:
        return Words(f"备份不完整：止于第 {last} 块", f"The backup is cut short: it ends with part {last}")
    except Altered as part:
        return damaged(f"{NAME} #{part}")
    return None


def damaged(part: str) -> Words:
    return Words(f"备份已损坏：{part}", f"The backup is damaged: {part}")


def restored(content: Path, told: dict[str, Any], asked: Namespace) -> int:
    if refusal := refused(asked, told):
        return fault(refusal, 2)
    stale = behind(asked.witness, told)
    if stale and not asked.replace:
        return fault(stale)
    try:
        put(content, told)
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
    """The database into its place in one move, once the log of the one before is gone; then the files."""
    source = folder / NAMES[told["vendor"]]
    if told["vendor"] == "postgresql":
        put_postgresql(connection.settings_dict, source)
    else:
        place = Path(connection.settings_dict["NAME"])
        connection.close()
        for tail in ("-wal", "-shm"):
            Path(f"{place}{tail}").unlink(missing_ok=True)
        shutil.move(source, place)
    connection.close()
    for name in UPLOADS:
        shutil.rmtree(settings.HOME / name, ignore_errors=True)
        if (folder / name).exists():
            shutil.copytree(folder / name, settings.HOME / name)
    if told["demo"]:
        (settings.HOME / "DEMO").touch()


def proven(told: dict[str, Any], stale: Words | None) -> int:
    """Record and books hold, the end is the head of the backup or later, all sessions are over, and what
    may have gone out since is not sent again by itself.
    """
    from django.contrib.sessions.models import Session  # noqa: PLC0415

    from gongjiang.office.clerk.sending import doubt_all  # noqa: PLC0415
    from gongjiang.office.journal.models import Checkpoint  # noqa: PLC0415

    Session.objects.all().delete()
    doubt_all(timezone.now())
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
