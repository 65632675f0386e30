"""gongjiang backup DIR: database, uploads and the record's heads; keys lie apart and are not in it."""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from gongjiang.law.words import Words
from gongjiang.web.console.backup import manifest
from gongjiang.web.console.backup.copying import (
    NAMES,
    CopyFailed,
    ToolMissing,
    copy_postgresql,
    copy_sqlite,
    tool,
)
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded

UPLOADS = "evidence"


def run(name: str, arguments: list[str]) -> int:
    command = parser(name, "copy the house into an empty folder, and check the copy")
    command.add_argument("folder", type=Path)
    folder = command.parse_args(arguments).folder
    if not founded():
        return not_founded()
    if folder.exists() and any(folder.iterdir()):
        return fault(Words(f"{folder} 不是空目录", f"{folder} is not empty"), 2)
    try:
        made = make(folder)
    except ToolMissing as missing:
        return no_tool(str(missing))
    except (CopyFailed, OSError) as wrong:
        return fault(Words(f"备份未完成：{wrong}", f"The backup was not made: {wrong}"))
    print(f"已备份并核对 / backed up and checked：{folder}\n{made}")
    return 0


def make(folder: Path) -> str:
    """The head is signed first, the database copied next: what the copy holds is never less than the head.
    Uploads come last: a row in the copy has its file. Gives the head as a witness would copy it.
    """
    from gongjiang.office.journal.signing import house_key, sign_head  # noqa: PLC0415

    vendor = connection.vendor
    if vendor == "postgresql":
        tool("pg_dump")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    head = sign_head(timezone.now())
    target = folder / NAMES[vendor]
    if vendor == "sqlite":
        copy_sqlite(Path(connection.settings_dict["NAME"]), target)
    else:
        copy_postgresql(connection.settings_dict, target)
    line = f"{head.size} {head.root} {house_key().name}" if head else ""
    (folder / "head.txt").write_text(line + "\n", "utf-8")
    if settings.EVIDENCE.exists():
        shutil.copytree(settings.EVIDENCE, folder / UPLOADS)
    told = {"made_at": timezone.now().isoformat(), "vendor": vendor, "head": line, "key": house_key().name}
    manifest.write(folder, told)
    manifest.read(folder)
    return line


def no_tool(name: str) -> int:
    return fault(Words(
        f"本机没有 {name}：请安装与服务器同版本的 PostgreSQL 客户端，或用 GONGJIANG_PG_BIN 指明其目录",
        f"There is no {name} on this machine: install the PostgreSQL client of the server's version, or name "
        "its folder in GONGJIANG_PG_BIN",
    ), 2)  # fmt: skip
