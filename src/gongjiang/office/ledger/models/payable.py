"""What is owed to one person under one entitlement: at most one alive at a time, for life once paid."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Fund, Term
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import PayeeAccount, Person
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.plans import scheme

TAX_TO_CONFIRM = "待税务确认"
PAID_TO = ("person", "account", "case__employer")
"""What is read beside a payable to say who is paid, and for whom."""


class PayableState(Term):
    OWED = "owed", "应付", "owed"
    BATCHED = "batched", "已编入批次", "in a batch"
    PAID = "paid", "已付", "paid"
    RETURNED = "returned", "退回待重付", "returned"
    STOPPED = "stopped", "已停付", "stopped"


class Payable(models.Model):
    """应付款: what it is for never changes; where it stands, and its account, may."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    entitlement = models.CharField("权益", max_length=80, db_index=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="payables", verbose_name="办件")
    person = models.ForeignKey(Person, models.PROTECT, related_name="payables", verbose_name="收款人")
    account = models.ForeignKey(
        PayeeAccount, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收款账户"
    )
    amount = models.BigIntegerField("金额（分）")
    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20)
    clause = models.CharField("条款", max_length=20)
    document = models.CharField("依据文号", max_length=80)
    tax_note = models.CharField("税务", max_length=60, default=TAX_TO_CONFIRM)
    state = models.CharField("状态", max_length=8, choices=PayableState.choices(), default=PayableState.OWED)
    reason = models.CharField("原因", max_length=300, blank=True)
    opened_at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payable_is_something"),
            models.UniqueConstraint(
                fields=["entitlement"],
                condition=~Q(state=PayableState.STOPPED),
                name="one_live_payable_per_entitlement",
            ),
        ]

    def __str__(self) -> str:
        return self.entitlement

    @property
    def to_unit(self) -> bool:
        """Whether the unit is paid: its account is named, or, before one is, its scheme pays units."""
        if self.account is not None:
            return self.account.organisation_id is not None
        return self.case.employer_id is not None and scheme(self.case.scheme).of_unit

    @property
    def payee(self) -> str:
        """Who is paid: the holder of the account; until there is one, whoever will have to name it."""
        if self.account is not None:
            return self.account.holder
        return self.case.employer.name if self.to_unit and self.case.employer else self.person.name

    @property
    def for_whom(self) -> str:
        """The person it is about, where another is paid."""
        return "" if self.payee == self.person.name else self.person.name


def paid_to(*path: str) -> tuple[str, ...]:
    """What is read beside rows that lead to a payable."""
    return tuple("__".join((*path, part)) for part in PAID_TO)
