"""What an employer owes a person beside the city's award: never our money, only its evidence."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Term
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.models.pending_state import Decision
from gongjiang.office.registry.models import Organisation, Person
from gongjiang.office.registry.models.reference import new_reference


class MatchState(Term):
    """配套状态: read off the evidence and the day, never stored."""

    WAITING = "waiting", "待配套", "waiting"
    PARTIAL = "partial", "部分配套", "partly matched"
    MET = "met", "已配套", "matched"
    OVERDUE = "overdue", "逾期", "overdue"
    EXEMPT = "exempt", "豁免", "exempt"


class MatchDue(models.Model):
    """单位 1∶1 配套: the unit that employed the person at the decision owes as much, by a day."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.ForeignKey(Case, models.PROTECT, related_name="matches", verbose_name="办件")
    person = models.ForeignKey(Person, models.PROTECT, related_name="matches", verbose_name="人员")
    employer = models.ForeignKey(
        Organisation, models.PROTECT, related_name="matches", verbose_name="审定时单位"
    )
    amount = models.BigIntegerField("应配套（分）")
    clause = models.CharField("条款", max_length=20)
    document = models.CharField("依据文号", max_length=80)
    decided_on = models.DateField("审定日期")
    due_on = models.DateField("配套期限")
    opened_at = models.DateTimeField("时间")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "clause"], name="one_match_per_case_and_clause"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="match_is_something"),
            models.CheckConstraint(condition=Q(due_on__gt=F("decided_on")), name="a_match_has_time"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.amount}"


class MatchEvidence(models.Model):
    """配套凭证: a bank receipt, entered by one, verified by another. Unless declined it serves once."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    due = models.ForeignKey(MatchDue, models.PROTECT, related_name="evidence", verbose_name="配套")
    payer = models.CharField("付款户名", max_length=120)
    payee = models.CharField("收款户名", max_length=60)
    amount = models.BigIntegerField("金额（分）")
    paid_on = models.DateField("付款日期")
    serial = models.CharField("银行流水", max_length=60)
    sha256 = models.CharField("回单摘要", max_length=64)
    stored = models.CharField("存放", max_length=40)
    name = models.CharField("文件名", max_length=120)
    media_type = models.CharField("类型", max_length=40)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    made_at = models.DateTimeField("提交时间")
    state = models.CharField("状态", max_length=10, choices=Decision.choices(), default=Decision.WAITING)
    checker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复核"
    )
    decided_at = models.DateTimeField("复核时间", null=True, blank=True)
    reason = models.CharField("未通过理由", max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["payer", "serial"],
                condition=~Q(state=Decision.DECLINED),
                name="a_payers_slip_serves_once",
            ),
            models.UniqueConstraint(
                fields=["sha256"], condition=~Q(state=Decision.DECLINED), name="a_receipt_serves_once"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="evidence_is_of_a_sum"),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="evidence_takes_two_people"),
            models.CheckConstraint(
                condition=Q(state=Decision.WAITING, checker__isnull=True)
                | (~Q(state=Decision.WAITING) & Q(checker__isnull=False) & Q(decided_at__isnull=False)),
                name="decided_evidence_has_a_checker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payer} {self.serial}"


class MatchExemption(models.Model):
    """豁免: the unit need not pay, with the basis and two people."""

    due = models.OneToOneField(MatchDue, models.PROTECT, related_name="exemption", verbose_name="配套")
    basis = models.CharField("依据", max_length=300)
    document = models.CharField("文号", max_length=80)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    checker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="复核")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="an_exemption_takes_two_people"),
            models.CheckConstraint(
                condition=~Q(basis="") & ~Q(document=""), name="an_exemption_has_its_basis"
            ),
        ]

    def __str__(self) -> str:
        return self.basis
