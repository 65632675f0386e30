"""The Merkle tree of RFC 6962: hashes, roots at every size, and proofs that a tree only grew."""

import hashlib
from collections.abc import Sequence


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def folded(peaks: Sequence[bytes]) -> bytes:
    """The root over whole subtrees, largest first."""
    if not peaks:
        return hashlib.sha256(b"").digest()
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def grown(peaks: Sequence[bytes], size: int, leaf: bytes) -> list[bytes]:
    """The peaks of `size` leaves and one more."""
    held = [*peaks, leaf]
    while size & 1:
        right = held.pop()
        held[-1] = node_hash(held[-1], right)
        size >>= 1
    return held


class Tree:
    """Leaves from `start` on over the peaks of what came before: whole subtrees are hashed once."""

    def __init__(self, start: int = 0, peaks: Sequence[bytes] = ()) -> None:
        self.start = self.size = start
        self.whole: dict[tuple[int, int], bytes] = {}
        at = 0
        for height in (h for h in reversed(range(start.bit_length())) if start >> h & 1):
            self.whole[height, at >> height] = peaks[len(self.whole)]
            at += 1 << height

    def add(self, leaf: bytes) -> None:
        place, height = self.size, 0
        self.whole[0, place] = leaf
        while place & 1:
            leaf = node_hash(self.whole[height, place - 1], leaf)
            place, height = place >> 1, height + 1
            self.whole[height, place] = leaf
        self.size += 1

    def peaks(self, size: int) -> list[bytes]:
        """The whole subtrees of the first `size` leaves, largest first; KeyError before `start`."""
        found, at = [], 0
        for height in (h for h in reversed(range(size.bit_length())) if size >> h & 1):
            found.append(self.whole[height, at >> height])
            at += 1 << height
        return found

    def root(self, size: int) -> bytes:
        return folded(self.peaks(size))

    def proof(self, old: int, new: int) -> list[bytes]:
        """RFC 6962, 2.1.2: what leads from the root at `old` to the root at `new`."""
        return self._subproof(old, 0, new, True) if 0 < old < new else []

    def _subproof(self, old: int, low: int, high: int, known: bool) -> list[bytes]:
        if old == high - low:
            return [] if known else [self._range(low, high)]
        split = _split(high - low)
        if old <= split:
            return [*self._subproof(old, low, low + split, known), self._range(low + split, high)]
        right = self._subproof(old - split, low + split, high, False)
        return [*right, self._range(low, low + split)]

    def _range(self, low: int, high: int) -> bytes:
        width = high - low
        if width & (width - 1) == 0:
            return self.whole[width.bit_length() - 1, low // width]
        split = _split(width)
        return node_hash(self._range(low, low + split), self._range(low + split, high))


def consistent(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """RFC 9162, 2.1.4.2: whether the path proves that the tree of `new` begins with the tree of `old`."""
    if old == new or not 0 < old < new:
        return old == new and not path and old_root == new_root
    steps = list(path) if old & (old - 1) else [old_root, *path]
    if not steps:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(step, first), node_hash(step, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, step)
        place, last = place >> 1, last >> 1
    return last == 0 and (first, second) == (old_root, new_root)


def _split(width: int) -> int:
    """The largest power of two below."""
    return 1 << ((width - 1).bit_length() - 1)
