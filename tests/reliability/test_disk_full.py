"""The disk is full in the middle of a payout, an upload, a leaf, a backup: nothing half done stays, it is
said in words, and once there is room all goes on to the very end that it would have come to.

Run as a module, this file is whoever works under a limit on how large a file may grow.
"""

import hashlib
import json
import resource
import sys
from pathlib import Path

import pytest

from tests.ledger_ground import SERVER, Ground, copied, ground
from tests.reliability.test_ledger_kill import rest, undisturbed

ME, PAYOUT = "tests.reliability.test_disk_full", "tests.reliability.test_ledger_kill"
KIB = 1024
SIZES = (40, 150, 600, 1_200, 2_400)
"""How many KiB a file may have: of the database's log, of the bank's file, of what is uploaded."""
pytestmark = pytest.mark.skipif(bool(SERVER), reason="PostgreSQL's files are written by its server")


def cut(place: Ground, act: str, size: int) -> dict[str, object]:
    """What the act said under the limit, and how the house stands right after it."""
    code, said = place.run(ME, act, str(size * KIB))
    assert code == 0, said
    told: dict[str, object] = json.loads(said.splitlines()[-1])
    code, sound = place.run(ME, "sound")
    assert (code, sound.strip()) == (0, "ok")
    halves = [path.name for path in place.home.rglob("*.part")]
    assert halves == []
    return told


def payout(tmp_path: Path, rows: int, sizes: tuple[int, ...]) -> int:
    """How many of the limits it met. Each time it goes on from there, and ends as if there had been none."""
    met = 0
    with ground(tmp_path / "home") as origin:
        assert origin.run(PAYOUT, "prepare", str(rows)) == (0, "")
        expected = undisturbed(origin, tmp_path / "undisturbed")
        for size in sizes:
            with copied(origin, tmp_path / f"full-{size}") as place:
                met += cut(place, "payout", size)["fault"] in ("OperationalError", "OSError")
                code, said = rest(place)
                assert code == 0
                outcome = said[-1]
            assert (outcome["books"], outcome["content"]) == (expected["books"], expected["content"]), size
    return met


@pytest.mark.long
def test_a_payout_that_finds_the_disk_full_ends_as_if_it_had_not(tmp_path: Path) -> None:
    assert payout(tmp_path, 20, (150,)) == 1


@pytest.mark.long
def test_a_payout_that_finds_the_disk_full_at_five_sizes_ends_as_if_it_had_not(tmp_path: Path) -> None:
    assert payout(tmp_path, 300, SIZES) == len(SIZES)


@pytest.mark.parametrize("act", ["upload", "leaf", "backup"])
def test_nothing_half_done_stays_of_what_there_is_no_room_for(act: str, tmp_path: Path) -> None:
    with ground(tmp_path / "home") as place:
        full = cut(place, act, SIZES[0])
        assert full["fault"] in ("OperationalError", "OSError")
        assert full["left"] == []
        done = cut(place, act, 10_000_000)

    assert (done["fault"], len(done["left"])) == ("", 1)  # type: ignore[arg-type]


def payout_full() -> list[str]:
    from tests.reliability.test_ledger_kill import STAGES

    batch = None
    for act in STAGES.values():
        batch = act(batch) or batch
    return []


def upload() -> list[str]:
    """A file of some size: it is there whole, or not there."""
    from gongjiang.office.registry.files import EVIDENCE, keep, kept

    body = b"%PDF-1.7 " + b"x" * 300 * KIB
    name, sha256 = keep(EVIDENCE, body)
    assert hashlib.sha256(kept(EVIDENCE, name) or b"").hexdigest() == sha256
    return [name]


def leaf() -> list[str]:
    from datetime import UTC, datetime

    from django.db import transaction

    from gongjiang.office.journal.models import Leaf, record_many

    with transaction.atomic():
        record_many([("test.note", "x", {"n": "x" * 4 * KIB})] * 300, datetime(2026, 3, 2, tzinfo=UTC))
    assert Leaf.objects.filter(kind="test.note").count() == 300
    return ["leaves"]


def backup() -> list[str]:
    from django.conf import settings

    from gongjiang.web.console.backup.making import run

    target = Path(settings.HOME).parent / "backup"
    if run("backup", [str(target)]):
        raise OSError("told in words")
    return [path.name for path in target.iterdir()]


def left(act: str) -> list[str]:
    """What is there of it, in the house or beside it, and is not empty."""
    from django.conf import settings

    from gongjiang.office.journal.models import Leaf

    if act == "leaf":
        return ["leaves"] * Leaf.objects.filter(kind="test.note").exists()
    folder = Path(settings.HOME) / "evidence" if act == "upload" else Path(settings.HOME).parent / "backup"
    return sorted(path.name for path in folder.glob("*"))


def limited(act: str, size: str) -> None:
    from django.db import OperationalError, connection

    acts = {"payout": payout_full, "upload": upload, "leaf": leaf, "backup": backup}
    connection.ensure_connection()
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), resource.RLIM_INFINITY))
    try:
        acts[act]()
        fault = ""
    except (OperationalError, OSError) as no:
        fault = type(no).__name__
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("\n" + json.dumps({"fault": fault, "left": [] if act == "payout" else left(act)}), flush=True)


def sound() -> None:
    from django.db import connection

    from gongjiang.office.journal.verifying import first_fault
    from gongjiang.office.ledger.check import assert_balanced

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        told = cursor.fetchone()[0]
    assert_balanced()
    assert first_fault() is None
    print(told)


if __name__ == "__main__":
    import django

    django.setup()
    sound() if sys.argv[1] == "sound" else limited(*sys.argv[1:])
