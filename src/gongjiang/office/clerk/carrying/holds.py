"""What can carry one live case only: held at submission, released when the case ends without a grant."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import IntegrityError, transaction

from gongjiang.law.effect import Hold, Release
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.models import Hold as HoldRow
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.adding import add_rows


class Held(NamedTuple):
    """The columns of a lock that stands."""

    key: str
    case_id: int


@carries(Hold)
def hold(pairs: Sequence[tuple[Case, Hold]], act: Act) -> None:
    """The database decides: whoever comes second, even at the same moment, meets the unique index."""
    rows = [Held(key, case.pk) for case, effect in pairs for key in effect.keys]
    try:
        with transaction.atomic():
            add_rows(HoldRow, rows)
    except IntegrityError:
        raise refuse(
            "其中有刚刚被他人申领的，不能重复申领",
            "One of these has just been claimed: it cannot be claimed twice",
        ) from None


@carries(Release)
def release(pairs: Sequence[tuple[Case, Release]], act: Act) -> None:
    held = HoldRow.objects.filter(case__in=[case.pk for case, _ in pairs], released_on=None)
    held.update(released_on=act.day)
