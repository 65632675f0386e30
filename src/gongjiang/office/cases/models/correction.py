"""补正: asked for item by item; the clock stands still until they come back."""

from django.db import models

from gongjiang.office.cases.models.case import Case


class Correction(models.Model):
    case = models.ForeignKey(Case, models.PROTECT, related_name="corrections", verbose_name="办件")
    asked_on = models.DateField("提出日期")
    due_on = models.DateField("补正期限")
    answered_on = models.DateField("补正日期", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.case_id} {self.asked_on}"


class CorrectionItem(models.Model):
    correction = models.ForeignKey(Correction, models.PROTECT, related_name="items", verbose_name="补正")
    field = models.CharField("项目", max_length=40)
    reason = models.CharField("原因", max_length=300)
    answer = models.CharField("答复", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.field
