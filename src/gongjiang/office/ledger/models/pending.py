"""What one person of the treasury has entered and another has still to confirm."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Term
from gongjiang.office.ledger.models.batch import Batch
from gongjiang.office.ledger.models.match import MatchDue, MatchEvidence
from gongjiang.office.ledger.models.payable import Payable
from gongjiang.office.ledger.models.pending_state import Decision
from gongjiang.office.ledger.models.recovery import Recovery
from gongjiang.office.ledger.models.reply import SuspenseItem
from gongjiang.office.registry.models import PayeeAccount, Person
from gongjiang.office.registry.models.reference import new_reference


class Asked(Term):
    """待复核事项: the acts that take two people one after the other."""

    USE = "use", "登记资金适用范围", "a use of a fund"
    APPROPRIATE = "appropriate", "下达指标", "an appropriation"
    REPLY = "reply", "银行回盘入账", "a bank reply"
    RESOLVE = "resolve", "处理待查事项", "a question settled"
    REOPEN = "reopen", "退回款重付", "a returned payment, to be paid again"
    WITHDRAW = "withdraw", "作废批次", "a batch withdrawn"
    RECOVER = "recover", "立追缴", "a recovery"
    PLAN = "plan", "约定分期", "a plan of instalments"
    REPAY = "repay", "还款入账", "a repayment"
    WRITE_OFF = "write_off", "核销", "a write-off"
    CLOSE = "close", "月结", "a month closed"
    CARRY = "carry", "年终结转", "a carry-over"
    EVIDENCE = "evidence", "配套凭证", "evidence of a match"
    EXEMPT = "exempt", "豁免配套", "a match exempted"


class PendingAct(models.Model):
    """待复核: nothing has moved until the checker confirms. Decided once, then never changed."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    kind = models.CharField("事项", max_length=12, choices=Asked.choices())
    key = models.CharField("对象", max_length=160, help_text="one at a time waits for one matter")
    facts = models.JSONField("内容", default=dict)
    content = models.BinaryField("文件", default=bytes, blank=True)
    batch = models.ForeignKey(
        Batch, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="批次"
    )
    payable = models.ForeignKey(
        Payable, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="应付款"
    )
    item = models.ForeignKey(
        SuspenseItem, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="待查事项"
    )
    account = models.ForeignKey(
        PayeeAccount, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收款账户"
    )
    recovery = models.ForeignKey(
        Recovery, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="追缴"
    )
    due = models.ForeignKey(
        MatchDue, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="配套"
    )
    evidence = models.OneToOneField(
        MatchEvidence, models.PROTECT, null=True, blank=True, related_name="pending", verbose_name="凭证"
    )
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    made_at = models.DateTimeField("提交时间")
    state = models.CharField(
        "状态", max_length=10, choices=Decision.choices(), default=Decision.WAITING, db_index=True
    )
    checker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复核"
    )
    decided_at = models.DateTimeField("复核时间", null=True, blank=True)
    reason = models.CharField("未通过理由", max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=Q(state=Decision.WAITING), name="a_matter_waits_once"
            ),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="a_pending_act_takes_two_people"),
            models.CheckConstraint(
                condition=Q(state=Decision.WAITING, checker__isnull=True)
                | (~Q(state=Decision.WAITING) & Q(checker__isnull=False) & Q(decided_at__isnull=False)),
                name="a_decided_act_has_a_checker",
            ),
        ]

    def __str__(self) -> str:
        return self.key
