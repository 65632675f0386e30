"""Which months are closed: asked before anything is posted, and said in words."""

from collections.abc import Iterable
from datetime import date

from gongjiang.office.ledger.models import Account, MonthClose
from gongjiang.office.ledger.refusal import refuse


def must_be_open(accounts: Iterable[Account], on: date) -> None:
    """Nothing is dated in a month that was closed on the line of any of these accounts."""
    closed = {
        (close.fund, close.year, close.line): close for close in MonthClose.objects.filter(until__gte=on)
    }
    for account in accounts if closed else ():
        close = closed.get((account.fund, account.year, account.line))
        if close:
            refuse(
                f"{close.until:%Y-%m}已月结，不能再记{on:%Y-%m-%d}的分录，请记在以后的日期",
                f"{close.until:%Y-%m} is closed: nothing may be dated {on:%Y-%m-%d}; use a later day",
            )
