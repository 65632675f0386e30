"""竞赛成绩: filed, verified by another hand, published; judges' marks; annulment and reinstatement."""

from django.db import models

from gongjiang.law.terms import Medal
from gongjiang.office.registry.models.contests import Entry
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.models.users import User


class Result(models.Model):
    """The result of an entry, which every member of a team holds. Only a published one counts."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="result", verbose_name="参赛")
    raw = models.DecimalField("原始分", max_digits=12, decimal_places=4, null=True, blank=True)
    points = models.PositiveSmallIntegerField("标准分", null=True, blank=True)
    rank = models.PositiveSmallIntegerField("名次", null=True, blank=True)
    medal = models.CharField("奖牌", max_length=10, choices=Medal.choices(), blank=True)
    filed_by = models.ForeignKey(
        User, models.PROTECT, verbose_name="报送人", null=True, blank=True, related_name="+"
    )
    filed_at = models.DateTimeField("报送时间", null=True, blank=True)
    verified_by = models.ForeignKey(
        User, models.PROTECT, verbose_name="核验人", null=True, blank=True, related_name="+"
    )
    verified_at = models.DateTimeField("核验时间", null=True, blank=True)
    published_by = models.ForeignKey(
        User, models.PROTECT, verbose_name="发布人", null=True, blank=True, related_name="+"
    )
    published_on = models.DateField("发布日期", null=True, blank=True)
    annulled_on = models.DateField("取消日期", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verified_by=None) | ~models.Q(verified_by=models.F("filed_by")),
                name="another_hand_verifies_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.rank or ''} {self.medal}"

    @property
    def mark(self) -> str:
        """The mark as it was given, without the zeros of its column."""
        return f"{self.raw.normalize():f}" if self.raw is not None else ""

    @property
    def stage(self) -> str:
        if self.annulled_on:
            return "annulled"
        if self.published_on:
            return "published"
        return "verified" if self.verified_at else "filed"


class JudgedMark(models.Model):
    """评判分: what three judges gave for an aspect. Marking again adds a row; the newest counts."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="judged", verbose_name="参赛")
    aspect = models.CharField("评分项", max_length=60)
    max_mark = models.DecimalField("满分", max_digits=8, decimal_places=2)
    scores = models.JSONField("三名评委评分")
    mark = models.DecimalField("得分", max_digits=8, decimal_places=2, null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")

    def __str__(self) -> str:
        return f"{self.entry_id} {self.aspect}"


class ResultRuling(models.Model):
    """取消或恢复成绩: prepared by one, decided by another; never removed."""

    class Kind(models.TextChoices):
        ANNUL = "annul", "取消成绩"
        REINSTATE = "reinstate", "恢复成绩"

    result = models.ForeignKey(Result, models.PROTECT, related_name="rulings", verbose_name="成绩")
    kind = models.CharField("事项", max_length=10, choices=Kind)
    reason = models.CharField("理由", max_length=300)
    document = models.CharField("文号", max_length=80)
    prepared_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    prepared_at = models.DateTimeField("经办时间")
    decided_by = models.ForeignKey(
        User, models.PROTECT, verbose_name="审定人", null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField("审定日期", null=True, blank=True)
    granted = models.BooleanField("同意", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["result"], condition=models.Q(decided_by=None), name="one_open_ruling_per_result"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("prepared_by")),
                name="another_hand_decides_on_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result_id} {self.kind}"
