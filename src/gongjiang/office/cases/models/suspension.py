"""暂停: a case that rests on a contest result which was annulled waits until that is settled."""

from django.db import models

from gongjiang.office.cases.models.case import Case
from gongjiang.office.registry.models import Result


class Suspension(models.Model):
    """Lifted when the result is reinstated; never removed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="suspensions", verbose_name="办件")
    result = models.ForeignKey(Result, models.PROTECT, related_name="suspensions", verbose_name="成绩")
    document = models.CharField("取消文号", max_length=80)
    since = models.DateField("暂停日期")
    lifted_on = models.DateField("解除日期", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "result"],
                condition=models.Q(lifted_on=None),
                name="a_result_suspends_a_case_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.result_id}"
