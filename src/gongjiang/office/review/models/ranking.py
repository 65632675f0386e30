"""名单: the ranking at a stage, fixed once, with every skip and its reason."""

from django.db import models

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import User


class Ranking(models.Model):
    class Stage(models.TextChoices):
        SHORTLIST = "shortlist", "入围名单"
        FINAL = "final", "拟定名单"

    round = models.ForeignKey(Round, models.PROTECT, related_name="rankings", verbose_name="批次")
    stage = models.CharField("阶段", max_length=10, choices=Stage)
    fill = models.CharField("补位规则", max_length=10)
    seats = models.PositiveSmallIntegerField("名额")
    frozen = models.JSONField("输入", help_text="candidates, caps, ties: everything the result depends on")
    sha256 = models.CharField("摘要", max_length=64)
    fixed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="确定人")
    fixed_at = models.DateTimeField("确定时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "stage"], name="one_ranking_per_stage")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.stage}"


class Placing(models.Model):
    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="placings", verbose_name="名单")
    case = models.ForeignKey(Case, models.PROTECT, related_name="placings", verbose_name="办件")
    rank = models.PositiveSmallIntegerField("名次")
    mark = models.DecimalField("得分", max_digits=6, decimal_places=2)
    selected = models.BooleanField("入选")
    reason = models.CharField("理由", max_length=60)

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["ranking", "case"], name="one_placing_per_case")]

    def __str__(self) -> str:
        return f"{self.rank} {self.case_id}"
