"""推荐单位: districts, development zones with local codes, city departments, industry bodies."""

from django.db import models


class NominatingBody(models.Model):
    class Kind(models.TextChoices):
        DISTRICT = "district", "行政区"
        ZONE = "zone", "开发区"
        DEPARTMENT = "department", "市直部门"
        INDUSTRY = "industry", "行业组织"

    code = models.CharField("代码", max_length=20, unique=True)
    name = models.CharField("名称", max_length=60, unique=True)
    name_en = models.CharField("英文名称", max_length=80, blank=True)
    kind = models.CharField("类型", max_length=12, choices=Kind)
    aliases = models.JSONField("别名", default=list, help_text="人们常用的叫法")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def named(self) -> set[str]:
        """Everything people call it."""
        return {self.name, self.code, *self.aliases}
