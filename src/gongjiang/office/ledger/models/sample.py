"""A random sample of payments for inspection: population and source first, then the draw, then findings."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Fund, Term
from gongjiang.office.ledger.models.payable import Payable
from gongjiang.office.registry.models import Person
from gongjiang.office.registry.models.reference import new_reference


class Sample(models.Model):
    """抽查: the payments it may fall on, fixed by their hash before anybody knows the public value."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    fund = models.CharField("资金来源", max_length=20, choices=Fund.choices(), blank=True)
    year = models.PositiveSmallIntegerField("预算年度")
    line = models.CharField("项目", max_length=20, blank=True)
    population = models.BinaryField("总体", help_text="a payment a line: its reference, its fen")
    sha256 = models.CharField("总体摘要", max_length=64)
    size = models.PositiveIntegerField("总体笔数")
    count = models.PositiveIntegerField("抽取笔数")
    source = models.CharField("随机源", max_length=200, help_text="named before its value is known")
    frozen_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="固定人")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(count__gt=0) & Q(count__lte=models.F("size")), name="a_sample_fits_its_population"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.count}/{self.size}"


class SampleDraw(models.Model):
    """抽取: the public value as it was read, once, by another person."""

    sample = models.OneToOneField(Sample, models.PROTECT, related_name="drawn", verbose_name="抽查")
    seed = models.CharField("随机值", max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="抽取人")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    def __str__(self) -> str:
        return f"{self.sample_id} {self.seed}"


class SampleItem(models.Model):
    """抽中: in the order of the draw."""

    sample = models.ForeignKey(Sample, models.PROTECT, related_name="items", verbose_name="抽查")
    place = models.PositiveIntegerField("次序")
    payable = models.ForeignKey(Payable, models.PROTECT, related_name="sampled", verbose_name="应付款")

    class Meta:
        ordering = ["sample", "place"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "place"], name="one_item_per_place"),
            models.UniqueConstraint(fields=["sample", "payable"], name="a_payment_is_drawn_once"),
        ]

    def __str__(self) -> str:
        return f"{self.sample_id} {self.place}"


class Verdict(Term):
    """检查结论"""

    FINE = "fine", "相符", "in order"
    PROBLEM = "problem", "有问题", "a problem"


class SampleFinding(models.Model):
    """检查记录: one of each item, added and never edited."""

    item = models.OneToOneField(SampleItem, models.PROTECT, related_name="finding", verbose_name="抽中款项")
    verdict = models.CharField("结论", max_length=8, choices=Verdict.choices())
    note = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="检查人")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.FINE) | ~Q(note=""), name="a_problem_is_described"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.verdict}"
