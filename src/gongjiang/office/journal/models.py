"""One leaf for every decision, in the same transaction: an act without a leaf, or a leaf without an act,
is a fault.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import models, transaction

from gongjiang.law.journal import leaf, tree
from gongjiang.office.journal.adding import add_rows
from gongjiang.office.journal.prepared import Prepared


class Head(models.Model):
    """The end of the record. One row, locked by every writer, so the sequence has no gap and no twin."""

    size = models.BigIntegerField("条数", default=0)
    chain = models.CharField("链值", max_length=64, default="0" * 64)
    peaks = models.TextField("峰值", default="", help_text="roots of the whole subtrees, largest first")

    def __str__(self) -> str:
        return f"{self.size} {self.chain[:12]}"

    @property
    def held(self) -> list[bytes]:
        whole = bytes.fromhex(self.peaks)
        return [whole[at : at + 32] for at in range(0, len(whole), 32)]

    @property
    def root(self) -> str:
        return tree.folded(self.held).hex()


class Leaf(models.Model):
    """What was done. The commitment is what the record promises; reference and body are what it is about."""

    seq = models.BigIntegerField("序号", primary_key=True)
    kind = models.CharField("事项", max_length=40)
    ref = models.CharField("对象", max_length=60)
    body = models.TextField("内容")
    commitment = models.CharField("承诺值", max_length=64)
    leaf_hash = models.CharField("叶值", max_length=64)
    chain = models.CharField("链值", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.ref}"


class Salt(models.Model):
    """The salt of a leaf, apart from it: destroyed, nobody can tell or guess what the leaf was about."""

    leaf = models.OneToOneField(
        Leaf, models.DO_NOTHING, primary_key=True, related_name="salt", db_constraint=False
    )
    value = models.CharField("盐", max_length=64)

    def __str__(self) -> str:
        return str(self.leaf_id)


class Erasure(models.Model):
    """A leaf whose content was destroyed, and the leaf that says so."""

    leaf = models.OneToOneField(Leaf, models.PROTECT, primary_key=True, related_name="erasure")
    told = models.ForeignKey(Leaf, models.PROTECT, related_name="erasures", verbose_name="注销记录")

    def __str__(self) -> str:
        return str(self.leaf_id)


class Checkpoint(models.Model):
    """A head of the record, signed."""

    size = models.BigIntegerField("条数", primary_key=True)
    root = models.CharField("根值", max_length=64)
    note = models.TextField("签名")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.size} {self.root}"


class Witnessed(models.Model):
    """A head that was handed to somebody outside the house."""

    checkpoint = models.ForeignKey(Checkpoint, models.PROTECT, related_name="witnesses")
    holder = models.CharField("见证单位", max_length=120)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.checkpoint_id} {self.holder}"


_spell = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode


SALT = 32
"""Bytes of a leaf's salt."""


def canonical(fields: Any) -> str:
    """One text for one body: sorted names, no spaces, text as it is."""
    return _spell(fields)


def digest(value: Any) -> str:
    """The SHA-256 of what is kept elsewhere, by its one text."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def stamped(at: datetime) -> str:
    """One text for one moment, whatever the zone it was told in."""
    return at.astimezone(UTC).isoformat()


def day(at: datetime) -> str:
    return stamped(at)[:10]


def chained(before: str, hashed: str) -> str:
    return hashlib.sha256(b"\x01" + bytes.fromhex(before) + bytes.fromhex(hashed)).hexdigest()


class Entered(NamedTuple):
    """A leaf as it is written: the columns of `Leaf`."""

    seq: int
    kind: str
    ref: str
    body: str
    commitment: str
    leaf_hash: str
    chain: str
    at: datetime


class Salted(NamedTuple):
    """The columns of `Salt`."""

    leaf_id: int
    value: str


held_head: Prepared[Head] = Prepared(lambda keys: Head.objects.select_for_update().filter(pk__among=keys))
"""The head of the record, held until the transaction ends."""


def record(kind: str, ref: str, fields: Mapping[str, Any], at: datetime) -> Entered:
    """Append a leaf inside the caller's transaction."""
    return record_many([(kind, ref, fields)], at)[0]


def record_many(entries: Sequence[tuple[str, str, Mapping[str, Any]]], at: datetime) -> list[Entered]:
    """Append leaves in order, in a handful of statements whatever their number."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a leaf is written in the transaction of its act")
    head = next(iter(held_head([1])), None) or Head.objects.select_for_update().get_or_create(pk=1)[0]
    stamp, on, peaks, leaves, salts = stamped(at), day(at), head.held, list[Entered](), list[Salted]()
    salted = secrets.token_bytes(SALT * len(entries))
    for place, (kind, ref, fields) in enumerate(entries):
        body, salt = canonical(fields), salted[SALT * place : SALT * (place + 1)]
        committed = leaf.commitment(salt, ref, stamp, body)
        hashed = leaf.hashed(head.size + 1, kind, on, committed)
        peaks = tree.grown(peaks, head.size, hashed)
        head.size, head.chain = head.size + 1, chained(head.chain, hashed.hex())
        leaves.append(Entered(head.size, kind, ref, body, committed, hashed.hex(), head.chain, at))
        salts.append(Salted(head.size, salt.hex()))
    add_rows(Leaf, leaves)
    add_rows(Salt, salts)
    head.peaks = b"".join(peaks).hex()
    head.save(update_fields=["size", "chain", "peaks"])
    return leaves
