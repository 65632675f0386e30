"""Skill certificates and the occupation groups that panels are formed by."""

from django.db import models

from gongjiang.law.claim_terms import Obtained
from gongjiang.law.terms import SkillLevel
from gongjiang.office.registry.models.people import Person


class SkillCertificate(models.Model):
    class State(models.TextChoices):
        DECLARED = "declared", "自报"
        VERIFIED = "verified", "已核验"
        NOT_FOUND = "not_found", "查无记录"
        DIFFERS = "differs", "与登记不符"
        REVOKED = "revoked", "已注销"

    person = models.ForeignKey(Person, models.PROTECT, related_name="certificates", verbose_name="人员")
    number = models.CharField("证书编号", max_length=30, unique=True)
    family = models.CharField("类别", max_length=20)
    level = models.CharField("等级", max_length=20, choices=SkillLevel.choices())
    occupation = models.CharField("职业（工种）", max_length=60, blank=True)
    issued_on = models.DateField("发证日期", null=True, blank=True)
    issuer = models.CharField("发证机构", max_length=120, blank=True)
    obtained_by = models.CharField(
        "取得方式", max_length=20, choices=Obtained.choices(), default=Obtained.ASSESSMENT
    )
    state = models.CharField("核验", max_length=10, choices=State, default=State.DECLARED)
    looked_up_in = models.CharField("查询来源", max_length=80, blank=True)
    looked_up_on = models.DateField("查询日期", null=True, blank=True)

    def __str__(self) -> str:
        return self.number


class OccupationGroup(models.Model):
    """职业大类: what a panel is formed by, and the occupations it covers."""

    code = models.CharField("代码", max_length=20, unique=True)
    name = models.CharField("名称", max_length=40)
    name_en = models.CharField("英文名称", max_length=60, blank=True)
    occupations = models.JSONField("职业（工种）", default=list)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
