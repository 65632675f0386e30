"""评分: one expert's marks for one case, by criterion, each with its reason; sealed, never edited after."""

from django.db import models

from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.review.models.panel import Seat


class Score(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="scores", verbose_name="席位")
    case = models.ForeignKey(Case, models.PROTECT, related_name="scores", verbose_name="办件")
    marks = models.JSONField("分数", default=dict, help_text="criterion -> mark as text, 0 to 100")
    reasons = models.JSONField("评语", default=dict, help_text="criterion -> reason")
    sealed_at = models.DateTimeField("密封时间", null=True)
    receipt = models.BigIntegerField("回执", null=True, help_text="the number of its leaf in the record")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "case"], name="one_score_per_expert_and_case")]

    def __str__(self) -> str:
        return f"{self.seat_id} {self.case_id}"
