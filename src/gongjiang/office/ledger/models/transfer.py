"""One movement of money between two accounts: balanced by its shape, added and never edited."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Term
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.models.account import Account
from gongjiang.office.ledger.models.payable import Payable
from gongjiang.office.registry.models import Person

MOST = 100_000_000_000
"""No single movement may exceed one billion yuan: a slip of the hand, not a payment."""


class Move(Term):
    POST = "post", "记账", "post"
    RESERVE = "reserve", "预留", "reserve"
    SETTLE = "settle", "转实", "settle"
    VOID = "void", "解除预留", "void"


class Transfer(models.Model):
    key = models.CharField("幂等键", max_length=140, unique=True)
    body_sha256 = models.CharField("内容摘要", max_length=64)
    journal = models.CharField("分录号", max_length=140, db_index=True)
    kind = models.CharField("类别", max_length=8, choices=Move.choices())
    debit = models.ForeignKey(Account, models.PROTECT, related_name="debits", verbose_name="转出")
    credit = models.ForeignKey(Account, models.PROTECT, related_name="credits", verbose_name="转入")
    amount = models.BigIntegerField("金额（分）")
    ref = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="closings", verbose_name="所结预留"
    )
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reversals", verbose_name="所冲分录"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="transfers", verbose_name="办件"
    )
    payable = models.ForeignKey(
        Payable, models.PROTECT, null=True, blank=True, related_name="transfers", verbose_name="应付款"
    )
    clause = models.CharField("条款", max_length=20, blank=True)
    maker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办")
    checker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="复核")
    note = models.CharField("摘要", max_length=300, blank=True)
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) & Q(amount__lte=MOST), name="transfer_moves_money"
            ),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="transfer_takes_two_people"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="transfer_joins_two_accounts"),
            models.CheckConstraint(condition=Q(kind__in=Move), name="transfer_kind_known"),
            models.CheckConstraint(
                condition=(Q(kind__in=(Move.SETTLE, Move.VOID)) & Q(ref__isnull=False))
                | (Q(kind__in=(Move.POST, Move.RESERVE)) & Q(ref__isnull=True)),
                name="a_close_names_its_reserve",
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=True) | Q(kind=Move.POST), name="a_reversal_is_a_post"
            ),
            models.UniqueConstraint(
                fields=["ref"], condition=Q(ref__isnull=False), name="a_reserve_closes_once"
            ),
            models.UniqueConstraint(
                fields=["reverses"], condition=Q(reverses__isnull=False), name="a_transfer_is_reversed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.key
