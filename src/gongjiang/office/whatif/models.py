"""A kept scenario: its changes, the day and the register it was asked of, and aggregates alone."""

from django.db import models

from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class KeptScenario(models.Model):
    """试算方案: added, never edited; asked again it is another one."""

    class Source(models.TextChoices):
        DATABASE = "database", "本系统登记"
        REGISTER = "register", "外部登记数据"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    plan = models.CharField("计划", max_length=40)
    name = models.CharField("名称", max_length=80)
    on = models.DateField("办理日")
    source = models.CharField("数据来源", max_length=10, choices=Source)
    changes = models.JSONField("改动", default=list)
    dropped = models.JSONField("不再要求的条件", default=list)
    found = models.JSONField("结果（仅汇总）")
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="保存人")
    kept_at = models.DateTimeField("保存时间")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
