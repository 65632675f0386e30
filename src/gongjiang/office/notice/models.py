"""社会公示与异议: the list as published, its clock, what stands against each name, and who objected."""

from django.db import models

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.seal import Sealed


class Notice(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    scheme = models.CharField("事项", max_length=40)
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="notices", verbose_name="批次")
    title = models.CharField("标题", max_length=120)
    title_en = models.CharField("英文标题", max_length=160, blank=True)
    opens_on = models.DateField("公示开始")
    closes_on = models.DateField("公示截止")
    days = models.PositiveSmallIntegerField("工作日")
    list_sha256 = models.CharField("名单摘要", max_length=64)
    published_at = models.DateTimeField("发布时间")
    contact = models.CharField("联系方式", max_length=120, blank=True)

    class Meta:
        ordering = ["-opens_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class Entry(models.Model):
    """公示对象: name, unit, occupation, level and honours; no identity number, phone,
    birth date or address. What is corrected is another row, of the next version; the earlier one stays.
    """

    class State(models.TextChoices):
        LISTED = "listed", "公示中"
        HELD = "held", "暂缓"
        CORRECTED = "corrected", "已更正重新公示"
        STRUCK = "struck", "已取消"

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="entries", verbose_name="公示")
    case = models.ForeignKey(Case, models.PROTECT, related_name="entries", verbose_name="办件")
    place = models.PositiveSmallIntegerField("次序")
    name = models.CharField("姓名", max_length=120)
    unit = models.CharField("单位", max_length=120)
    occupation = models.CharField("职业（工种）", max_length=60, blank=True)
    level = models.CharField("等级", max_length=40, blank=True)
    honours = models.CharField("主要荣誉", max_length=300, blank=True)
    issued_on = models.DateField("发证日期", null=True, blank=True)
    amount = models.BigIntegerField("金额（分）", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=State, default=State.LISTED)
    closes_on = models.DateField("本人公示截止")
    superseded = models.BooleanField("已由更正替代", default=False)
    version = models.PositiveSmallIntegerField("版本", default=1)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_into", verbose_name="更正自"
    )
    corrected_at = models.DateTimeField("更正时间", null=True)
    corrected_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="更正人")
    reason = models.CharField("更正理由（公开）", max_length=300, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(superseded=False), name="one_standing_entry_per_case"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Objection(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", "个人实名"
        UNIT = "unit", "单位盖章"
        ANONYMOUS = "anonymous", "匿名"
        OWN = "own", "本人对结果有意见"

    class Outcome(models.TextChoices):
        REJECTED = "rejected", "异议不成立"
        CORRECTED = "corrected", "更正后重新公示"
        REMOVED = "removed", "异议成立，取消"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="objections", verbose_name="公示对象")
    kind = models.CharField("方式", max_length=10, choices=Kind)
    text_sealed = models.BinaryField("内容（加密）")
    who_sealed = models.BinaryField("异议人（加密）", null=True)
    received_at = models.DateTimeField("收到时间")
    accepted = models.BooleanField("受理")
    clue = models.BooleanField("作为线索", default=False)
    handler = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="承办人")
    report_sealed = models.BinaryField("核查报告（加密）", null=True)
    reported_on = models.DateField("核查日期", null=True)
    finding = models.CharField("核查情况", max_length=600, blank=True)
    outcome = models.CharField("结论", max_length=10, choices=Outcome, blank=True)
    closed_on = models.DateField("办结日期", null=True)

    text = Sealed("text_sealed", "objection|text")
    who = Sealed("who_sealed", "objection|who")
    report = Sealed("report_sealed", "objection|report")

    class Meta:
        ordering = ["received_at", "pk"]

    def __str__(self) -> str:
        return self.ref

    def put(self, text: str, who: str) -> None:
        """The objector is seen by the handler alone."""
        self.text, self.who = text, who
