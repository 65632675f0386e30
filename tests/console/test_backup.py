"""A house is copied and put back: what was damaged, stale, of other keys or in the way is refused by name."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.console.conftest import outside
from tests.reliability.bundles import flipped


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with a file and a record, and its backup beside it."""
    home = tmp_path_factory.mktemp("house")
    assert outside(home, "serve", "--build-only").code == 0
    assert outside(home, "account", "zhang", "--name", "张三", "--role", "officer").code == 0
    (home / "evidence").mkdir(exist_ok=True)
    (home / "evidence" / "file").write_bytes(b"content")
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


def test_no_key_lies_in_a_backup(house: Path) -> None:
    keys = [path.read_bytes() for path in (house / "secrets").iterdir()]
    text = b"".join(path.read_bytes() for path in (house / "copy").rglob("*") if path.is_file())

    assert [key for key in keys if key in text or key.hex().encode() in text] == []


@pytest.mark.parametrize("name", ["database.sqlite3", "head.txt", "evidence/file", "manifest.json"])
def test_a_damaged_file_is_named_and_nothing_is_put_in_place(
    name: str, house: Path, place: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(house / "copy", tmp_path / "bad")
    path = copy / name
    path.write_bytes(flipped(path.read_bytes(), 0))

    told = outside(place, "restore", copy)

    assert (told.code, told.err.splitlines()[1]) == (1, f"The backup is damaged: {name}")
    assert not (place / "gongjiang.sqlite3").exists()


def test_a_file_more_or_less_is_named(house: Path, place: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(house / "copy", tmp_path / "bad")
    (copy / "evidence" / "more").write_bytes(b"")
    more = outside(place, "restore", copy)
    (copy / "evidence" / "more").unlink()
    (copy / "evidence" / "file").unlink()
    less = outside(place, "restore", copy)

    assert [told.err.split()[-1] for told in (more, less)] == ["evidence/more", "evidence/file"]


def test_a_house_that_is_there_is_left_alone(house: Path) -> None:
    told = outside(house, "restore", house / "copy")

    assert (told.code, "--replace" in told.err) == (2, True)
    assert outside(house, "restore", house / "copy", "--replace").code == 0


def test_a_backup_of_other_keys_is_refused(house: Path, tmp_path: Path) -> None:
    home = tmp_path / "other"
    home.mkdir()

    told = outside(home, "restore", house / "copy")

    assert (told.code, told.err.splitlines()[0]) == (2, "密钥不是该备份的密钥：请先恢复 secrets 目录")


def test_a_stale_backup_is_named_with_what_is_missing(house: Path, place: Path, tmp_path: Path) -> None:
    size = int((house / "copy" / "head.txt").read_text().split()[0])
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
    """Whoever edits the copy can make its manifest fit; the record they cannot."""
    from gongjiang.web.console.backup import manifest

    copy = shutil.copytree(house / "copy", tmp_path / "bad")
    held = sqlite3.connect(copy / "database.sqlite3")
    held.execute("DROP TRIGGER guard_journal_leaf_leaf_fixed")
    held.execute("UPDATE journal_leaf SET body = '{}' WHERE seq = 1")
    held.commit()
    held.close()
    told = json.loads((copy / "manifest.json").read_text())
    manifest.write(copy, {name: told[name] for name in ("made_at", "vendor", "head", "key")})

    found = outside(place, "restore", copy)

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
