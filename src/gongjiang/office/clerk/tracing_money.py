"""Transfers against the record: each as its leaf says, and made of what its own digest says."""

import json
from datetime import datetime
from typing import Any

from gongjiang.office.clerk.reading_rows import rows_of
from gongjiang.office.journal.models import Leaf, digest, stamped
from gongjiang.office.ledger.models import Transfer

OWN = ("key", "body_sha256", "journal", "kind", "amount", "clause", "note", "on", "at")
OF_OTHERS = ("debit__code", "credit__code", "maker__ref", "checker__ref", "ref__key", "reverses__key",
             "case__ref", "payable__entitlement")  # fmt: skip


def strayed_transfers() -> list[str]:
    leaves = {
        ref: (json.loads(body), at)
        for ref, body, at in Leaf.objects.filter(kind="transfer").values_list("ref", "body", "at").iterator()
    }
    wrong = []
    for key, row in rows_of(Transfer.objects.all(), OWN + OF_OTHERS):
        told, at = leaves.pop(str(key), (None, None))
        held = dict(zip(OWN + OF_OTHERS, row, strict=True)) if row else {}
        if not told or not held or not isinstance(at, datetime) or not _agrees(held, told, at):
            wrong.append(f"transfer {key}")
    return wrong + [f"transfer {key}" for key in leaves]


def _agrees(held: dict[str, Any], told: dict[str, Any], at: datetime) -> bool:
    said = {
        "key": held["key"], "kind": held["kind"], "debit": held["debit__code"],
        "credit": held["credit__code"], "amount": held["amount"], "maker": held["maker__ref"],
        "checker": held["checker__ref"], "on": str(held["on"]), "body": held["body_sha256"],
        "journal": held["journal"],
    }  # fmt: skip
    moment = held["at"]
    return said == told and isinstance(moment, datetime) and stamped(moment) == stamped(at) and _whole(held)


def _whole(held: dict[str, Any]) -> bool:
    """Its digest is of what it says: `Leg.body` of the ledger, read back from the row."""
    parts = {
        "kind": held["kind"], "clause": held["clause"], "note": held["note"], "debit": held["debit__code"],
        "credit": held["credit__code"], "amount": held["amount"], "maker": held["maker__ref"],
        "checker": held["checker__ref"], "ref": held["ref__key"], "reverses": held["reverses__key"],
        "case": held["case__ref"], "payable": held["payable__entitlement"],
    }  # fmt: skip
    return bool(digest(parts) == held["body_sha256"])
