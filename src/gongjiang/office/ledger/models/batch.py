"""A payout batch: rows chosen, frozen into one file, signed by two more people, sent, answered, closed."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Fund, Term
from gongjiang.office.registry.models import Person


class BatchState(Term):
    OPEN = "open", "编制中", "open"
    LOCKED = "locked", "已锁定", "locked"
    FROZEN = "frozen", "已固定", "frozen"
    CHECKED = "checked", "已复核", "checked"
    APPROVED = "approved", "已审批", "approved"
    EXPORTED = "exported", "已送银行", "sent"
    ANSWERED = "answered", "已回盘", "answered"
    CLOSED = "closed", "已办结", "closed"
    WITHDRAWN = "withdrawn", "已作废", "withdrawn"


S = BatchState
PREPARING = (S.OPEN, S.LOCKED, S.FROZEN, S.CHECKED, S.APPROVED)
SENT = (S.EXPORTED, S.ANSWERED, S.CLOSED)


def _person(label: str) -> models.ForeignKey[Person | None, Person | None]:
    return models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class Batch(models.Model):
    """拨付批次. `maker` froze the file; the checker and the approver signed its hash."""

    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20)
    state = models.CharField("状态", max_length=10, choices=S.choices(), default=S.OPEN)
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="编制")
    opened_on = models.DateField("编制日期")
    maker = _person("经办")
    checker = _person("复核")
    approver = _person("审批")
    format = models.CharField("文件格式", max_length=20, blank=True)
    sha256 = models.CharField("文件摘要", max_length=64, blank=True)
    count = models.PositiveIntegerField("笔数", default=0)
    total = models.BigIntegerField("金额（分）", default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "line"],
                condition=Q(state__in=PREPARING),
                name="one_open_batch_per_line",
            ),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="batch_checked_by_another"),
            models.CheckConstraint(condition=~Q(maker=F("approver")), name="batch_approved_by_another"),
            models.CheckConstraint(condition=~Q(checker=F("approver")), name="batch_approved_by_a_third"),
            models.CheckConstraint(
                condition=~Q(opened_by=F("checker")) & ~Q(opened_by=F("approver")),
                name="batch_opener_does_not_sign",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.OPEN, S.LOCKED, S.WITHDRAWN))
                | (~Q(sha256="") & Q(maker__isnull=False) & Q(count__gt=0) & Q(total__gt=0)),
                name="a_frozen_batch_has_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.CHECKED, S.APPROVED, *SENT)) | Q(checker__isnull=False),
                name="a_checked_batch_has_a_checker",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.APPROVED, *SENT)) | Q(approver__isnull=False),
                name="an_approved_batch_has_an_approver",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return f"P{self.pk:08d}"
