"""The record of a real round: exported, verified by both verifiers, witnessed, erased in part, guarded."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from gongjiang.law.journal.checking import Asked, checked
from gongjiang.office.clerk.tracing import strayed
from gongjiang.office.journal.erasing import erase
from gongjiang.office.journal.exporting import bundle
from gongjiang.office.journal.models import Checkpoint, Leaf, Salt, record
from gongjiang.office.journal.signing import hand_head, house_key, sign_head, signed
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.registry.models import Person, User
from tests import append_only
from tests.reliability import bundles
from tests.town import Town

pytestmark = pytest.mark.both
MORNING = datetime(2026, 3, 2, 1, tzinfo=UTC)
SECOND = bundles.standalone()


def whole(data: bytes, since: str = "", witness: str = "") -> tuple[int, str, str, int]:
    found = tuple(checked(data, signed, Asked(house_key().name, since, witness))[0])
    assert found == SECOND.check(data, house_key().name, since, witness)
    return found


def noted() -> None:
    with transaction.atomic():
        record("test.note", "x", {}, MORNING)


def test_the_record_of_a_round_is_good_to_both_verifiers(town: Town, tmp_path: Path) -> None:
    sign_head(MORNING)
    town.walked("closed", many=2, places=1)
    copied = hand_head("审计局", MORNING)
    noted()
    assert copied

    data = bundle(MORNING)
    line = f"{copied.size} {copied.root}"
    assert whole(data, line, line) == (0, "", "", 0)
    assert [head.size for head in Checkpoint.objects.all()][1:] == [copied.size, copied.size + 1]

    later = bundle(MORNING, (copied.size, copied.root))
    assert whole(later, line, line) == (0, "", "", 0)
    assert len(later) < len(data) // 5


def test_a_bundle_has_nothing_personal_in_it(town: Town, tmp_path: Path) -> None:
    town.walked("closed", many=2, places=1)
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle(MORNING))

    with zipfile.ZipFile(path) as file:
        text = b"\n".join(file.read(name) for name in file.namelist()).decode()
    secrets = {*Salt.objects.values_list("value", flat=True)}
    refs = {ref for ref in Leaf.objects.values_list("ref", flat=True) if len(ref) > 6}
    people = {
        *Person.objects.values_list("name", flat=True),
        *User.objects.values_list("username", flat=True),
    }
    bodies = {*Leaf.objects.exclude(body="{}").values_list("body", flat=True)}
    told = [one for one in secrets | refs | people | bodies if one in text]
    assert [one for one in told if one not in {*Leaf.objects.values_list("kind", flat=True)}] == []


def test_erasing_destroys_the_content_and_keeps_the_tree(town: Town) -> None:
    town.walked("closed", many=2, places=1)
    copied = hand_head("审计局", MORNING)
    gone = list(Leaf.objects.filter(kind="score.seal").values_list("seq", flat=True))
    assert copied

    count = erase(gone, "保存期满", "1", MORNING)

    assert count == len(gone) > 0
    assert set(Leaf.objects.filter(seq__in=gone).values_list("ref", "body")) == {("", "")}
    assert not Salt.objects.filter(leaf__in=gone).exists()
    assert Leaf.objects.filter(kind="record.erase").count() == len(gone)
    assert first_fault() is None
    assert whole(bundle(MORNING), witness=f"{copied.size} {copied.root}") == (0, "", "", 0)


def test_rows_that_differ_from_the_record_are_named(town: Town) -> None:
    town.walked("closed", many=2, places=1)
    assert strayed() == []

    with append_only.lifted(), connection.cursor() as cursor:
        cursor.execute(
            'UPDATE review_score SET marks = \'{"a": "100"}\' WHERE id = (SELECT MIN(id) FROM review_score)'
        )
        cursor.execute(
            "UPDATE cases_event SET target = 'granted' WHERE id = (SELECT MIN(id) FROM cases_event)"
        )

    assert [row.split()[0] for row in strayed()] == ["event", "score"]


REFUSED = {
    "a leaf's content": "UPDATE journal_leaf SET body = '{}' WHERE seq = 3",
    "a leaf wiped with its salt in place": "UPDATE journal_leaf SET body = '', ref = '' WHERE seq = 3",
    "a leaf's hash": "UPDATE journal_leaf SET leaf_hash = 'x' WHERE seq = 3",
    "a leaf taken away": "DELETE FROM journal_leaf WHERE seq = 3",
    "a salt": "UPDATE journal_salt SET value = 'x' WHERE leaf_id = 3",
    "a salt taken away": "DELETE FROM journal_salt WHERE leaf_id = 3",
    "the head turned back": "UPDATE journal_head SET size = size - 1",
    "the head taken away": "DELETE FROM journal_head",
    "a signed head": "UPDATE journal_checkpoint SET root = 'x'",
    "a signed head taken away": "DELETE FROM journal_checkpoint",
    "a witness": "UPDATE journal_witnessed SET holder = 'x'",
    "a witness taken away": "DELETE FROM journal_witnessed",
    "an erasure": "UPDATE journal_erasure SET told_id = 1",
    "an erasure taken away": "DELETE FROM journal_erasure",
}


@pytest.fixture
def recorded(town: Town) -> None:
    hand_head("审计局", MORNING)
    noted()
    erase([Leaf.objects.latest("seq").seq], "保存期满", "1", MORNING)


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses(name: str, recorded: None) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(REFUSED[name])


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no OR REPLACE")
def test_the_database_refuses_a_leaf_in_place_of_another(recorded: None) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("INSERT OR REPLACE INTO journal_leaf SELECT * FROM journal_leaf WHERE seq = 3")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", ["leaf", "salt", "head", "checkpoint", "witnessed", "erasure"])
def test_the_database_refuses_to_empty_a_table(table: str, recorded: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE journal_{table} CASCADE")
