"""竞赛: the class comes from this register with its approving document, never from an applicant."""

from django.db import models

from gongjiang.law.terms import ContestClass, Medal, Recommender
from gongjiang.office.registry.models.people import Person


class Contest(models.Model):
    name = models.CharField("名称", max_length=120)
    edition = models.CharField("届次", max_length=40, blank=True)
    klass = models.CharField("类别", max_length=12, choices=ContestClass.choices())
    organiser = models.CharField("主办单位", max_length=120, blank=True)
    approving_document = models.CharField("批准文号", max_length=80)
    held_on = models.DateField("举办日期", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "edition"], name="one_edition_once")]

    def __str__(self) -> str:
        return f"{self.name}{self.edition}"


class Result(models.Model):
    contest = models.ForeignKey(Contest, models.PROTECT, related_name="results", verbose_name="竞赛")
    person = models.ForeignKey(Person, models.PROTECT, related_name="results", verbose_name="选手")
    event = models.CharField("项目", max_length=60, blank=True)
    rank = models.PositiveSmallIntegerField("名次", null=True, blank=True)
    medal = models.CharField("奖牌", max_length=10, choices=Medal.choices(), blank=True)
    recommended_by = models.CharField("选派渠道", max_length=20, choices=Recommender.choices())
    team_size = models.PositiveSmallIntegerField("人数", default=1)
    annulled_on = models.DateField("取消日期", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contest", "event", "person"], name="one_result_per_event"),
        ]

    def __str__(self) -> str:
        return f"{self.contest_id} {self.person_id}"
