"""批次: one call under a scheme, with its window, its places and the terms announced for it."""

from django.db import models

from gongjiang.office.registry.models import NominatingBody
from gongjiang.office.registry.models.reference import new_reference


class Round(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    code = models.CharField("批次号", max_length=20, unique=True)
    scheme = models.CharField("事项", max_length=40, db_index=True)
    title = models.CharField("名称", max_length=80)
    title_en = models.CharField("英文名称", max_length=120, blank=True)
    opens_on = models.DateField("开始受理")
    closes_on = models.DateField("推荐截止")
    places = models.PositiveSmallIntegerField("名额（约）", default=20)
    terms = models.JSONField(
        "评选办法", default=dict, help_text="weights, panel size, trimming, caps, fill rule"
    )
    ended_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        ordering = ["-opens_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class Quota(models.Model):
    """推荐名额: zero is allowed, and is declared."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="quotas", verbose_name="批次")
    body = models.ForeignKey(NominatingBody, models.PROTECT, related_name="quotas", verbose_name="推荐单位")
    places = models.PositiveSmallIntegerField("名额")
    zero_declared_on = models.DateField("零推荐日期", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "body"], name="one_quota_per_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.places}"
