"""发送: one message to one address. It is claimed before it goes, so that it never goes twice."""

from django.db import models

from gongjiang.office.post.models.letter import Letter
from gongjiang.office.post.models.telling import Address
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class Sending(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", "待送"
        CLAIMED = "claimed", "正在送"
        SENT = "sent", "已送达服务器"
        FAILED = "failed", "未能送出"
        UNCERTAIN = "uncertain", "是否送出不明"
        BOUNCED = "bounced", "已退回"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    address = models.ForeignKey(Address, models.PROTECT, related_name="sendings", verbose_name="地址")
    letter = models.ForeignKey(
        Letter, models.PROTECT, null=True, blank=True, related_name="sendings", verbose_name="信函"
    )
    digest_on = models.DateField("汇总日期", null=True, blank=True)
    subject = models.CharField("标题", max_length=160, blank=True)
    body = models.TextField("正文", blank=True, help_text="of a digest; a letter's own text is the letter's")
    state = models.CharField("状态", max_length=9, choices=State, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField("已送次数", default=0)
    due_at = models.DateTimeField("应送时间")
    claimed_at = models.DateTimeField("开始送", null=True, blank=True)
    ended_at = models.DateTimeField("送毕", null=True, blank=True)
    fault = models.CharField("原因", max_length=200, blank=True)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="处理人"
    )

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="what_is_to_be_sent")]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], condition=models.Q(letter__isnull=False), name="a_letter_is_sent_once"
            ),
            models.UniqueConstraint(
                fields=["address", "digest_on"],
                condition=models.Q(digest_on__isnull=False),
                name="one_digest_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.state}"
