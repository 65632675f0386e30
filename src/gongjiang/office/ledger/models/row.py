"""One payment in one batch: the payee's account as it stood when the row was made."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Term
from gongjiang.office.ledger.models.batch import Batch
from gongjiang.office.ledger.models.payable import Payable
from gongjiang.office.registry.seal import Sealed


class RowState(Term):
    """Where the row's money is; dropped, withdrawn and returned rows let the payable go."""

    LISTED = "listed", "已列入", "listed"
    DROPPED = "dropped", "已移出", "dropped"
    WITHDRAWN = "withdrawn", "批次作废", "withdrawn"
    SENT = "sent", "已送银行", "sent"
    PAID = "paid", "已付", "paid"
    RETURNED = "returned", "退回", "returned"
    SUSPENSE = "suspense", "待查", "in suspense"


LIVE = (RowState.LISTED, RowState.SENT, RowState.PAID, RowState.SUSPENSE)


class BatchRow(models.Model):
    """批次明细: only its state ever changes. A payable is in one live row, and stays there once paid."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="rows", verbose_name="批次")
    payable = models.ForeignKey(Payable, models.PROTECT, related_name="rows", verbose_name="应付款")
    seq = models.PositiveIntegerField("序号")
    reference = models.CharField("流水号", max_length=20, unique=True)
    payee = models.CharField("户名", max_length=60)
    bank = models.CharField("开户行", max_length=80)
    account_sealed = models.BinaryField("账号（加密）")
    tail = models.CharField("账号末四位", max_length=4)
    amount = models.BigIntegerField("金额（分）")
    state = models.CharField("状态", max_length=10, choices=RowState.choices(), default=RowState.LISTED)

    account = Sealed("account_sealed", "batchrow|account", by="reference")

    class Meta:
        ordering = ["batch", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "seq"], name="one_row_per_place"),
            models.UniqueConstraint(
                fields=["payable"], condition=Q(state__in=LIVE), name="a_payable_is_in_one_live_row"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="batch_row_pays_something"),
        ]

    def __str__(self) -> str:
        return self.reference

    def put_account(self, number: str) -> None:
        self.account, self.tail = number, number[-4:]
