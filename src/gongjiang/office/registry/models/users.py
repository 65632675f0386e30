"""Accounts and postings: who may act, in which role, for which unit, district or department."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from gongjiang.law.terms import Department, Role
from gongjiang.office.registry.models.bodies import NominatingBody
from gongjiang.office.registry.models.organisations import Organisation
from gongjiang.office.registry.models.people import Person


class User(AbstractUser):
    """An account of one natural person. Four eyes count people, not accounts."""

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="人员"
    )
    first_password_until = models.DateTimeField("首次口令有效至", null=True, blank=True)
    """Until when the password that the house made may be changed; None once it is the owner's own."""

    def __str__(self) -> str:
        return self.first_name or self.username


class Posting(models.Model):
    """岗位: a role held from one day to another, with its scope."""

    user = models.ForeignKey(User, models.PROTECT, related_name="postings", verbose_name="账号")
    role = models.CharField("角色", max_length=20, choices=Role.choices())
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="推荐单位"
    )
    department = models.CharField("部门", max_length=12, choices=Department.choices(), blank=True)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
