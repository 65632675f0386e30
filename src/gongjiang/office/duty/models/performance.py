"""资金绩效: goals before, readings during, an evaluation after, for a fund, a line and a year."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.performance import Advice
from gongjiang.law.terms import Fund
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class OfLine(models.Model):
    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices())
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20)

    class Meta:
        abstract = True


class Goal(OfLine):
    """绩效目标: it counts once another person has confirmed it."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    indicator = models.CharField("指标", max_length=40)
    planned = models.PositiveIntegerField("目标值")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="设定人")
    set_on = models.DateField("设定日期")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="复核人")
    confirmed_on = models.DateField("复核日期", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "line", "indicator"], name="one_goal_per_indicator"
            ),
            models.CheckConstraint(condition=Q(planned__gt=0), name="a_goal_is_something"),
            models.CheckConstraint(
                condition=~Q(set_by=F("confirmed_by")), name="another_hand_confirms_a_goal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund} {self.year} {self.line} {self.indicator}"


class Monitoring(OfLine):
    """绩效监控: every figure of the line as it was read on a day; none of them typed."""

    figures = models.JSONField("数据")
    note = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="监控人")
    on = models.DateField("日期")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.fund} {self.year} {self.line} {self.on}"


class Evaluation(OfLine):
    """绩效评价: once for a line's year; entered by one, confirmed by another; then it stands."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    score = models.PositiveSmallIntegerField("得分")
    findings = models.CharField("评价结论", max_length=600)
    advice = models.CharField("下年度安排建议", max_length=6, choices=Advice.choices())
    snapshot = models.JSONField("评价数据")
    sha256 = models.CharField("数据摘要", max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="评价人")
    on = models.DateField("评价日期")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="复核人")
    confirmed_on = models.DateField("复核日期", null=True)
    declined = models.CharField("退回理由", max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "year", "line"], condition=Q(declined=""), name="one_evaluation_per_line"
            ),
            models.CheckConstraint(condition=Q(score__lte=100), name="an_evaluation_is_at_most_100"),
            models.CheckConstraint(
                condition=~Q(by=F("confirmed_by")), name="another_hand_confirms_an_evaluation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fund} {self.year} {self.line} {self.score}"
