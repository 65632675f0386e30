"""What the bank answered, line by line, and the tasks its oddities leave to people."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Term
from gongjiang.office.ledger.models.batch import Batch
from gongjiang.office.ledger.models.row import BatchRow
from gongjiang.office.registry.models import Person


class Answer(Term):
    PAID = "paid", "已付", "paid"
    RETURNED = "returned", "退回", "returned"
    DUPLICATE = "duplicate", "重复回盘", "already answered so"
    PARTIAL = "partial", "部分支付", "partly paid"
    WRONG_AMOUNT = "wrong_amount", "金额不符", "another amount"
    WRONG_ACCOUNT = "wrong_account", "账号不符", "another account"
    WRONG_NAME = "wrong_name", "户名不符", "another name"
    UNKNOWN_CODE = "unknown_code", "结果码不明", "unknown result code"
    CONFLICT = "conflict", "同一文件前后矛盾", "two answers in one file"
    LATE = "late", "与已入账结果不符", "differs from the answer on record"
    UNKNOWN = "unknown", "流水号不明", "unknown reference"
    WRONG_BATCH = "wrong_batch", "属其他批次", "of another batch"
    TRUNCATED = "truncated", "残缺行", "broken line"


class Reply(models.Model):
    """回盘文件: the same bytes are read once for a batch."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="replies", verbose_name="批次")
    sha256 = models.CharField("文件摘要", max_length=64)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    checker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="复核")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "sha256"], name="a_reply_is_read_once"),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="a_reply_takes_two_people"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.sha256[:12]}"


class ReplyRow(models.Model):
    """回盘明细: added, never edited. `effective` marks the one answer that moved the row's money."""

    reply = models.ForeignKey(Reply, models.PROTECT, related_name="rows", verbose_name="回盘文件")
    number = models.PositiveIntegerField("行号")
    raw = models.TextField("原文")
    reference = models.CharField("流水号", max_length=60, blank=True)
    amount = models.BigIntegerField("金额（分）", null=True)
    code = models.CharField("结果码", max_length=20, blank=True)
    message = models.CharField("说明", max_length=300, blank=True)
    answer = models.CharField("归类", max_length=14, choices=Answer.choices())
    row = models.ForeignKey(
        BatchRow, models.PROTECT, null=True, related_name="answers", verbose_name="批次明细"
    )
    effective = models.BooleanField("入账", default=False)

    class Meta:
        ordering = ["reply", "number"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "number"], name="one_answer_per_line"),
            models.UniqueConstraint(
                fields=["row"], condition=Q(effective=True), name="one_effective_answer_per_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reply_id} {self.number} {self.answer}"


class SuspenseItem(models.Model):
    """待查事项: a question for two people; the ledger never answers it by itself."""

    reply_row = models.OneToOneField(ReplyRow, models.PROTECT, related_name="item", verbose_name="回盘明细")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items", verbose_name="批次")
    outcome = models.CharField("处理结果", max_length=10, blank=True)
    reason = models.CharField("处理理由", max_length=300, blank=True)
    maker = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="经办")
    checker = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="复核")
    resolved_at = models.DateTimeField("处理时间", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="an_item_takes_two_people")
        ]

    def __str__(self) -> str:
        return f"{self.reply_row_id} {self.outcome or '?'}"
