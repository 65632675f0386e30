"""删除个人信息: asked for by one person, carried out by another; what went and why stays on record."""

from django.db import models
from django.db.models import F, Q

from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.users import User


class Retirement(models.Model):
    person = models.OneToOneField(Person, models.PROTECT, related_name="retirement", verbose_name="人员")
    rule = models.CharField("期限类别", max_length=20)
    reason = models.CharField("事由", max_length=300)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="申请自然人"
    )
    asked_at = models.DateTimeField("申请时间")
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="执行人")
    done_person = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="执行自然人"
    )
    done_at = models.DateTimeField("执行时间", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_by=None)
                | (~Q(done_by=F("asked_by")) & (Q(asked_person=None) | ~Q(done_person=F("asked_person")))),
                name="two_people_erase",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.rule}"
