"""A house is copied and put back: what was damaged, stale, of other keys or in the way is refused by name."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from gongjiang.web.console.backup import manifest
from gongjiang.web.console.backup.container import FORMAT
from gongjiang.web.console.backup.packing import NAME, pack, unpack
from gongjiang.web.console.backup.restoring import unreadable
from tests.console.conftest import outside
from tests.reliability.bundles import flipped

PLAIN = re.compile(rb"4201991990[0-9]{7}[0-9X]|1390000[0-9]{4}|62148599[0-9]{8}")
WRITING = """
import shutil
from pathlib import Path
from django.conf import settings
from django.db import connection, transaction
from gongjiang.office.registry.models import PayeeAccount, Person
from gongjiang.web.visitor import now
for part in range(3):
    with transaction.atomic():
        for serial in range(part * 100, part * 100 + 100):
            person = Person(name=f"Example{serial:04d}")
            person.put_id_number(f"4201991990{serial:08d}")
            person.put_phone(f"1390000{serial:04d}")
            person.save()
            account = PayeeAccount(person=person, holder=person.name, bank="b", added_at=now().at)
            account.put_number(f"62148599{serial:08d}")
            account.save()
Person.objects.filter(accounts=None).update(phone_sealed=None)
PayeeAccount.objects.filter(pk__gt=200).delete()
(Path(settings.HOME) / "seen").mkdir()
for path in Path(settings.HOME).glob("gongjiang.sqlite3*"):
    shutil.copy(path, Path(settings.HOME) / "seen")
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with a file and a record, and its backup beside it."""
    home = tmp_path_factory.mktemp("house")
    assert outside(home, "serve", "--build-only").code == 0
    assert outside(home, "account", "zhang", "--name", "张三", "--role", "officer").code == 0
    (home / "evidence").mkdir(exist_ok=True)
    (home / "evidence" / "file").write_bytes(b"content")
    (home / "sheets").mkdir()
    (home / "sheets" / "roster").write_bytes(b"rows" * (1 << 18))
    assert outside(home, "manage", "shell", "-v", "0", "-c", WRITING).code == 0
    made = outside(home, "backup", home / "copy")
    assert (made.code, made.err) == (0, "")
    return home


@pytest.fixture
def place(house: Path, tmp_path: Path) -> Path:
    """An empty place with the house's keys."""
    home = tmp_path / "place"
    home.mkdir(mode=0o700)
    shutil.copytree(house / "secrets", home / "secrets")
    return home


def test_what_was_copied_comes_back_whole(house: Path, place: Path) -> None:
    told = outside(place, "restore", house / "copy")

    assert (told.code, told.err) == (0, "")
    first, second = (outside(home, "journal", "verify", "--json").json for home in (house, place))
    assert (second["whole"], second) == (True, first)
    assert (place / "evidence" / "file").read_bytes() == b"content"
    assert (place / "sheets" / "roster").read_bytes() == (house / "sheets" / "roster").read_bytes()


def content(house: Path, tmp_path: Path) -> Path:
    """What is in the backup, in the open."""
    (tmp_path / "open").mkdir()
    unpack(house / "copy" / NAME, tmp_path / "open", (house / "secrets" / "backup").read_bytes())
    return tmp_path / "open"


def packed(copy: Path, house: Path, target: Path) -> Path:
    """These files as a backup of the house."""
    target.mkdir()
    held = {path.relative_to(copy).as_posix(): path for path in copy.rglob("*") if path.is_file()}
    pack(held, target / NAME, (house / "secrets" / "backup").read_bytes())
    return target


def test_no_key_lies_in_a_backup(house: Path, tmp_path: Path) -> None:
    keys = [path.read_bytes() for path in (house / "secrets").iterdir()]
    text = b"".join(path.read_bytes() for path in content(house, tmp_path).rglob("*") if path.is_file())

    assert b"CREATE TABLE" in text
    assert [key for key in keys if key in text or key.hex().encode() in text] == []


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_neither_the_database_nor_its_log_nor_a_backup_tells_anything(house: Path) -> None:
    seen, copy = held(house / "seen"), held(house / "copy")

    assert len(seen["gongjiang.sqlite3-wal"]) > 100_000
    assert b"Example0042" in b"".join(seen.values())
    assert {name: PLAIN.findall(told) for name, told in (seen | copy).items() if PLAIN.search(told)} == {}
    assert b"Example0042" not in b"".join(copy.values())


def test_canaries_are_in_what_the_key_opens_and_in_nothing_else(house: Path, tmp_path: Path) -> None:
    """Three hundred names, a file and a sheet: told of by the opened copy, by no byte of the archive, and by
    nothing that making it left aside.
    """
    names = {f"Example{serial:04d}".encode() for serial in range(300)}
    opened = b"".join(held(content(house, tmp_path)).values())
    archive, left = (b"".join(held(folder).values()) for folder in (house / "copy", house / "tmp"))

    assert {name for name in names if name in opened} == names
    assert (b"content" in opened, b"rowsrows" in opened) == (True, True)
    assert [name for name in (*names, b"content", b"rowsrows") if name in archive or name in left] == []


def test_a_backup_is_one_file_in_which_nothing_can_be_read(house: Path) -> None:
    (held,) = (house / "copy").iterdir()

    assert [
        word for word in (b"SQLite", "张三".encode(), b"content", b"sha256") if word in held.read_bytes()
    ] == []
    assert held.stat().st_mode & 0o077 == 0
    assert [path.name for path in (house / "tmp").iterdir()] == ["lock"]


PART = (1 << 20) + 16
HEAD = len(FORMAT) + 24


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda told: flipped(told, HEAD), "The backup is damaged: house.backup #1"),
        (lambda told: flipped(told, HEAD + PART + 5), "The backup is damaged: house.backup #2"),
        (lambda told: flipped(told, len(told) - 1), "The backup is damaged: house.backup #"),
        (lambda told: flipped(told, HEAD - 1), "The backup is damaged: house.backup #1"),
        (lambda told: told[: HEAD + PART], "The backup is cut short: it ends with part 1"),
        (lambda told: told[: HEAD + PART // 2], "The backup is damaged: house.backup #1"),
        (lambda told: told[:HEAD], "The backup is damaged: house.backup #1"),
        (lambda told: told + b"more", "The backup is damaged: house.backup #"),
        (
            lambda told: told[:HEAD] + told[HEAD + PART : HEAD + 2 * PART] + told[HEAD + PART :],
            "The backup is damaged: house.backup #1",
        ),
        (lambda told: b"", "There is no backup of this format here"),
    ],
)
def test_what_is_damaged_or_cut_short_is_named(
    spoilt: Callable[[bytes], bytes], said: str, house: Path, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(spoilt((house / "copy" / NAME).read_bytes()))
    (tmp_path / "content").mkdir()

    told = unreadable(tmp_path, tmp_path / "content", house / "secrets" / "backup")

    assert told is not None
    assert told.en[: len(said)] == said


def test_of_what_is_damaged_nothing_is_put_in_place(house: Path, place: Path, tmp_path: Path) -> None:
    held = (house / "copy" / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(flipped(held, len(held) - 1))

    told = outside(place, "restore", tmp_path)

    assert (told.code, told.err.splitlines()[1][:-1]) == (1, "The backup is damaged: house.backup #")
    assert {path.name for path in place.iterdir()} == {"secrets", "static", "tmp"}
    assert [path.name for path in (place / "tmp").iterdir()] == ["lock"]


def test_a_file_more_or_less_is_named(house: Path, place: Path, tmp_path: Path) -> None:
    """Whoever has the key can pack other files; the manifest names them."""
    copy = content(house, tmp_path)
    (copy / "evidence" / "more").write_bytes(b"")
    more = outside(place, "restore", packed(copy, house, tmp_path / "more"))
    (copy / "evidence" / "more").unlink()
    (copy / "evidence" / "file").unlink()
    less = outside(place, "restore", packed(copy, house, tmp_path / "less"))

    assert [told.err.split()[-1] for told in (more, less)] == ["evidence/more", "evidence/file"]


def test_a_key_of_ones_own_makes_and_opens_a_backup(house: Path, place: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(bytes(range(32)))
    (tmp_path / "short").write_bytes(b"secret")
    made = outside(house, "backup", tmp_path / "copy", "--key", key)

    without = outside(place, "restore", tmp_path / "copy")
    short = outside(house, "backup", tmp_path / "more", "--key", tmp_path / "short")

    assert (made.code, without.code, short.code) == (0, 2, 2)
    assert without.err.splitlines()[1].startswith("These are not the backup's keys")
    assert outside(place, "restore", tmp_path / "copy", "--key", key).code == 0


def test_a_house_that_is_there_is_left_alone(house: Path) -> None:
    told = outside(house, "restore", house / "copy")

    assert (told.code, "--replace" in told.err) == (2, True)
    assert outside(house, "restore", house / "copy", "--replace").code == 0


def test_a_backup_of_other_keys_is_refused(house: Path, tmp_path: Path) -> None:
    home = tmp_path / "other"
    home.mkdir()

    told = outside(home, "restore", house / "copy")

    assert told.code == 2
    assert told.err.splitlines()[0].startswith("密钥不是该备份的密钥：请先恢复 secrets 目录")


def test_a_stale_backup_is_named_with_what_is_missing(house: Path, place: Path, tmp_path: Path) -> None:
    size = int((content(house, tmp_path) / "head.txt").read_text().split()[0])
    heads = tmp_path / "heads.txt"
    heads.write_text(f"{size + 3} {'00' * 32}\n")

    told = outside(place, "restore", house / "copy", "--witness", heads)

    assert told.code == 1
    assert told.err.splitlines()[1] == (
        f"The backup is stale: it ends at {size}, {size + 3} was witnessed; "
        f"{size + 1} to {size + 3} are missing"
    )
    assert not (place / "gongjiang.sqlite3").exists()


def test_a_record_edited_within_a_backup_is_found(house: Path, place: Path, tmp_path: Path) -> None:
    """Whoever has the backup's key can edit the copy and make its manifest fit; the record they cannot."""
    copy = content(house, tmp_path)
    held = sqlite3.connect(copy / "database.sqlite3")
    held.execute("DROP TRIGGER guard_journal_leaf_leaf_fixed")
    held.execute("UPDATE journal_leaf SET body = '{}' WHERE seq = 1")
    held.commit()
    held.close()
    told = json.loads((copy / "manifest.json").read_text())
    held = {name: copy / name for name in told["files"]}
    manifest.write(copy, held, {name: told[name] for name in ("made_at", "vendor", "head", "key", "demo")})

    found = outside(place, "restore", packed(copy, house, tmp_path / "bad"))

    assert (found.code, found.err.splitlines()[1]) == (
        1, "Put in place, but record or books do not hold: do not use it"
    )  # fmt: skip


def test_a_folder_that_is_not_empty_is_not_written_to(house: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    assert outside(house, "backup", tmp_path).code == 2


def test_a_machine_without_the_tool_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys) -> None:
    from gongjiang.web.console.backup import copying, making

    monkeypatch.setenv("GONGJIANG_PG_BIN", str(tmp_path))
    with pytest.raises(copying.ToolMissing) as missing:
        copying.tool("pg_dump")

    assert making.no_tool(str(missing.value)) == 2
    assert capsys.readouterr().err.startswith("本机没有 pg_dump")
