"""What other registers say, imported from their files: certificates, insurance, other funds' payments."""

from django.db import models

from gongjiang.law.claim_terms import WorkStatus
from gongjiang.law.terms import SkillLevel
from gongjiang.office.registry.models.people import Person


class Delivery(models.Model):
    """来文数据: one file of another register, taken in once."""

    kind = models.CharField("数据", max_length=20, db_index=True)
    source = models.CharField("来源", max_length=80)
    name = models.CharField("文件名", max_length=160)
    sha256 = models.CharField("摘要", max_length=64)
    rows = models.PositiveIntegerField("行数", default=0)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "sha256"], name="a_file_is_taken_in_once")]

    def __str__(self) -> str:
        return self.name


class OutsideCertificate(models.Model):
    """A certificate as the register of certificates has it."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name="来文")
    number = models.CharField("证书编号", max_length=30, unique=True)
    level = models.CharField("等级", max_length=20, choices=SkillLevel.choices())
    occupation = models.CharField("职业（工种）", max_length=60, blank=True)
    issued_on = models.DateField("发证日期", null=True, blank=True)
    revoked = models.BooleanField("已注销", default=False)

    def __str__(self) -> str:
        return self.number


class InsuranceRecord(models.Model):
    """参保记录: months insured so far, and the status, in one month."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name="来文")
    person = models.ForeignKey(Person, models.PROTECT, related_name="insurance", verbose_name="人员")
    month = models.DateField("月份", help_text="the first day of the month")
    months = models.PositiveSmallIntegerField("累计参保月数")
    status = models.CharField("身份", max_length=20, choices=WorkStatus.choices())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "month"], name="one_record_a_month")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.month}"


class OutsidePayment(models.Model):
    """其他资金已付: what another fund has paid somebody for training; found by the blind index."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", verbose_name="来文")
    id_index = models.CharField("证件索引", max_length=64, db_index=True)
    certificate_number = models.CharField("证书编号", max_length=30, blank=True)
    kind = models.CharField("类别", max_length=40)
    occupation = models.CharField("职业（工种）", max_length=60)
    level = models.CharField("等级", max_length=20, choices=SkillLevel.choices(), blank=True)
    year = models.PositiveSmallIntegerField("年度")
    amount = models.BigIntegerField("金额（分）", default=0)

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class ShortageOccupation(models.Model):
    """急需紧缺职业: in force from a day, by a document."""

    name = models.CharField("职业（工种）", max_length=60)
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)
    document = models.CharField("依据文号", max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "since"], name="a_shortage_begins_once")]

    def __str__(self) -> str:
        return self.name
