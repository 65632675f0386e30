"""Which fund may pay for which programme line, and what was appropriated by which document."""

from django.db import models

from gongjiang.law.terms import Fund, Term
from gongjiang.office.ledger.models.transfer import Transfer


class FundUse(models.Model):
    """资金适用范围: a parameter the operator enters with its basis."""

    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    line = models.CharField("项目", max_length=20)
    document = models.CharField("依据文号", max_length=80)
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["fund", "line", "since"], name="one_use_per_fund_and_line")
        ]

    def __str__(self) -> str:
        return f"{self.fund} {self.line}"


class Grounds(Term):
    """指标来源"""

    BUDGET = "budget", "年度预算", "annual budget"
    CARRIED = "carried", "上年结转", "carried over"


class Appropriation(models.Model):
    """下达指标: a document and the transfer that carried it out. Added, never edited."""

    transfer = models.OneToOneField(
        Transfer, models.PROTECT, related_name="appropriation", verbose_name="分录"
    )
    grounds = models.CharField("来源", max_length=8, choices=Grounds.choices(), default=Grounds.BUDGET)
    document = models.CharField("文号", max_length=80)

    def __str__(self) -> str:
        return self.document
