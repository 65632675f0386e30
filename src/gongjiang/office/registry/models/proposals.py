"""What one person of the office has prepared and another has still to decide, where no money moves."""

from django.db import models
from django.db.models import F, Q

from gongjiang.law.terms import Term
from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.models.users import User


class Proposed(Term):
    """待审定事项: acts of the office that take two people one after the other."""

    REVOKE = "revoke", "撤销称号", "a title revoked"
    RULING = "ruling", "签发口径", "a ruling signed"
    PARAMETER = "parameter", "调整参数", "a figure changed"
    POSTING = "posting", "账号与岗位", "an account or a post"
    TERM = "term", "录入印发日期", "the day of issue entered"
    VERSION = "version", "录入接续版本", "a version that follows"


LONELY = (Proposed.POSTING.value, Proposed.TERM.value)
"""What one person may do alone while there is but one who may do it at all."""


class Proposal(models.Model):
    """待审定: nothing has followed until it is granted. Decided once, then never changed.

    One person does alone only what a new house begins with, while nobody else may do it; the row says so.
    """

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    kind = models.CharField("事项", max_length=12, choices=Proposed.choices())
    key = models.CharField("对象", max_length=160, help_text="one at a time waits for one matter")
    facts = models.JSONField("内容", default=dict)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办账号")
    prepared_person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="经办人")
    prepared_at = models.DateTimeField("经办时间")
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定账号"
    )
    decided_person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    decided_at = models.DateTimeField("审定时间", null=True, blank=True)
    granted = models.BooleanField("同意", null=True)
    alone = models.BooleanField("单人办理", default=False)
    withdrawn = models.BooleanField("经办撤回", default=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"], condition=Q(decided_by=None), name="one_proposal_waits_for_a_matter"
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None)
                | Q(alone=True, kind__in=LONELY)
                | Q(withdrawn=True)
                | (~Q(decided_by=F("prepared_by")) & ~Q(decided_person=F("prepared_person"))),
                name="a_proposal_takes_two_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    decided_by=None, decided_person=None, decided_at=None, granted=None, alone=False,
                    withdrawn=False,
                )
                | Q(
                    decided_by__isnull=False, decided_person__isnull=False, decided_at__isnull=False,
                    granted__isnull=False,
                ),
                name="a_proposal_is_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=False)
                | Q(granted=False, alone=False, decided_person=F("prepared_person")),
                name="only_who_prepared_withdraws",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
