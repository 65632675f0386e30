"""学员名单: who was in a class, how long, and with what result. Sent anew as a whole, never edited."""

from django.db import models

from gongjiang.office.cases.models.case import Case
from gongjiang.office.registry.models import Person


class Trainee(models.Model):
    case = models.ForeignKey(Case, models.PROTECT, related_name="trainees", verbose_name="办件")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    person = models.ForeignKey(Person, models.PROTECT, related_name="classes", verbose_name="学员")
    hours = models.PositiveSmallIntegerField("学时")
    passed = models.BooleanField("合格", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "edition", "person"], name="a_trainee_is_listed_once")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id}"
