"""Whoever edits the record past the house is found, and the leaf is named, however small the edit."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest
from django.db import connection

from gongjiang.law.journal import leaf
from gongjiang.law.journal.tree import grown
from gongjiang.office.journal.models import Checkpoint, Head, Leaf, Salt, chained, day, stamped
from gongjiang.office.journal.signing import sign_head
from gongjiang.office.journal.verifying import first_fault
from tests import append_only
from tests.town import Town

pytestmark = pytest.mark.both
EDITS = 100
MORNING = datetime(2026, 3, 2, 1, tzinfo=UTC)
TEXTS = ("kind", "ref", "body", "commitment", "leaf_hash", "chain")


@pytest.fixture
def size(town: Town) -> int:
    """A record of a few hundred leaves, whole before anybody touches it."""
    town.walked("closed", many=2, places=1)
    assert first_fault() is None
    return Leaf.objects.count()


def found(edit: Callable[[], object]) -> int | None:
    """The leaf that is named after the edit; the record is put back as it was."""
    kept, head = list(Leaf.objects.all()), Head.objects.get(pk=1)
    with append_only.lifted():
        edit()
        fault = first_fault()
        Leaf.objects.all().delete()
        Leaf.objects.bulk_create(kept)
        head.save()
    return fault


def edited(seq: int, field: str, dice: Random) -> None:
    """One bit of one character flipped, as somebody with the database open could."""
    table = Leaf._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {field} FROM {table} WHERE seq = %s", [seq])
        text = cursor.fetchone()[0]
        place = dice.randrange(len(text))
        other = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
        cursor.execute(f"UPDATE {table} SET {field} = %s WHERE seq = %s", [other, seq])


def test_a_hundred_random_edits_are_all_found_and_named(size: int) -> None:
    dice = Random(11)
    wanted, named = [], []
    for _ in range(EDITS):
        seq, field = dice.randint(1, size), dice.choice(TEXTS)
        wanted.append(seq)
        named.append(found(lambda seq=seq, field=field: edited(seq, field, dice)))

    assert named == wanted
    assert first_fault() is None


def test_a_moment_moved_by_a_second_is_found(size: int) -> None:
    from datetime import timedelta

    one = Leaf.objects.get(seq=size // 2)

    fault = found(lambda: Leaf.objects.filter(seq=one.seq).update(at=one.at + timedelta(seconds=1)))

    assert fault == one.seq


def test_a_leaf_taken_out_is_found_where_it_was(size: int) -> None:
    places = [1, size // 3, size]

    assert [found(lambda seq=seq: Leaf.objects.filter(seq=seq).delete()) for seq in places] == places


def test_two_leaves_swapped_are_found_at_the_first(size: int) -> None:
    def swap() -> None:
        Leaf.objects.filter(seq=5).update(seq=-1)
        Leaf.objects.filter(seq=6).update(seq=5)
        Leaf.objects.filter(seq=-1).update(seq=6)

    assert found(swap) == 5


def test_a_tail_cut_off_is_found_by_the_head(size: int) -> None:
    assert found(lambda: Leaf.objects.filter(seq__gt=size - 10).delete()) == size - 9


def test_a_leaf_put_in_from_outside_is_found(size: int) -> None:
    last = Leaf.objects.get(seq=size)
    last.seq = size + 1

    assert found(lambda: Leaf.objects.bulk_create([last])) == size + 1


def forged(seq: int) -> Leaf:
    """A leaf of other content with its own salt, commitment and hash, chained behind the one before it."""
    one, before = Leaf.objects.get(seq=seq), Leaf.objects.get(seq=seq - 1)
    one.body = one.body.replace("{", '{"x":1,', 1)
    salt = bytes.fromhex(Salt.objects.get(leaf=seq).value)
    one.commitment = leaf.commitment(salt, one.ref, stamped(one.at), one.body)
    one.leaf_hash = leaf.hashed(seq, one.kind, day(one.at), one.commitment).hex()
    one.chain = chained(before.chain, one.leaf_hash)
    return one


def test_a_leaf_rewritten_with_its_own_hashes_breaks_the_next_one(size: int) -> None:
    """Somebody who knows how leaves are hashed must rewrite every later one, and the head as well."""
    assert found(forged(7).save) == 8


def test_a_record_rewritten_to_its_end_is_found_by_a_signed_head(size: int) -> None:
    """The owner of the database rewrites every leaf, the chain and the head; the key they have not."""
    sign_head(MORNING)

    assert found(lambda: rewrite_from(7)) == 1


def rewrite_from(seq: int) -> None:
    forged(seq).save()
    chain, peaks = "0" * 64, list[bytes]()
    for size, one in enumerate(Leaf.objects.order_by("seq")):
        chain, peaks = chained(chain, one.leaf_hash), grown(peaks, size, bytes.fromhex(one.leaf_hash))
        Leaf.objects.filter(seq=one.seq).update(chain=chain)
    Head.objects.update(chain=chain, peaks=b"".join(peaks).hex())


def test_a_salt_changed_or_taken_away_is_found(size: int) -> None:
    kept = Salt.objects.get(leaf=9).value
    for edit in (
        lambda: Salt.objects.filter(leaf=9).update(value="00" * 32),
        lambda: Salt.objects.filter(leaf=9).delete(),
    ):
        assert found(edit) == 9
        with append_only.lifted():
            Salt.objects.update_or_create(leaf_id=9, defaults={"value": kept})
    assert first_fault() is None


def test_content_wiped_without_a_record_of_it_is_found(size: int) -> None:
    def wipe() -> None:
        Salt.objects.filter(leaf=9).delete()
        Leaf.objects.filter(seq=9).update(ref="", body="")

    assert found(wipe) == 9


@pytest.mark.parametrize("field", ["root", "note"])
def test_a_head_that_was_signed_and_edited_is_found(size: int, field: str) -> None:
    sign_head(MORNING)

    with append_only.lifted():
        Checkpoint.objects.update(**{field: "00" * 32})

    assert first_fault() == 1


def test_the_head_alone_turned_back_is_found(size: int) -> None:
    last = Leaf.objects.get(seq=size - 1)

    fault = found(lambda: Head.objects.filter(pk=1).update(size=last.seq, chain=last.chain))

    assert fault == size + 1
