"""Where a fen can be: one account a kind for each fund, year and programme line, and its balance."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Fund, Term
from gongjiang.law.words import Words


class Kind(Term):
    """账户类别. Together a line's accounts hold what was appropriated to it."""

    SOURCE = "source", "财政来源", "source"
    BUDGET = "budget", "预算指标", "budget"
    ENCUMBRANCE = "encumbrance", "预留", "encumbrance"
    PAYABLE = "payable", "应付", "payable"
    BANK = "bank", "银行在途", "with the bank"
    EXPENSE = "expense", "已支出", "expense"
    SUSPENSE = "suspense", "待查", "suspense"
    RETURNED = "returned", "退回", "returned"
    RECEIVABLE = "receivable", "应追回", "receivable"
    WRITTEN_OFF = "written_off", "已核销", "written off"


class Account(models.Model):
    """账户: added, never edited. Nothing may leave it below its floor."""

    code = models.CharField("代码", max_length=60, unique=True)
    kind = models.CharField("类别", max_length=12, choices=Kind.choices())
    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20)
    floor_fen = models.BigIntegerField("下限（分）", default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "line", "kind"], name="one_account_of_a_kind_per_line"
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def said(self) -> Words:
        """The account in the words of who is told about it."""
        fund, kind = Fund(self.fund), Kind(self.kind)
        return Words(
            f"{fund.zh} {self.year} 年度项目“{self.line}”的{kind.zh}",
            f"{fund.en}, {self.year}, line {self.line}: {kind.en}",
        )


class Balance(models.Model):
    """余额: made with its account and moved with its transfers, by the database alone."""

    account = models.OneToOneField(Account, models.PROTECT, primary_key=True, verbose_name="账户")
    debit_posted = models.BigIntegerField("已记借方", default=0)
    credit_posted = models.BigIntegerField("已记贷方", default=0)
    debit_pending = models.BigIntegerField("在途借方", default=0)
    credit_pending = models.BigIntegerField("在途贷方", default=0)
    floor_fen = models.BigIntegerField("下限（分）", default=0)
    last = models.BigIntegerField("末笔", default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(debit_posted__gte=0)
                & Q(credit_posted__gte=0)
                & Q(debit_pending__gte=0)
                & Q(credit_pending__gte=0),
                name="balance_sides_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(floor_fen__lte=F("credit_posted") - F("debit_posted") - F("debit_pending")),
                name="balance_not_overspent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.held}"

    @property
    def held(self) -> int:
        """Fen that have come and not gone."""
        return self.credit_posted - self.debit_posted

    @property
    def free(self) -> int:
        """Fen that may still leave: pending money counts as gone."""
        return self.held - self.debit_pending - self.floor_fen
