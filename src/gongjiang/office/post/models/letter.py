"""告知: letters wait in the outbox, written in the act's own transaction, read by a person before they go."""

from django.db import models

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Person, User
from gongjiang.office.registry.models.reference import new_reference


class Template(models.Model):
    """信函模板: the text of an occasion, a version at a time; the newest is in use, earlier ones stay."""

    occasion = models.CharField("事由", max_length=60)
    version = models.PositiveIntegerField("版本")
    subject = models.CharField("标题", max_length=120)
    subject_en = models.CharField("英文标题", max_length=160)
    body = models.TextField("正文")
    body_en = models.TextField("英文正文")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="修改人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["occasion", "-version"]
        constraints = [models.UniqueConstraint(fields=["occasion", "version"], name="one_text_per_version")]

    def __str__(self) -> str:
        return f"{self.occasion} {self.version}"


class Letter(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "待发"
        SENT = "sent", "已发"
        HELD = "held", "不发"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    person = models.ForeignKey(Person, models.PROTECT, related_name="letters", verbose_name="收件人")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="letters", verbose_name="办件")
    template = models.ForeignKey(
        Template, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="模板"
    )
    subject = models.CharField("标题", max_length=120)
    subject_en = models.CharField("英文标题", max_length=160)
    body = models.TextField("正文")
    body_en = models.TextField("英文正文")
    state = models.CharField("状态", max_length=8, choices=State, default=State.WAITING)
    written_at = models.DateTimeField("写成时间")
    sent_at = models.DateTimeField("发出时间", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发出人")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class Reworded(models.Model):
    """改前原文: what a letter said before somebody changed it. Added, never edited."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="reworded", verbose_name="信函")
    subject = models.CharField("标题", max_length=120)
    subject_en = models.CharField("英文标题", max_length=160)
    body = models.TextField("正文")
    body_en = models.TextField("英文正文")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="修改人")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.subject
