"""One leaf for every decision, in the same transaction: an act without a leaf, or a leaf without an act,
is a fault.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import models, transaction

from gongjiang.office.journal.adding import add_many


class Head(models.Model):
    """The end of the record. One row, locked by every writer, so the sequence has no gap and no twin."""

    size = models.BigIntegerField("条数", default=0)
    chain = models.CharField("链值", max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.size} {self.chain[:12]}"


class Leaf(models.Model):
    """What was done: the salted hash is what the record promises, the body is what it promises about."""

    seq = models.BigIntegerField("序号", primary_key=True)
    kind = models.CharField("事项", max_length=40)
    ref = models.CharField("对象", max_length=60)
    body = models.TextField("内容")
    salt = models.CharField("盐", max_length=64)
    leaf_hash = models.CharField("叶值", max_length=64)
    chain = models.CharField("链值", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.ref}"


def canonical(fields: Any) -> str:
    """One text for one body: sorted names, no spaces, text as it is."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest(value: Any) -> str:
    """The SHA-256 of what is kept elsewhere, by its one text."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def leaf_hash(kind: str, ref: str, body: str, salt: str, at: str) -> str:
    """RFC 6962 leaf prefix, then every part with its length: no two records share one text."""
    parts = b"".join(len(p.encode()).to_bytes(8, "big") + p.encode() for p in (kind, ref, body, salt, at))
    return hashlib.sha256(b"\x00" + parts).hexdigest()


def stamped(at: datetime) -> str:
    """One text for one moment, whatever the zone it was told in."""
    return at.astimezone(UTC).isoformat()


def chained(before: str, leaf: str) -> str:
    return hashlib.sha256(b"\x01" + bytes.fromhex(before) + bytes.fromhex(leaf)).hexdigest()


def record(kind: str, ref: str, fields: Mapping[str, Any], at: datetime) -> Leaf:
    """Append a leaf inside the caller's transaction."""
    return record_many([(kind, ref, fields)], at)[0]


def record_many(entries: Sequence[tuple[str, str, Mapping[str, Any]]], at: datetime) -> list[Leaf]:
    """Append leaves in order, in a handful of statements whatever their number."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a leaf is written in the transaction of its act")
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    stamp, leaves = stamped(at), []
    for kind, ref, fields in entries:
        body, salt = canonical(fields), secrets.token_hex(32)
        hashed = leaf_hash(kind, ref, body, salt, stamp)
        head.size, head.chain = head.size + 1, chained(head.chain, hashed)
        leaves.append(Leaf(seq=head.size, kind=kind, ref=ref, body=body, salt=salt, leaf_hash=hashed,
                           chain=head.chain, at=at))  # fmt: skip
    add_many(leaves)
    head.save(update_fields=["size", "chain"])
    return leaves


def first_fault() -> int | None:
    """The number of the first leaf that does not hold, or None. Reads the whole record once."""
    chain, size = "0" * 64, 0
    for leaf in Leaf.objects.order_by("seq").iterator():
        size += 1
        hashed = leaf_hash(leaf.kind, leaf.ref, leaf.body, leaf.salt, stamped(leaf.at))
        chain = chained(chain, hashed)
        if leaf.seq != size or leaf.leaf_hash != hashed or leaf.chain != chain:
            return size
    head = Head.objects.filter(pk=1).first() or Head()
    return None if (head.size, head.chain) == (size, chain) else size + 1
