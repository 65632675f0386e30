"""A small record of many heads, as a bundle, and everything that could be done to it. No database."""

import base64
import hashlib
import importlib.util
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gongjiang.law.journal import note
from gongjiang.law.journal.container import PARTS, packed
from gongjiang.law.journal.leaf import commitment, hashed
from gongjiang.law.journal.parts import canonical
from gongjiang.law.journal.tree import Tree
from tests.ledger_ground import ROOT

Parts = dict[str, bytes]
DAY = "2026-03-02"


def standalone() -> ModuleType:
    found = importlib.util.spec_from_file_location("verify_journal", ROOT / "docs" / "verify_journal.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


class House:
    """Whoever holds a signing key can make a bundle of any leaves."""

    def __init__(self, seed: bytes = b"h" * 32) -> None:
        self.private = Ed25519PrivateKey.from_private_bytes(seed)
        self.key = note.key_of(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def signed(self, text: bytes) -> str:
        return note.signature_line(self.key, self.private.sign(text))

    def head(self, size: int, root: bytes, origin: str = "") -> str:
        text = note.text(note.Head(size, root, origin or self.key.name), f"{DAY}T08:00:00+00:00")
        return text + "\n" + self.signed(text.encode())

    def keys(self) -> bytes:
        one = {"algorithm": "Ed25519", "id": self.key.id.hex(), "name": self.key.name}
        return canonical([{**one, "public": self.key.public.hex()}])

    def sealed(self, parts: Parts, /, **told: Any) -> Parts:
        """The parts with a manifest of their own, signed."""
        held = json.loads(parts["manifest.json"]) if "manifest.json" in parts else {}
        digests = {name: hashlib.sha256(parts[name]).hexdigest() for name in PARTS[2:]}
        base = {"format": "gongjiang-journal", "version": 1, "origin": self.key.name}
        manifest = canonical({**held, **base, "parts": digests, **told})
        return {**parts, "manifest.json": manifest, "manifest.sig": self.signed(manifest).encode()}

    def bundle(
        self, leaves: list[str], sizes: list[int], start: int = 0, handed: tuple[int, ...] = ()
    ) -> Parts:
        tree, lines = Tree(), list[str]()
        for seq, body in enumerate(leaves, 1):
            committed = commitment(b"s" * 32, f"ref{seq}", f"{DAY}T08:00:00+00:00", body)
            one = hashed(seq, "case.submit", DAY, committed)
            tree.add(one)
            if seq > start:
                lines.append(f"{seq} case.submit {DAY} {committed} {one.hex()}\n")
        known = [start] * bool(start) + sizes
        proofs = [
            {"from": a, "to": b, "path": [h.hex() for h in tree.proof(a, b)]}
            for a, b in zip(known, known[1:], strict=False)
        ]
        parts = {
            "keys.json": self.keys(), "leaves.txt": "".join(lines).encode(),
            "checkpoints.json": canonical([self.head(size, tree.root(size)) for size in sizes]),
            "proofs.json": canonical(proofs),
            "witnesses.json": canonical([{"size": s, "root": tree.root(s).hex()} for s in handed]),
        }  # fmt: skip
        peaks = [one.hex() for one in tree.peaks(start)]
        return self.sealed(
            parts, start=start, peaks=peaks, size=len(leaves), root=tree.root(len(leaves)).hex()
        )


HOUSE, OTHER = House(), House(b"o" * 32)
MANY = 41
SIZES = [1, 7, 8, 20, 33, 41]
GOOD = HOUSE.bundle([f"body {n}" for n in range(MANY)], SIZES, handed=(8, 33))


def head_of(parts: Parts, size: int) -> str:
    """The line a witness keeps."""
    tree = Tree()
    for line in parts["leaves.txt"].decode().splitlines():
        tree.add(bytes.fromhex(line.split()[4]))
    return f"{size} {tree.root(size).hex()} {HOUSE.key.name}"


def lines(change: Callable[[list[str]], None]) -> Parts:
    """The good bundle with its lines of leaves changed, nothing else."""
    held = GOOD["leaves.txt"].decode().splitlines(keepends=True)
    change(held)
    return {**GOOD, "leaves.txt": "".join(held).encode()}


def of_json(part: str, change: Callable[[Any], None]) -> Parts:
    value = json.loads(GOOD[part])
    change(value)
    return {**GOOD, part: canonical(value)}


def flipped(data: bytes, at: int, bit: int = 0) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def forged_head(size: int, root: bytes, house: House = HOUSE) -> Parts:
    """A head of another root, signed by the house or by a stranger."""

    def change(notes: list[str]) -> None:
        notes[SIZES.index(size)] = house.head(size, root, HOUSE.key.name)

    return of_json("checkpoints.json", change)


def rewritten(at: int, body: str = "another", house: House = HOUSE) -> Parts:
    """Everything made anew over other content, with the key in hand."""
    bodies = [f"body {n}" for n in range(MANY)]
    bodies[at - 1] = body
    return house.bundle(bodies, SIZES)


def own_hash(held: list[str], at: int) -> None:
    """A line rewritten with its own leaf hash."""
    committed = "ab" * 32
    one = hashed(at, "case.submit", DAY, committed)
    held[at - 1] = f"{at} case.submit {DAY} {committed} {one.hex()}\n"


def swap(held: list[Any], one: int, other: int) -> None:
    held[one], held[other] = held[other], held[one]


def resigned(text: str) -> str:
    """The same note with a signature of zeroes under the right name."""
    told, _, _ = text.partition("\n\n")
    zero = base64.b64encode(HOUSE.key.id + bytes(64)).decode()
    return f"{told}\n\n— {HOUSE.key.name} {zero}\n"


def pack(parts: Parts) -> bytes:
    return packed(parts)
