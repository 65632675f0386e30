"""花名册: a sheet of many claims, taken in by parts, each part whole or not at all."""

from django.db import models

from gongjiang.law.terms import Term
from gongjiang.office.registry.models import Organisation, User
from gongjiang.office.registry.models.reference import new_reference


class RosterState(Term):
    WAITING = "waiting", "待处理", "waiting"
    WORKING = "working", "处理中", "being taken in"
    DONE = "done", "已完成", "done"
    FAILED = "failed", "无法处理", "could not be read"


class Roster(models.Model):
    """The file as it came, how far it has been taken in, and what came of it. `done` counts data rows."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    scheme = models.CharField("事项", max_length=40, db_index=True)
    name = models.CharField("文件名", max_length=160)
    stored = models.CharField("存放", max_length=80)
    sha256 = models.CharField("摘要", max_length=64)
    renamed = models.JSONField("列对应", default=dict)
    sender = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="rosters", verbose_name="报送单位"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    on = models.DateField("办理日期")
    at = models.DateTimeField("时间")
    state = models.CharField(
        "状态", max_length=8, choices=RosterState.choices(), default=RosterState.WAITING, db_index=True
    )
    fault = models.CharField("原因", max_length=300, blank=True)
    rows = models.PositiveIntegerField("行数", default=0)
    done = models.PositiveIntegerField("已处理", default=0)
    taken = models.PositiveIntegerField("已受理", default=0)
    total = models.BigIntegerField("金额（分）", default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "sha256"], name="a_roster_is_taken_in_once"),
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("rows")), name="no_more_done_than_there_is"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def percent(self) -> int:
        return self.done * 100 // self.rows if self.rows else 0


class OfARow(models.Model):
    """What there is to say of one row of a roster: in which column, and why."""

    row = models.PositiveIntegerField("行号")
    column = models.CharField("列", max_length=40)
    zh = models.CharField("原因", max_length=200)
    en = models.CharField("英文原因", max_length=200)

    class Meta:
        abstract = True
        ordering = ["row", "pk"]

    def __str__(self) -> str:
        return f"{self.row} {self.column}"


class RosterFault(OfARow):
    """问题行: a row that was not taken."""

    roster = models.ForeignKey(Roster, models.PROTECT, related_name="faults", verbose_name="花名册")
    repeats = models.PositiveIntegerField("重复行", null=True, blank=True)

    class Meta(OfARow.Meta):
        indexes = [models.Index(fields=["roster", "row"], name="faults_of_a_roster_in_order")]


class RosterDoubt(OfARow):
    """待认定行: a row that was taken, and has something for a person to look at."""

    roster = models.ForeignKey(Roster, models.PROTECT, related_name="doubts", verbose_name="花名册")

    class Meta(OfARow.Meta):
        indexes = [models.Index(fields=["roster", "row"], name="doubts_of_a_roster_in_order")]


class RosterAct(models.Model):
    """批量办理: one step for all the cases of a roster that stand before it, taken by parts."""

    roster = models.ForeignKey(Roster, models.PROTECT, related_name="acts", verbose_name="花名册")
    step = models.CharField("环节", max_length=20)
    sent = models.JSONField("内容", default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    on = models.DateField("办理日期")
    at = models.DateTimeField("时间")
    state = models.CharField(
        "状态", max_length=8, choices=RosterState.choices(), default=RosterState.WAITING, db_index=True
    )
    last = models.BigIntegerField("办至", default=0, help_text="the key of the last case that was looked at")
    whole = models.PositiveIntegerField("件数", default=0)
    moved = models.PositiveIntegerField("已办理", default=0)
    refused = models.PositiveIntegerField("未办理", default=0)
    reasons = models.JSONField("未办理原因", default=dict, help_text="the words, and how many cases they met")
    fault = models.CharField("中止原因", max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["roster"],
                condition=models.Q(state__in=(RosterState.WAITING, RosterState.WORKING)),
                name="one_act_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.step

    @property
    def percent(self) -> int:
        return (self.moved + self.refused) * 100 // self.whole if self.whole else 0
