"""gongjiang backup DIR: database, uploads and the record's heads in one encrypted file; keys lie apart."""

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from gongjiang.law.words import Words
from gongjiang.office.registry.aside import aside
from gongjiang.office.registry.files import FOLDERS
from gongjiang.web.console.backup import manifest
from gongjiang.web.console.backup.container import WrongKey, key_in
from gongjiang.web.console.backup.copying import (
    NAMES,
    CopyFailed,
    ToolMissing,
    copy_postgresql,
    copy_sqlite,
    tool,
)
from gongjiang.web.console.backup.packing import NAME, pack, unpack
from gongjiang.web.console.commands import parser
from gongjiang.web.console.placing import no_empty_folder
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded

UPLOADS = FOLDERS
LAST_BACKUP = "last-backup"
"""When a backup was last made and checked, for who asks how the house is (web/health.py)."""


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("folder", type=Path)
    command.add_argument(
        "--key", type=Path, help="a file of at least 32 random bytes, not the house's own key"
    )
    asked = command.parse_args(arguments)
    folder: Path = asked.folder
    if not founded():
        return not_founded()
    if wrong := no_empty_folder(folder):
        return fault(wrong, 2)
    try:
        key = key_in(asked.key or own_key())
    except (WrongKey, OSError):
        return no_key(str(asked.key or own_key()))
    try:
        made = make(folder, key)
    except ToolMissing as missing:
        return no_tool(str(missing))
    except (CopyFailed, OSError) as wrong:
        return fault(Words(f"备份未完成：{wrong}", f"The backup was not made: {wrong}"))
    print(f"已备份并核对 / backed up and checked：{folder}\n{made}")
    return 0


def own_key() -> Path:
    return Path(settings.SECRETS) / "backup"


def make(folder: Path, key: bytes) -> str:
    """The head is signed first, the database copied next: what the copy holds is never less than the head.
    Uploads come last: a row in the copy has its file. Gives the head as a witness would copy it.
    """
    from gongjiang.office.journal.signing import house_key, sign_head  # noqa: PLC0415

    if connection.vendor == "postgresql":
        tool("pg_dump")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    head = sign_head(timezone.now())
    line = f"{head.size} {head.root} {house_key().name}" if head else ""
    told = {"made_at": timezone.now().isoformat(), "head": line, "key": house_key().name}
    with aside() as content:
        held = copied(content, line)
        manifest.write(content, held, {
            **told, "vendor": connection.vendor, "demo": (settings.HOME / "DEMO").exists()
        })  # fmt: skip
        pack({manifest.NAME: content / manifest.NAME, **held}, folder / NAME, key)
    with aside() as again:
        unpack(folder / NAME, again, key)
        manifest.read(again)
    (settings.HOME / LAST_BACKUP).touch()
    return line


def copied(content: Path, line: str) -> dict[str, Path]:
    """The database and the head, copied into the folder; and the uploads where they are."""
    target, head = content / NAMES[connection.vendor], content / "head.txt"
    if connection.vendor == "sqlite":
        copy_sqlite(Path(connection.settings_dict["NAME"]), target)
    else:
        copy_postgresql(connection.settings_dict, target)
    head.write_text(line + "\n", "utf-8")
    return {path.name: path for path in (target, head)} | uploads()


def uploads() -> dict[str, Path]:
    """What people sent, by the name it has in the house."""
    found = (path for name in UPLOADS for path in sorted((settings.HOME / name).rglob("*")) if path.is_file())
    return {path.relative_to(settings.HOME).as_posix(): path for path in found}


def no_tool(name: str) -> int:
    return fault(Words(
        f"本机没有 {name}：请安装与服务器同版本的 PostgreSQL 客户端，或用 GONGJIANG_PG_BIN 指明其目录",
        f"There is no {name} on this machine: install the PostgreSQL client of the server's version, or name "
        "its folder in GONGJIANG_PG_BIN",
    ), 2)  # fmt: skip


def no_key(name: str) -> int:
    return fault(Words(
        f"密钥文件至少 32 字节随机数：{name}", f"A key is a file of at least 32 random bytes: {name}"
    ), 2)  # fmt: skip
