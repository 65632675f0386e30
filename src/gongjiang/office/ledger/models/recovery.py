"""What a person must give back: the debt, its instalments, what came, what was written off."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Term
from gongjiang.office.ledger.models.payable import Payable
from gongjiang.office.ledger.models.sample import SampleItem
from gongjiang.office.ledger.models.transfer import Transfer
from gongjiang.office.registry.models.reference import new_reference


class DebtState(Term):
    """追缴状态: read off the sums and the day, never stored."""

    OPEN = "open", "追缴中", "being recovered"
    OVERDUE = "overdue", "逾期未还", "overdue"
    SETTLED = "settled", "已追回", "recovered"
    WRITTEN_OFF = "written_off", "已核销", "written off"


class Recovery(models.Model):
    """追缴: opened on a paid payable by a decision. Its people and its day are those of its transfer."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    payable = models.ForeignKey(Payable, models.PROTECT, related_name="recoveries", verbose_name="应付款")
    transfer = models.OneToOneField(
        Transfer, models.PROTECT, related_name="recovery", verbose_name="立账分录"
    )
    item = models.ForeignKey(
        SampleItem, models.PROTECT, null=True, blank=True, related_name="recoveries", verbose_name="抽查"
    )
    amount = models.BigIntegerField("应追回（分）")
    ground = models.CharField("事由", max_length=120)
    document = models.CharField("决定文号", max_length=80)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="recovery_is_something")]

    def __str__(self) -> str:
        return f"{self.document} {self.amount}"


class Instalment(models.Model):
    """分期: one of a plan. A plan agreed anew is a later one; the latest counts."""

    recovery = models.ForeignKey(Recovery, models.PROTECT, related_name="instalments", verbose_name="追缴")
    plan = models.PositiveSmallIntegerField("计划")
    seq = models.PositiveSmallIntegerField("期次")
    due_on = models.DateField("应还日期")
    amount = models.BigIntegerField("金额（分）")

    class Meta:
        ordering = ["recovery", "plan", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["recovery", "plan", "seq"], name="one_instalment_per_place"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_is_something"),
        ]

    def __str__(self) -> str:
        return f"{self.recovery_id} {self.plan}.{self.seq}"


class Repayment(models.Model):
    """还款: money that came, by the serial of our own bank's slip, which serves once."""

    recovery = models.ForeignKey(Recovery, models.PROTECT, related_name="repayments", verbose_name="追缴")
    transfer = models.OneToOneField(Transfer, models.PROTECT, related_name="repayment", verbose_name="分录")
    serial = models.CharField("银行流水", max_length=60, unique=True)
    received_on = models.DateField("到账日期")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.serial


class WriteOff(models.Model):
    """核销: the rest that cannot be had, by a document."""

    recovery = models.OneToOneField(Recovery, models.PROTECT, related_name="written_off", verbose_name="追缴")
    transfer = models.OneToOneField(Transfer, models.PROTECT, related_name="write_off", verbose_name="分录")
    document = models.CharField("核销文号", max_length=80)
    reason = models.CharField("理由", max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(document=""), name="a_write_off_names_its_document")
        ]

    def __str__(self) -> str:
        return self.document
