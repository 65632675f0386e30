"""The check of a bundle, step by step as docs/journal-format.md has it; no database, no network, no clock."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gongjiang.law.journal.container import PARTS, Unusable, packed, unpacked
from gongjiang.law.journal.leaf import hashed, line
from gongjiang.law.journal.note import Head, Key, Signed, copied, head, signatures, vouched
from gongjiang.law.journal.parts import (
    Fault,
    Manifest,
    Verdict,
    hashes,
    listed,
    number,
    read_json,
    read_keys,
    read_manifest,
    read_text,
    table,
)
from gongjiang.law.journal.tree import Tree, consistent

Parts = Mapping[str, bytes]
Keys = Mapping[tuple[str, bytes], Key]


class Asked(NamedTuple):
    """What the verifier knows from outside: the house's origin, an old head, the heads that were copied."""

    origin: str = ""
    since: str = ""
    witness: str = ""


def checked(data: bytes, signed: Signed, asked: Asked = Asked()) -> tuple[Verdict, Head | None]:  # noqa: B008
    """The verdict, and the head the bundle ends in where it is good."""
    try:
        return Verdict(0), _head(data, signed, asked)
    except Unusable as stop:
        return Verdict(2, stop.part, stop.word), None
    except Fault as fault:
        return fault.verdict, None


def _head(data: bytes, signed: Signed, asked: Asked) -> Head:
    parts = unpacked(data)
    found = read_keys(parts)
    keys = {(key.name, key.id): key for key in found}
    made = signatures(read_text(parts, "manifest.sig"))
    if made is None:
        raise Fault(1, "manifest.sig", "form")
    if not vouched(parts["manifest.json"], made, keys, signed):
        raise Fault(1, "manifest.sig", "signature")
    told = read_manifest(parts, found[0])
    if asked.origin not in ("", told.origin):
        raise Fault(1, "manifest.json", "key")
    tree = _tree(parts, told)
    heads = _checkpoints(parts, told, tree, keys, signed)
    _proofs(parts, told, heads, tree)
    _outside("witnesses.json", _handed(parts), told, tree)
    _digests(parts, told, data)
    _since(asked.since, told, tree)
    _outside("witness", _copied(asked.witness, "witness"), told, tree)
    return Head(told.size, told.root, told.origin)


def _tree(parts: Parts, told: Manifest) -> Tree:
    part, tree = "leaves.txt", Tree(told.start, told.peaks)
    lines = read_text(parts, part).split("\n")
    if lines.pop():
        raise Fault(1, part, "form", told.start + len(lines) + 1)
    for seq, text in enumerate(lines, told.start + 1):
        found = line(text)
        if found is None:
            raise Fault(1, part, "form", seq)
        if found.seq != seq:
            raise Fault(1, part, "order", seq)
        leaf = hashed(*found[:4])
        if leaf.hex() != found.hashed:
            raise Fault(1, part, "hash", seq)
        tree.add(leaf)
    if tree.size != told.size:
        raise Fault(1, part, "count", min(tree.size, told.size) + 1)
    if tree.root(told.size) != told.root:
        raise Fault(1, part, "root", told.start + 1)
    return tree


def _checkpoints(parts: Parts, told: Manifest, tree: Tree, keys: Keys, signed: Signed) -> list[Head]:
    part, heads, last = "checkpoints.json", list[Head](), told.start
    for note in listed(read_json(parts, part), part):
        found = head(note) if isinstance(note, str) else None
        made = signatures(found[2]) if found else None
        if not found or not made:
            raise Fault(1, part, "form", last + 1)
        one, text, _ = found
        if one.origin != told.origin:
            raise Fault(1, part, "origin", last + 1)
        if not vouched(text.encode(), made, keys, signed):
            raise Fault(1, part, "signature", last + 1)
        if not last < one.size <= told.size:
            raise Fault(1, part, "order", last + 1)
        if tree.root(one.size) != one.root:
            raise Fault(1, part, "root", last + 1)
        heads.append(one)
        last = one.size
    if last != told.size:
        raise Fault(1, part, "count", last + 1)
    return heads


def _proofs(parts: Parts, told: Manifest, heads: Sequence[Head], tree: Tree) -> None:
    part, known = "proofs.json", list(heads)
    if told.start:
        known.insert(0, Head(told.start, tree.root(told.start)))
    proofs = listed(read_json(parts, part), part)
    for one in proofs:
        table(one, ("from", "path", "to"), part)
        hashes(one["path"], part)
    if len(proofs) != max(0, len(known) - 1):
        raise Fault(1, part, "count")
    for old, new, one in zip(known, known[1:], proofs, strict=False):
        path = hashes(one["path"], part)
        pair = number(one["from"], part), number(one["to"], part)
        if pair != (old.size, new.size) or not consistent(*pair, old.root, new.root, path):
            raise Fault(1, part, "proof", old.size + 1)


def _handed(parts: Parts) -> list[Head]:
    part, heads = "witnesses.json", list[Head]()
    for one in listed(read_json(parts, part), part):
        held = table(one, ("root", "size"), part)
        heads.append(Head(number(held["size"], part), hashes([held["root"]], part)[0]))
    return sorted(heads)


def _copied(text: str, part: str) -> list[Head]:
    heads = copied(text)
    if heads is None:
        raise Fault(2, part, "form")
    return heads


def _outside(part: str, heads: Sequence[Head], told: Manifest, tree: Tree) -> None:
    """Heads that were seen outside the house must lie on the way of this record."""
    last = told.start
    for one in heads:
        if one.size < told.start or not one.size:
            raise Fault(2, part, "early")
        if one.size > told.size:
            raise Fault(1, part, "shorter", told.size + 1)
        if one.origin not in ("", told.origin):
            raise Fault(1, part, "origin")
        if tree.root(one.size) != one.root:
            raise Fault(1, part, "fork", last + 1)
        last = one.size


def _since(text: str, told: Manifest, tree: Tree) -> None:
    """The old head must be on the way, and a proof lead from it to the end."""
    heads = _copied(text, "since")
    _outside("since", heads, told, tree)
    for old in heads:
        if not told.start:
            path = tree.proof(old.size, told.size)
            if not consistent(old.size, told.size, old.root, told.root, path):
                raise Fault(1, "since", "proof", old.size + 1)


def _digests(parts: Parts, told: Manifest, data: bytes) -> None:
    kept = {name: hashlib.sha256(parts[name]).hexdigest() for name in PARTS[2:]}
    if set(told.parts) != set(kept):
        raise Fault(1, "manifest.json", "digest")
    for name, digest in kept.items():
        if told.parts[name] != digest:
            raise Fault(1, name, "digest")
    if packed(parts) != data:
        raise Fault(1, "container", "container")
