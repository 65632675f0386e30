"""The bundle a verifier is given: leaves without their content, heads, proofs and keys."""

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from gongjiang.law.journal.container import PARTS, packed
from gongjiang.law.journal.parts import FORMAT, VERSION, canonical
from gongjiang.law.journal.tree import Tree
from gongjiang.office.journal.models import Checkpoint, Head, Leaf, Witnessed, day
from gongjiang.office.journal.signing import house_key, sign_head, signature_line


class NothingToExport(LookupError):
    """There is no record yet."""


class OtherHistory(LookupError):
    """The head that was named is none of this record."""


@transaction.atomic
def bundle(at: datetime, since: tuple[int, str] | None = None) -> bytes:
    """The record's bundle up to now, or what came after a head (size and root in hex)."""
    head = sign_head(at)
    if head is None:
        raise NothingToExport
    tree = Tree()
    start, lines = since[0] if since else 0, list[str]()
    for one in Leaf.objects.order_by("seq").defer("body", "ref").iterator():
        tree.add(bytes.fromhex(one.leaf_hash))
        if one.seq > start:
            lines.append(f"{one.seq} {one.kind} {day(one.at)} {one.commitment} {one.leaf_hash}\n")
    if since and not (0 < start <= tree.size and tree.root(start).hex() == since[1]):
        raise OtherHistory
    parts = _parts(tree, start, "".join(lines))
    return packed({**parts, **_manifest(tree, start, parts)})


def _parts(tree: Tree, start: int, lines: str) -> dict[str, bytes]:
    heads = Checkpoint.objects.filter(size__gt=start).order_by("size")
    sizes = [start] * bool(start) + [head.size for head in heads]
    proofs = [
        {"from": old, "to": new, "path": [one.hex() for one in tree.proof(old, new)]}
        for old, new in zip(sizes, sizes[1:], strict=False)
    ]
    handed = Witnessed.objects.filter(checkpoint_id__gte=start).values_list(
        "checkpoint_id", "checkpoint__root"
    )
    key = house_key()
    keys = [{"algorithm": "Ed25519", "id": key.id.hex(), "name": key.name, "public": key.public.hex()}]
    return {
        "keys.json": canonical(keys),
        "leaves.txt": lines.encode(),
        "checkpoints.json": canonical([head.note for head in heads]),
        "proofs.json": canonical(proofs),
        "witnesses.json": canonical([{"size": s, "root": root} for s, root in sorted(set(handed))]),
    }


def _manifest(tree: Tree, start: int, parts: dict[str, bytes]) -> dict[str, bytes]:
    digests = {name: hashlib.sha256(parts[name]).hexdigest() for name in PARTS[2:]}
    told: dict[str, Any] = {
        "format": FORMAT, "version": VERSION, "origin": house_key().name, "parts": digests,
        "start": start, "peaks": [one.hex() for one in tree.peaks(start)],
        "size": tree.size, "root": tree.root(tree.size).hex(),
    }  # fmt: skip
    manifest = canonical(told)
    return {"manifest.json": manifest, "manifest.sig": signature_line(manifest).encode()}


def present() -> Head:
    return Head.objects.filter(pk=1).first() or Head()
