"""Accounts in the demo: two security administrators, and an account that waits for the second of them."""

from datetime import date, datetime, time

from gongjiang.law.terms import Role
from gongjiang.office.clerk.appointing import prepare_account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import NewPosting, Owner
from gongjiang.office.registry.models import Person, Posting, Proposal
from gongjiang.web.demo.cast import SINCE, Cast
from gongjiang.web.demo.walking import BEIJING

SECOND, SHOWN = "security2", "韩安全"


def second_security(cast: Cast) -> None:
    user = cast.account(SECOND, SHOWN, Person.objects.create(name=SHOWN))
    Posting.objects.create(user=user, role=Role.SECURITY_ADMIN, since=SINCE)


def waiting_account(cast: Cast, today: date) -> Proposal:
    """Prepared by the first, so that whoever looks in as the second has something to decide."""
    now = Moment(today, datetime.combine(today, time(9), tzinfo=BEIJING))
    whose, posting = Owner("朱示例"), NewPosting(Role.LEADER)
    return prepare_account(
        "leader2", whose, posting, "新任分管领导（示例）", cast.actor("security", today), now
    )
