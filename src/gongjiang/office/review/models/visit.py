"""实地考察: two or more inspectors, none from the nominating body; facts confirmed or denied on the spot."""

from django.db import models

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class Visit(models.Model):
    class Conclusion(models.TextChoices):
        PASS = "pass", "通过"
        CONCERNS = "concerns", "有疑点"
        FAIL = "fail", "不通过"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.OneToOneField(Case, models.PROTECT, related_name="visit", verbose_name="办件")
    planned_on = models.DateField("计划日期")
    place = models.CharField("地点", max_length=120)
    checks = models.JSONField("核查", default=dict, help_text="item -> confirmed | denied, with a note")
    conclusion = models.CharField("结论", max_length=10, choices=Conclusion, blank=True)
    mark = models.DecimalField("考察分", max_digits=5, decimal_places=2, null=True)
    concluded_at = models.DateTimeField("结论时间", null=True)

    def __str__(self) -> str:
        return f"{self.case_id} {self.planned_on}"


class Inspector(models.Model):
    """考察人员: assigned, then signs for what was seen."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="inspectors", verbose_name="考察")
    user = models.ForeignKey(User, models.PROTECT, related_name="visits", verbose_name="考察人员")
    signed_at = models.DateTimeField("签字时间", null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "user"], name="an_inspector_once_per_visit")]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.user_id}"


class Concern(models.Model):
    """疑点: what did not agree, and how it was cleared, by another hand."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="concerns", verbose_name="考察")
    text = models.CharField("内容", max_length=300)
    contradicts = models.BooleanField("与申报内容矛盾", default=False)
    cleared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="销号人")
    cleared_on = models.DateField("销号日期", null=True)
    how = models.CharField("处理情况", max_length=300, blank=True)

    def __str__(self) -> str:
        return self.text[:20]
