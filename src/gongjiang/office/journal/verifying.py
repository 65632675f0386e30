"""The whole record read anew: content against commitments, leaves against chain, tree, heads and erasures."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import OperationalError

from gongjiang.law.journal import leaf, tree
from gongjiang.office.journal.models import (
    Checkpoint,
    Erasure,
    Head,
    Leaf,
    Salt,
    canonical,
    chained,
    day,
    stamped,
)
from gongjiang.office.journal.signing import holds

EMPTY = "0" * 64
UNREADABLE = (OperationalError, TypeError, ValueError)
ERASED = "record.erase"


def first_fault() -> int | None:
    """The number of the first leaf that does not hold, or None. Reads the whole record once."""
    faults = (fault for fault in (_leaves(), _checkpoints()) if fault is not None)
    return min(faults, default=None)


def _leaves() -> int | None:
    chain, size, peaks, erased = EMPTY, 0, list[bytes](), _erased()
    for one, salt in _salted():
        size += 1
        hashed = leaf.hashed(one.seq, one.kind, day(one.at), one.commitment)
        chain, peaks = chained(chain, hashed.hex()), tree.grown(peaks, size - 1, hashed)
        if (one.seq, one.leaf_hash, one.chain) != (size, hashed.hex(), chain) or not _told(one, salt, erased):
            return size
    head = Head.objects.filter(pk=1).first() or Head()
    whole = (head.size, head.chain, head.peaks) == (size, chain, b"".join(peaks).hex())
    return None if whole and not erased else size + 1


def _salted() -> Iterator[tuple[Leaf, str]]:
    """Two readings side by side: a salt of no leaf, or out of turn, is nobody's."""
    salts = iter(Salt.objects.order_by("leaf_id").values_list("leaf_id", "value").iterator())
    number, value = next(salts, (0, ""))
    for one in _read():
        while number and number < one.seq:
            number, value = next(salts, (0, ""))
        yield one, value if number == one.seq else ""


def _read() -> Iterator[Leaf]:
    """The leaves in order; an empty one in place of one whose columns are no text or no time any more."""
    last = 0
    try:
        for one in Leaf.objects.order_by("seq").iterator():
            last = one.seq
            yield one
    except UNREADABLE:
        for seq in list(Leaf.objects.filter(seq__gt=last).order_by("seq").values_list("seq", flat=True)):
            yield _leaf(seq)


def _leaf(seq: int) -> Leaf:
    try:
        return Leaf.objects.get(seq=seq)
    except UNREADABLE:
        return Leaf(seq=seq, at=datetime.fromtimestamp(0, UTC))


def _told(one: Leaf, salt: str, erased: dict[int, int]) -> bool:
    """Content that opens the commitment; or none at all, and a later leaf that says why."""
    if salt:
        try:
            return leaf.commitment(bytes.fromhex(salt), one.ref, stamped(one.at), one.body) == one.commitment
        except ValueError:
            return False
    return one.body == one.ref == "" and erased.pop(one.seq, 0) > one.seq


def _erased() -> dict[int, int]:
    """Every erased leaf with the leaf that names it, where that is so."""
    pairs = Erasure.objects.select_related("told").order_by("pk")
    return {
        one.leaf_id: one.told_id
        for one in pairs
        if one.told.kind == ERASED and canonical({"seq": one.leaf_id}) in one.told.body
    }


def _checkpoints() -> int | None:
    """The first leaf after the last head that holds, where one does not."""
    last, peaks, leaves = 0, list[bytes](), Leaf.objects.order_by("seq").values_list("leaf_hash", flat=True)
    hashes = leaves.iterator()
    for one in Checkpoint.objects.order_by("size").iterator():
        for size in range(last, one.size):
            hashed = next(hashes, None)
            if hashed is None:
                return size + 1
            peaks = tree.grown(peaks, size, bytes.fromhex(hashed))
        if tree.folded(peaks).hex() != one.root or not holds(one):
            return last + 1
        last = one.size
    return None
