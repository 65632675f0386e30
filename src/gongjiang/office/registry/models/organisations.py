"""Employers and institutions, found by credit code; a branch is not its head office."""

from django.db import models

from gongjiang.office.registry.models.reference import new_reference


class Organisation(models.Model):
    class Kind(models.TextChoices):
        ENTERPRISE = "enterprise", "企业"
        CENTRAL_ENTERPRISE = "central_enterprise", "中央企业在汉单位"
        INSTITUTION = "institution", "事业单位"
        COLLEGE = "college", "院校"
        GOVERNMENT = "government", "机关"
        ASSOCIATION = "association", "行业组织"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    name = models.CharField("名称", max_length=120)
    credit_code = models.CharField("统一社会信用代码", max_length=18, unique=True, null=True, blank=True)
    kind = models.CharField("类型", max_length=20, choices=Kind, default=Kind.ENTERPRISE)
    in_city = models.BooleanField("在本市", null=True)
    sector = models.CharField("行业", max_length=40, blank=True)
    head_office = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="branches", verbose_name="总部"
    )

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    """曾用名: the name a unit bore, and until when."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="names", verbose_name="单位")
    name = models.CharField("曾用名", max_length=120, db_index=True)
    until = models.DateField("使用至", null=True, blank=True)

    def __str__(self) -> str:
        return self.name
