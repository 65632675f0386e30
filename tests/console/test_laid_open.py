"""What lies open for a while lies in the house's own place, and is gone however its process ended."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import RequestFactory

from gongjiang.office.registry.aside import aside, clear_aside, place
from gongjiang.web.nameless import Nameless
from tests.console.conftest import begun, outside

TABLES = b"CREATE TABLE"


@pytest.fixture
def home(tmp_path: Path, settings) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def folders(home: Path) -> list[Path]:
    return [path for path in (home / "tmp").glob("*") if path.is_dir()]


def test_it_lies_where_nobody_else_reads_and_is_gone_afterwards(home: Path) -> None:
    (home / "tmp").mkdir(mode=0o755)

    with aside() as one, aside() as other:
        modes = {path.stat().st_mode & 0o777 for path in (home / "tmp", one, other)}
        (one / "file").write_bytes(b"open")
        assert sorted(folders(home)) == sorted((one, other))

    assert (modes, folders(home)) == ({0o700}, [])


def test_who_fails_leaves_nothing(home: Path) -> None:
    with pytest.raises(FileNotFoundError), aside() as folder:
        (folder / "file").rename(folder / "other")

    assert folders(home) == []


def test_what_a_dead_process_left_is_gone_and_what_a_living_one_needs_is_not(home: Path) -> None:
    dead = os.fork()
    if dead == 0:
        with aside() as folder:
            (folder / "file").write_bytes(b"open")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(dead, 0)
    (home / ".aside-old").mkdir()
    (left,) = folders(home)
    assert (left / "file").read_bytes() == b"open"

    with aside() as living:
        clear_aside()
        assert folders(home) == [living]
    assert list(home.iterdir()) == [home / "tmp"]


@pytest.mark.parametrize(("handler", "names"), [(Nameless, 0), (TemporaryFileUploadHandler, 1)])
def test_what_is_being_sent_in_has_no_name_to_outlive_a_kill(
    home: Path, settings, handler: Callable[..., object], names: int
) -> None:
    """Django's own handler is the control: it would leave one."""
    assert settings.FILE_UPLOAD_HANDLERS[-1] == "gongjiang.web.nameless.Nameless"
    settings.FILE_UPLOAD_TEMP_DIR = place()
    body = b"42019919900101" * 300_000
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("a.csv", body)})
    request.upload_handlers = [handler(request)]  # type: ignore[list-item]

    held = request.FILES["file"]

    assert (held.size, held.name, held.read()) == (len(body), "a.csv", body)
    assert len(list(place().glob("*"))) == names
    held.close()


def killed(home: Path, *arguments: object) -> bytes:
    """The command, killed while the database lies open in the house; what lay there then."""
    running = begun(home, *arguments)
    while running.poll() is None:
        for path in (home / "tmp").glob("*/database.sqlite3"):
            if TABLES in path.read_bytes():
                running.send_signal(signal.SIGKILL)
                running.wait()
                return path.read_bytes()
    return b""


@pytest.mark.long
def test_a_backup_and_a_restore_that_are_killed_leave_nothing_open(tmp_path: Path) -> None:
    assert outside(tmp_path, "serve", "--build-only").code == 0
    assert outside(tmp_path, "backup", tmp_path / "copy").code == 0
    assert folders(tmp_path) == []

    for number, asked in enumerate((("backup", "copy1"), ("restore", "copy"))):
        told = killed(tmp_path, asked[0], tmp_path / asked[1], *(["--replace"] if number else []))
        assert TABLES in told
        (left,) = folders(tmp_path)
        assert left.stat().st_mode & 0o077 == 0
        assert outside(tmp_path, "serve", "--build-only").code == 0
        assert folders(tmp_path) == []
    assert outside(tmp_path, "journal", "verify", "--json").json["whole"] is True
