"""Pages by cursor, the reference of the last thing on the page before: nothing is skipped or told twice."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

M = TypeVar("M", bound=Model)
MOST = 100


def paged(rows: "QuerySet[M]", cursor: str, limit: int, by: str = "ref") -> tuple[list[M], str | None]:
    """Newest first, and the cursor of the next page if there is one."""
    if cursor:
        last = rows.filter(**{by: cursor}).values_list("pk", flat=True).first()
        if last is None:
            raise Http404
        rows = rows.filter(pk__lt=last)
    found = list(rows.order_by("-pk")[: limit + 1])
    more = len(found) > limit
    return found[:limit], _value(found[limit - 1], by) if more else None


def _value(row: Any, by: str) -> str:
    for part in by.split("__"):
        row = getattr(row, part)
    return str(row)
