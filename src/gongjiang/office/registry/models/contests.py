"""竞赛: a contest, its editions with their approved class, their trades, and who entered.

The class stands on the edition with its approving document, never on what an applicant says.
"""

from django.db import models

from gongjiang.law.terms import ContestClass, Recommender
from gongjiang.office.registry.models.bodies import NominatingBody
from gongjiang.office.registry.models.organisations import Organisation
from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.reference import new_reference


class Contest(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    name = models.CharField("名称", max_length=120, unique=True)
    organiser = models.CharField("主办单位", max_length=120, blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """届: the class of this edition, by its approving document; entries close on a day."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    contest = models.ForeignKey(Contest, models.PROTECT, related_name="editions", verbose_name="竞赛")
    name = models.CharField("届次", max_length=40, blank=True)
    klass = models.CharField("类别", max_length=12, choices=ContestClass.choices())
    approving_document = models.CharField("批准文号", max_length=80)
    entries_close_on = models.DateField("报名截止", null=True, blank=True)
    held_on = models.DateField("举办日期", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contest", "name"], name="one_edition_once")]

    def __str__(self) -> str:
        return f"{self.contest.name}{self.name}"


class Trade(models.Model):
    """赛项: what is contested; how many make a team."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="trades", verbose_name="届次")
    name = models.CharField("赛项", max_length=60, blank=True)
    team_size = models.PositiveSmallIntegerField("每队人数", default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "name"], name="one_trade_per_edition"),
            models.CheckConstraint(condition=models.Q(team_size__gte=1), name="a_team_has_somebody"),
        ]

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """参赛: one competitor or one team in a trade, by which channel, for which delegation."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    trade = models.ForeignKey(Trade, models.PROTECT, related_name="entries", verbose_name="赛项")
    team = models.CharField("队名", max_length=60, blank=True)
    delegation = models.CharField("代表队", max_length=80, blank=True)
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="推荐单位"
    )
    recommended_by = models.CharField("选派渠道", max_length=20, choices=Recommender.choices())
    entered_on = models.DateField("报名日期", null=True, blank=True)
    withdrawn_on = models.DateField("退赛日期", null=True, blank=True)
    withdrawn_because = models.CharField("退赛原因", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["trade", "team"],
                condition=models.Q(withdrawn_on=None) & ~models.Q(team=""),
                name="one_team_of_a_name_per_trade",
            )
        ]

    def __str__(self) -> str:
        return self.team or f"{self.trade_id}/{self.pk}"


class Competitor(models.Model):
    """选手: a member of an entry, with the employer of the day."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="competitors", verbose_name="参赛")
    trade = models.ForeignKey(Trade, models.PROTECT, related_name="+", verbose_name="赛项")
    person = models.ForeignKey(Person, models.PROTECT, related_name="contest_entries", verbose_name="选手")
    employer = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="工作单位"
    )
    withdrawn = models.BooleanField("已退赛", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["trade", "person"],
                condition=models.Q(withdrawn=False),
                name="a_person_enters_a_trade_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.entry_id}"
