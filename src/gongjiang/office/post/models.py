"""告知: letters wait in the outbox, written in the act's own transaction, read by a person before they go."""

from django.db import models

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Person, User
from gongjiang.office.registry.models.reference import new_reference


class Letter(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "待发"
        SENT = "sent", "已发"
        HELD = "held", "不发"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    person = models.ForeignKey(Person, models.PROTECT, related_name="letters", verbose_name="收件人")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="letters", verbose_name="办件")
    subject = models.CharField("标题", max_length=120)
    subject_en = models.CharField("英文标题", max_length=160)
    body = models.TextField("正文")
    body_en = models.TextField("英文正文")
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    written_at = models.DateTimeField("写成时间")
    sent_at = models.DateTimeField("发出时间", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发出人")

    class Meta:
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return self.subject
