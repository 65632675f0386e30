"""Rows that no leaf tells of, taken into the record as they stand: of a house from before such leaves, or
of a made-up town. What the record tells otherwise is not touched, and stays named.
"""

from datetime import datetime

from django.db import transaction

from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.tracing_rows import HELD, last_said
from gongjiang.office.journal.models import record_many
from gongjiang.office.journal.rows import in_parts


@transaction.atomic
def adopt_rows(reason: str, at: datetime) -> int:
    """How many were taken in. Whoever reads the record sees which, when and why."""
    if not reason.strip():
        raise refuse("请写明原因", "Give the reason")
    said, many = last_said()[0], 0
    for model in HELD:
        known = said.get(model._meta.db_table, {})
        keys = model._base_manager.order_by("pk").values_list("pk", flat=True)
        fresh = [key for key in keys if str(key) not in known]
        why = {"reason": reason.strip()}
        leaves = [("rows.adopt", model._meta.db_table, {**part, **why}) for part in in_parts(model, fresh)]
        record_many(leaves, at)
        many += len(fresh)
    return many
