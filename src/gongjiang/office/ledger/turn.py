"""One act at a time: whoever moves money first takes the end of the record, then whatever else it needs.

Every act ends in the record anyway. Taking it first means that two transactions of several acts each, in
whatever order, never wait for each other in a circle. SQLite has one writer and needs no more.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from gongjiang.office.journal.models import Head

P = ParamSpec("P")
T = TypeVar("T")


def in_turn(act: Callable[P, T]) -> Callable[P, T]:
    """Run the act in a transaction of its own, or within its caller's, holding the record."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        with transaction.atomic():
            Head.objects.select_for_update().get_or_create(pk=1)
            return act(*args, **kwargs)

    return run
