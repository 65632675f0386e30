"""Erasure: what a leaf was about is destroyed with its salt; the leaf, the tree and every head stay."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from gongjiang.office.journal.models import Erasure, Leaf, Salt, record_many
from gongjiang.office.journal.verifying import ERASED


@transaction.atomic
def erase(seqs: Sequence[int], reason: str, by: str, at: datetime) -> int:
    """Destroy the content of these leaves: recorded first, then done. The record of it stays."""
    held = Leaf.objects.filter(seq__in=seqs, salt__isnull=False).exclude(kind=ERASED)
    bodies = dict(held.order_by("seq").values_list("seq", "body"))
    going, why = sorted(bodies), {"reason": reason, "by": by}
    told = record_many(
        [(ERASED, str(seq), {"erased": {"seq": seq}, **why, **rows_of(bodies[seq])}) for seq in going], at
    )
    Erasure.objects.bulk_create(
        Erasure(leaf_id=seq, told_id=one.seq) for seq, one in zip(going, told, strict=True)
    )
    Salt.objects.filter(leaf_id__in=going).delete()
    return Leaf.objects.filter(seq__in=going).update(ref="", body="")


def rows_of(body: str) -> dict[str, Any]:
    """The digests of rows that outlive the leaf: what they were digested from is in the rows, or gone."""
    return {"rows": held} if (held := json.loads(body).get("rows")) else {}
