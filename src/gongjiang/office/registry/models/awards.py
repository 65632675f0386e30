"""奖项目录: awards of the nation, the province and others, each with its own window, places and channel."""

from django.db import models

from gongjiang.law.terms import HonourLevel
from gongjiang.office.registry.models.reference import new_reference


class Award(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    name = models.CharField("名称", max_length=80, unique=True)
    name_en = models.CharField("英文名称", max_length=120, blank=True)
    level = models.CharField("层级", max_length=10, choices=HonourLevel.choices())
    giver = models.CharField("评选单位", max_length=80, blank=True)
    opens_on = models.DateField("申报开始", null=True, blank=True)
    closes_on = models.DateField("申报截止", null=True, blank=True)
    places = models.PositiveSmallIntegerField("推荐名额", default=0)
    central_apart = models.BooleanField("中央企业人员走本系统渠道", default=False)
    rules = models.CharField("自身条件", max_length=400, blank=True)

    class Meta:
        ordering = ["-closes_on", "name", "pk"]

    def __str__(self) -> str:
        return self.name
