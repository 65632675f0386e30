"""专家库: who may be drawn, for which occupations, and until when."""

from django.db import models

from gongjiang.office.registry.models.bodies import NominatingBody
from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.skills import OccupationGroup


class Expert(models.Model):
    person = models.OneToOneField(Person, models.PROTECT, related_name="expert", verbose_name="人员")
    group = models.ForeignKey(
        OccupationGroup, models.PROTECT, related_name="experts", verbose_name="职业大类"
    )
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="荐出单位"
    )
    number = models.CharField("专家号", max_length=12, unique=True)
    since = models.DateField("聘期起")
    until = models.DateField("聘期止")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.number
