"""Erasure: what a leaf was about is destroyed with its salt; the leaf, the tree and every head stay."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gongjiang.office.journal.models import Erasure, Leaf, Salt, record_many
from gongjiang.office.journal.verifying import ERASED


@transaction.atomic
def erase(seqs: Sequence[int], reason: str, by: str, at: datetime) -> int:
    """Destroy the content of these leaves: recorded first, then done. The record of it stays."""
    held = Leaf.objects.filter(seq__in=seqs, salt__isnull=False).exclude(kind=ERASED)
    going = sorted(held.values_list("seq", flat=True))
    told = record_many(
        [(ERASED, str(seq), {"erased": {"seq": seq}, "reason": reason, "by": by}) for seq in going], at
    )
    Erasure.objects.bulk_create(
        Erasure(leaf_id=seq, told_id=one.seq) for seq, one in zip(going, told, strict=True)
    )
    Salt.objects.filter(leaf_id__in=going).delete()
    return Leaf.objects.filter(seq__in=going).update(ref="", body="")
