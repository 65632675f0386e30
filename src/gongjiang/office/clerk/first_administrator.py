"""The first administrator of an empty house: made at the first start, with a code that is told once."""

from django.db import transaction

from gongjiang.law.terms import Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import NewPosting, make_account, reset_account
from gongjiang.office.registry.models import User

FIRST = "admin"
BY = {"by": "first start"}


@transaction.atomic
def set_up_code(now: Moment) -> str:
    """A new code at every start until it was used, each making the last one void; nothing after that."""
    held = list(User.objects.order_by("pk")[:2])
    if not held:
        return make_account(FIRST, "首任管理员", NewPosting(Role.SECURITY_ADMIN), now, by=BY)
    first = held[0]
    if len(held) == 1 and first.username == FIRST and first.last_login is None:
        return reset_account(first, now, BY)
    return ""
