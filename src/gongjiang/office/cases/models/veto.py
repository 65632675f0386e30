"""一票否决: which department was asked, when, what it answered, until when the answer holds,
and whom it hits.
"""

from django.db import models

from gongjiang.law.terms import Department
from gongjiang.office.cases.models.case import Case
from gongjiang.office.registry.models import User


class Veto(models.Model):
    class Scope(models.TextChoices):
        PERSON = "person", "本人"
        UNIT = "unit", "所在单位"
        PRINCIPAL = "principal", "单位负责人"

    class Answer(models.TextChoices):
        CLEAR = "clear", "无异议"
        HIT = "hit", "有否决情形"

    case = models.ForeignKey(Case, models.PROTECT, related_name="vetoes", verbose_name="办件")
    matter = models.CharField("事由", max_length=60)
    scope = models.CharField("范围", max_length=10, choices=Scope)
    department = models.CharField("征询部门", max_length=12, choices=Department.choices())
    asked_on = models.DateField("征询日期")
    answer = models.CharField("答复", max_length=6, choices=Answer, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    expires_on = models.DateField("有效至", null=True, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "matter", "scope", "asked_on"], name="a_matter_is_asked_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.matter}"
