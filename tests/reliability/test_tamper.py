"""Whoever edits the record past the house is found, and the leaf is named, however small the edit."""

from collections.abc import Callable
from random import Random

import pytest
from django.db import connection

from gongjiang.office.journal.models import Head, Leaf, first_fault
from tests import append_only
from tests.town import Town

pytestmark = pytest.mark.both
EDITS = 100
TEXTS = ("kind", "ref", "body", "salt", "leaf_hash", "chain")


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

    leaf = Leaf.objects.get(seq=size // 2)

    fault = found(lambda: Leaf.objects.filter(seq=leaf.seq).update(at=leaf.at + timedelta(seconds=1)))

    assert fault == leaf.seq


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


def test_a_leaf_rewritten_with_its_own_hashes_breaks_the_next_one(size: int) -> None:
    """Somebody who knows how leaves are hashed must rewrite every later one, and the head as well."""
    from gongjiang.office.journal.models import chained, leaf_hash, stamped

    leaf, before = Leaf.objects.get(seq=7), Leaf.objects.get(seq=6)
    leaf.body = leaf.body.replace("{", '{"x":1,', 1)
    leaf.leaf_hash = leaf_hash(leaf.kind, leaf.ref, leaf.body, leaf.salt, stamped(leaf.at))
    leaf.chain = chained(before.chain, leaf.leaf_hash)

    assert found(leaf.save) == 8


def test_the_head_alone_turned_back_is_found(size: int) -> None:
    last = Leaf.objects.get(seq=size - 1)

    fault = found(lambda: Head.objects.filter(pk=1).update(size=last.seq, chain=last.chain))

    assert fault == size + 1
