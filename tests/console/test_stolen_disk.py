"""A stolen disk is silent: numbers, cards and telephones are in no file of the database, log or backup."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from gongjiang.office.registry.models import PayeeAccount, Person
from gongjiang.office.registry.seal import Sealed
from gongjiang.web.console.backup.packing import NAME, unpack
from gongjiang.web.demo.people import id_number
from tests.clerk.claim_sheets import born, roster, row
from tests.console.conftest import Told, begun, outside
from tests.town import Town

NUMBERS = re.compile(rb"(?=(420199[0-9]{11}[0-9X]|62000000[0-9]{8}|131[0-9]{8}))")
ISSUED = """
from datetime import date
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.entering import decide_term, prepare_term
from gongjiang.office.registry.models import User
from gongjiang.plans import plans
from gongjiang.web.visitor import now, today
me, version = actor_of(User.objects.get(username="zhang"), today()), PlanTerm.objects.get().version
held = prepare_term(plans()[0], version, date(2026, 1, 1), "x", me, now())
decide_term(held, True, me, now())
"""
MANY = 10_000


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cells() -> Iterator[bytes]:
    """Every value of every table, as it lies there."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for one in cursor.fetchall():
                yield from (bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in one)


@pytest.mark.both
def test_a_roster_that_was_taken_in_is_nowhere_to_be_read(
    console: Callable[..., Told], town: Town, tmp_path: Path, settings
) -> None:
    """Through the intake as it is: persons, accounts, certificates, faults, the record, the sheet itself."""
    settings.HOME = tmp_path
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(roster([*(row(n) for n in range(40)), row(41, 金额=1), row(3)]))
    assert console("import", "skill-claims", sheet, "--by", "officer", "--on", "2026-05-11").code == 0
    sheet.unlink()

    told = b"".join([*held(tmp_path).values(), *cells()])

    secret = [id_number(born(n), n) for n in range(42)] + [f"62000000{n:08d}" for n in range(42)]
    assert [one for one in (*secret, "13100000000") if one.encode() in told] == []
    assert "示例03有限公司".encode() in told
    assert list((tmp_path / "sheets").iterdir()) != []


@pytest.mark.both
def test_no_cipher_text_opens_in_another_row_of_its_table(console, town: Town, tmp_path: Path, settings):
    """Each put in the row of its neighbour: not one opens."""
    settings.HOME = tmp_path
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(roster([row(n, 申领主体="个人") for n in range(60)]))
    assert console("import", "skill-claims", sheet, "--by", "officer", "--on", "2026-05-11").code == 0

    for model, name in ((Person, "id_number"), (Person, "phone"), (PayeeAccount, "number")):
        held: Sealed = vars(model)[name]
        rows = [one for one in model.objects.order_by("pk") if getattr(one, held.column)]
        refused, sealed = 0, [getattr(one, held.column) for one in rows]
        for one, other in zip(rows, [*sealed[1:], sealed[0]], strict=True):
            setattr(one, held.column, other)
            with pytest.raises(InvalidTag):
                getattr(one, name)
            refused += 1
        assert refused >= 60


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Ten thousand people with a number, a card and a telephone each."""
    made = tmp_path / "sheet.csv"
    made.write_bytes(roster([row(n, 联系电话=f"131{n:08d}", 申领主体="个人") for n in range(MANY)]))
    return made


@cache
def secrets() -> frozenset[bytes]:
    told = (f"{id_number(born(n), n % 1000)} 62000000{n:08d} 131{n:08d}" for n in range(MANY))
    return frozenset(" ".join(told).encode().split())


def open_numbers(*places: Path) -> set[bytes]:
    """What can be read in any file; a file may go while it is looked at."""
    folders = [walked for place in places for walked in os.walk(place)]
    paths = [
        path for folder, _, names in folders for name in names if (path := Path(folder) / name).is_file()
    ]
    found = set[bytes]()
    for path in (*paths, *(place for place in places if place.is_file())):
        with suppress(FileNotFoundError):
            found |= secrets() & set(NUMBERS.findall(path.read_bytes()))
    return found


def watched(running: "subprocess.Popen[bytes]", home: Path, *places: Path) -> tuple[set[bytes], int]:
    """What could be read in the house at any moment while a command ran; and how long the log became. Of what
    others may read nothing is used: the machine's own place for such files stays empty.
    """
    found, log, longest = set[bytes](), home / "gongjiang.sqlite3-wal", 0
    while running.poll() is None:
        found |= open_numbers(home, *places)
        assert list((home.parent / "elsewhere").iterdir()) == []
        longest = max(longest, log.stat().st_size if log.exists() else 0)
    assert running.returncode == 0
    return found, longest


def founded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house that may take a roster in; the machine's own place for what lies aside is watched too."""
    home = folder / "house"
    home.mkdir(mode=0o700)
    (folder / "elsewhere").mkdir()
    monkeypatch.setenv("TMPDIR", str(folder / "elsewhere"))
    assert outside(home, "serve", "--build-only").code == 0
    assert outside(home, "account", "zhang", "--name", "张三", "--role", "officer").code == 0
    assert outside(home, "manage", "shell", "-v", "0", "-c", ISSUED).code == 0
    return home


def cut(running: "subprocess.Popen[bytes]", home: Path) -> Path:
    """Killed while the copy of the database lies aside; where it lies."""
    while running.poll() is None:
        if any(path.stat().st_size > 1_000_000 for path in (home / "tmp").glob("*/database.sqlite3")):
            running.send_signal(signal.SIGKILL)
    (left,) = (path for path in (home / "tmp").iterdir() if path.is_dir())
    return left


@pytest.mark.long
def test_ten_thousand_people_lie_open_nowhere_at_any_time(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Database, its log while it is written, files, what lies aside, and the backup; also where a command was
    killed. The house's own copy, opened with its key, holds none either.
    """
    assert len(open_numbers(sheet)) == 3 * MANY
    home = founded(tmp_path, monkeypatch)

    taken = watched(begun(home, "import", "skill-claims", sheet, "--by", "zhang"), home)
    left = cut(begun(home, "backup", tmp_path / "cut"), home)

    assert (taken[0], taken[1] > 1_000_000) == (set(), True)
    assert (left / "database.sqlite3").stat().st_size > 1_000_000
    assert open_numbers(home, tmp_path / "cut") == set()
    made = watched(begun(home, "backup", tmp_path / "copy"), home)
    back = watched(begun(home, "restore", tmp_path / "copy", "--replace"), home)
    assert (made[0], back[0]) == (set(), set())
    (tmp_path / "open").mkdir()
    unpack(tmp_path / "copy" / NAME, tmp_path / "open", (home / "secrets" / "backup").read_bytes())

    assert open_numbers(home, tmp_path / "copy", tmp_path / "open") == set()
    assert (tmp_path / "open" / "database.sqlite3").stat().st_size > 10_000_000
