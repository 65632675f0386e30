"""Who answers for it: a nominating body, or a department of the city. One of the two."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Department
from gongjiang.office.registry.models import NominatingBody


class Owned(models.Model):
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="区、开发区"
    )
    department = models.CharField("部门", max_length=12, choices=Department.choices(), blank=True)

    class Meta:
        abstract = True

    @property
    def owner(self) -> str:
        """The key of the owner, as pages and snapshots tell it."""
        return f"body:{self.body.code}" if self.body else f"department:{self.department}"


def one_owner(name: str) -> models.CheckConstraint:
    neither, both = Q(body=None) & Q(department=""), Q(body__isnull=False) & ~Q(department="")
    return models.CheckConstraint(condition=~neither & ~both, name=name)
