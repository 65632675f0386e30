"""A month of a line that is closed for good, with what every account held when it ended."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Fund
from gongjiang.office.ledger.models.account import Account
from gongjiang.office.registry.models import Person


class MonthClose(models.Model):
    """月结: no transfer of the line may be dated on or before `until` any more. Added, never undone."""

    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20)
    month = models.DateField("月份", help_text="its first day")
    until = models.DateField("截至", help_text="its last day")
    transfers = models.PositiveIntegerField("累计笔数")
    sha256 = models.CharField("余额摘要", max_length=64)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    checker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="复核")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["fund", "year", "line", "month"]
        constraints = [
            models.UniqueConstraint(fields=["fund", "year", "line", "month"], name="a_month_is_closed_once"),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="a_close_takes_two_people"),
            models.CheckConstraint(
                condition=Q(until__gt=F("month")) & Q(on__gt=F("until")), name="a_month_is_closed_when_over"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund} {self.year} {self.line} {self.month:%Y-%m}"


class ClosedBalance(models.Model):
    """月末余额: all that had come and gone, and all that was pending, on one account."""

    close = models.ForeignKey(MonthClose, models.PROTECT, related_name="balances", verbose_name="月结")
    account = models.ForeignKey(Account, models.PROTECT, related_name="closed", verbose_name="账户")
    debit_posted = models.BigIntegerField("已记借方", default=0)
    credit_posted = models.BigIntegerField("已记贷方", default=0)
    debit_pending = models.BigIntegerField("在途借方", default=0)
    credit_pending = models.BigIntegerField("在途贷方", default=0)

    class Meta:
        ordering = ["close", "account"]
        constraints = [
            models.UniqueConstraint(fields=["close", "account"], name="one_closed_balance_per_account")
        ]

    def __str__(self) -> str:
        return f"{self.close_id} {self.account_id} {self.held}"

    @property
    def held(self) -> int:
        return self.credit_posted - self.debit_posted
