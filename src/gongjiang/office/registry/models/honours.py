"""The dictionary of honours, and the honours people hold."""

from django.db import models

from gongjiang.law.terms import HonourLevel
from gongjiang.office.registry.models.people import Person


class HonourName(models.Model):
    """荣誉字典: a name as printed, who gives it, and at what level. What is not here, a person decides."""

    name = models.CharField("名称", max_length=60, unique=True)
    name_en = models.CharField("英文名称", max_length=100, blank=True)
    aliases = models.JSONField("别名", default=list)
    level = models.CharField("层级", max_length=10, choices=HonourLevel.choices())
    giver = models.CharField("授予单位", max_length=80, blank=True)
    skilled = models.BooleanField("技能类荣誉", default=True)

    def __str__(self) -> str:
        return self.name


class HeldHonour(models.Model):
    """所获荣誉: as printed, with its document; matched to the dictionary or waiting for a person."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="held_honours", verbose_name="人员")
    printed = models.CharField("名称（原样）", max_length=80)
    entry = models.ForeignKey(
        HonourName, models.PROTECT, null=True, blank=True, related_name="held", verbose_name="荣誉"
    )
    document = models.CharField("文号", max_length=80, blank=True)
    given_on = models.DateField("授予日期", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "printed"], name="an_honour_is_held_once")]

    def __str__(self) -> str:
        return self.printed
