"""督办单: a matter, who answers for it and until when; received, mended, closed by another hand."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.duty import OrderAct, OrderState
from gongjiang.office.duty.models.owner import Owned, one_owner
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class Order(Owned):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    plan = models.CharField("计划", max_length=40)
    clause = models.CharField("条款", max_length=12)
    matter = models.CharField("督办事项", max_length=300)
    issued_on = models.DateField("发出日期")
    days = models.PositiveSmallIntegerField("期限（工作日）")
    due_on = models.DateField("截止日期")
    state = models.CharField("状态", max_length=10, choices=OrderState.choices(), default=OrderState.ISSUED)
    escalated_on = models.DateField("升级日期", null=True, blank=True)
    closed_on = models.DateField("销号日期", null=True, blank=True)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="发出人")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            one_owner("an_order_has_one_owner"),
            models.CheckConstraint(condition=Q(due_on__gte=F("issued_on")), name="an_order_has_time"),
            models.CheckConstraint(
                condition=Q(state=OrderState.CLOSED, closed_on__isnull=False)
                | ~Q(state=OrderState.CLOSED) & Q(closed_on=None),
                name="a_closed_order_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.matter


class OrderEntry(models.Model):
    """One act on a supervision notice. Nobody's hand escalates it: the day does."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="entries", verbose_name="督办单")
    act = models.CharField("环节", max_length=10, choices=OrderAct.choices())
    text = models.CharField("说明", max_length=600, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.order_id} {self.act}"
