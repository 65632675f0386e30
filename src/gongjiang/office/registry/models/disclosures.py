"""完整号码的查看: each is a row with its reason; and emergencies, in which two people lift the limit."""

from django.db import models
from django.db.models import F, Q

from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.users import User


class Emergency(models.Model):
    """应急查看: asked for by one person, agreed to by another, over after an hour."""

    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="申请自然人"
    )
    asked_at = models.DateTimeField("申请时间")
    reason = models.CharField("事由", max_length=300)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="同意人")
    agreed_person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="同意自然人"
    )
    until = models.DateTimeField("有效至", null=True)
    reported_at = models.DateTimeField("报告时间", null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None)
                | (
                    ~Q(agreed_by=F("asked_by")) & (Q(asked_person=None) | ~Q(agreed_person=F("asked_person")))
                ),
                name="an_emergency_has_two_people",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Disclosure(models.Model):
    """查看记录: whose number, by whom, why; under which emergency, if under one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="disclosures", verbose_name="人员")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="查看人")
    at = models.DateTimeField("时间", db_index=True)
    reason = models.CharField("事由", max_length=300)
    emergency = models.ForeignKey(
        Emergency, models.PROTECT, null=True, related_name="reads", verbose_name="应急查看"
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.by_id} {self.person_id}"
