"""The same on PostgreSQL: a server of its own takes ten thousand people in, and its whole folder is read."""

from pathlib import Path

import psycopg
import pytest

from gongjiang.web.console.backup.packing import NAME, unpack
from tests.console.conftest import begun
from tests.console.test_backup_postgresql import tools
from tests.console.test_stolen_disk import MANY, founded, open_numbers, sheet, watched
from tests.run_postgres import server

__all__ = ["sheet", "tools"]


def settled(address: str, *statements: str) -> Path:
    """All that the server holds is on its disk; where that is."""
    with psycopg.connect(address, autocommit=True) as asked:
        for statement in (*statements, "CHECKPOINT"):
            asked.execute(statement)
        (folder,) = asked.execute("SHOW data_directory").fetchone() or ("",)
    return Path(folder)


@pytest.mark.long
def test_ten_thousand_people_lie_open_nowhere_on_a_server_either(
    sheet: Path, tools: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, indices and the log ahead, at any moment; the copy, sealed and opened. What lay there would be
    found: one number is put there in the end.
    """
    with server() as address:
        monkeypatch.setenv("GONGJIANG_DATABASE", address)
        monkeypatch.setenv("GONGJIANG_PG_BIN", tools)
        home, disk = founded(tmp_path, monkeypatch), settled(address)

        taken, _ = watched(begun(home, "import", "skill-claims", sheet, "--by", "zhang"), home, disk)
        made, _ = watched(begun(home, "backup", tmp_path / "copy"), home, disk)
        settled(address)
        unpack(tmp_path / "copy" / NAME, tmp_path / "open", (home / "secrets" / "backup").read_bytes())

        assert (taken, made, open_numbers(home, disk, tmp_path / "copy", tmp_path / "open")) == (set(),) * 3
        with psycopg.connect(address) as asked:
            assert asked.execute("SELECT count(*) FROM registry_payeeaccount").fetchone() == (MANY,)
        settled(address, "CREATE TABLE laid AS SELECT '62000000' || '00000007' AS number")
        assert open_numbers(disk) == {b"6200000000000007"}
