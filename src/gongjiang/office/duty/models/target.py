"""年度目标: what a body or a department is to reach in a year, every act on it, and the year's score."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.duty import Measure, TargetAct, TargetState
from gongjiang.law.terms import Department
from gongjiang.office.duty.models.owner import Owned, one_owner
from gongjiang.office.registry.models import NominatingBody, User
from gongjiang.office.registry.models.reference import new_reference


class Target(Owned):
    """What it asks is fixed when it is set; a part of a year begins or ends on another day."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    plan = models.CharField("计划", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    clause = models.CharField("条款", max_length=12)
    measure = models.CharField("取数方式", max_length=6, choices=Measure.choices())
    indicator = models.CharField("指标", max_length=40, blank=True)
    wording = models.CharField("填报指标名称", max_length=120, blank=True)
    planned = models.PositiveIntegerField("目标值")
    weight = models.PositiveSmallIntegerField("权重")
    starts_on = models.DateField("起")
    closes_on = models.DateField("止")
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", verbose_name="移交自")
    state = models.CharField("状态", max_length=10, choices=TargetState.choices(), default=TargetState.SET)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="下达人")
    set_on = models.DateField("下达日期")

    class Meta:
        ordering = ["-year", "body__code", "department", "clause", "pk"]
        constraints = [
            one_owner("a_target_has_one_owner"),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=100), name="a_weight_is_1_to_100"),
            models.CheckConstraint(condition=Q(planned__gt=0), name="a_target_is_something"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("starts_on")), name="a_target_has_days"),
            models.CheckConstraint(
                condition=Q(measure=Measure.AUTO, wording="") & ~Q(indicator="")
                | Q(measure=Measure.FILED, indicator="") & ~Q(wording=""),
                name="a_target_is_measured_one_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.owner} {self.clause}"


class TargetEntry(models.Model):
    """One act on a target: who, when, the words, and the figure as it was read on that day."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="entries", verbose_name="目标")
    act = models.CharField("环节", max_length=10, choices=TargetAct.choices())
    text = models.CharField("说明", max_length=600, blank=True)
    number = models.BigIntegerField("数值", null=True)
    of = models.BigIntegerField("分母", null=True)
    score = models.PositiveSmallIntegerField("得分", null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="办理人")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__lte=100), name="a_target_scores_at_most_100"
            )
        ]

    def __str__(self) -> str:
        return f"{self.target_id} {self.act}"


class YearScore(models.Model):
    """年度得分: an owner's year made final, with the numbers it rests on and their hash."""

    plan = models.CharField("计划", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, related_name="+", verbose_name="区、开发区"
    )
    department = models.CharField("部门", max_length=12, choices=Department.choices(), blank=True)
    total = models.PositiveIntegerField("得分（百分之一分）")
    snapshot = models.JSONField("定稿数据")
    sha256 = models.CharField("数据摘要", max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="定稿人")
    on = models.DateField("定稿日期")

    class Meta:
        ordering = ["-year", "-total", "pk"]
        constraints = [
            one_owner("a_year_has_one_owner"),
            models.UniqueConstraint(
                fields=["plan", "year", "body"], condition=Q(department=""), name="a_bodys_year_is_final_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "year", "department"],
                condition=Q(body=None),
                name="a_departments_year_is_final_once",
            ),
            models.CheckConstraint(condition=Q(total__lte=10_000), name="a_year_is_at_most_100"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.total}"
