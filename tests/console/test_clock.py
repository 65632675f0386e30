"""At the console and in the background a clock behind the record writes nothing; one ahead is put right."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from gongjiang.office.journal.models import Checkpoint, Leaf, Salt, Witnessed, record
from gongjiang.web.console import clock
from tests.console.conftest import Told, outside
from tests.town import Town

NOON = datetime(2026, 6, 1, 4, tzinfo=UTC)
Console = Callable[..., Told]
WRITING = [
    ("work", "--once"),
    ("journal", "sign"),
    ("journal", "witness", "审计局"),
    ("journal", "export", "BUNDLE"),
    ("journal", "rows", "--reason", "x"),
    ("keys", "add"),
    ("issuer", "adopt"),
    ("account", "zhang", "--name", "张三", "--role", "officer"),
]


@pytest.fixture
def behind(town: Town, monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """The last leaf was written at noon; the clock is put anywhere. The test's one transaction stays open."""
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    with transaction.atomic():
        record("test.note", "x", {}, NOON)

    def put(moved: timedelta) -> None:
        monkeypatch.setattr(timezone, "now", lambda: NOON + moved)

    return put


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Leaf, Salt, Checkpoint, Witnessed))


@pytest.mark.both
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_no_command_writes_by_a_clock_behind_the_record(command, behind, console: Console, tmp_path):
    before, told = written(), [str(tmp_path / "b.zip") if one == "BUNDLE" else one for one in command]
    behind(timedelta(hours=-2))

    done = console(*told)

    assert (done.code, written()) == (1, before)
    assert clock.WRONG.zh in done.err


@pytest.mark.both
def test_once_it_is_right_the_worker_works_and_the_head_is_signed(behind, console: Console):
    behind(timedelta(seconds=1))

    assert console("work", "--once").code == 0
    assert console("journal", "sign").code == 0
    assert Checkpoint.objects.latest("size").size == Leaf.objects.count()


def test_without_the_guard_a_command_would_write_into_the_past(behind, console: Console, monkeypatch):
    monkeypatch.setattr("gongjiang.web.steady.late", lambda at: 0)
    behind(timedelta(hours=-2))

    assert console("journal", "sign").code == 0
    assert Checkpoint.objects.latest("size").at < NOON


@pytest.mark.both
def test_leaves_that_a_clock_ahead_has_written_are_put_right_once_in_the_record(behind, console: Console):
    behind(timedelta(days=-400))
    assert console("journal", "clock", "--reason", " ").code == 1

    done = console("journal", "clock", "--reason", "电池失效，时钟快了四百天")

    told = Leaf.objects.latest("seq")
    assert (done.code, told.kind, told.at) == (0, "clock.right", NOON - timedelta(days=400))
    assert '"ahead":34560000' in told.body
    assert console("journal", "sign").code == 0
    assert console("journal", "verify").code == 0
    assert console("journal", "clock", "--reason", "再来一次").code == 1


AHEAD = """
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from gongjiang.office.journal.models import record
with transaction.atomic():
    record("test.note", "x", {}, timezone.now() + timedelta(hours=2))
"""
COUNT = "from gongjiang.office.journal.models import Leaf; print('leaves', Leaf.objects.count())"


@pytest.mark.long
def test_a_house_that_starts_by_a_wrong_clock_writes_nothing_and_serves_its_pages(tmp_path):
    """In processes of their own: the house is set up, its record runs ahead of the clock, it starts again."""
    home = tmp_path / "home"
    assert outside(home.parent, "serve", "--build-only", GONGJIANG_HOME=str(home)).code == 0
    outside(home.parent, "manage", "shell", "-c", AHEAD, GONGJIANG_HOME=str(home))
    before = outside(home.parent, "manage", "shell", "-c", COUNT, GONGJIANG_HOME=str(home)).out

    again = outside(home.parent, "serve", "--build-only", GONGJIANG_HOME=str(home))
    worked = outside(home.parent, "work", "--once", GONGJIANG_HOME=str(home))

    assert (again.code, worked.code) == (0, 1)
    assert clock.WRONG.zh in again.err
    assert '"clock": "behind the record"' in again.err
    assert outside(home.parent, "manage", "shell", "-c", COUNT, GONGJIANG_HOME=str(home)).out == before
    right = outside(home.parent, "journal", "clock", "--reason", "时钟快了", GONGJIANG_HOME=str(home))
    assert (right.code, outside(home.parent, "work", "--once", GONGJIANG_HOME=str(home)).code) == (0, 0)
