"""材料: stored outside any public route, named at random, served only after an access check."""

from django.db import models

from gongjiang.office.cases.models.case import Case
from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference


class Evidence(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name="办件")
    kind = models.CharField("材料", max_length=40)
    name = models.CharField("文件名", max_length=160)
    media_type = models.CharField("类型", max_length=80)
    size = models.PositiveIntegerField("字节")
    sha256 = models.CharField("摘要", max_length=64)
    stored = models.CharField("存放", max_length=80)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("时间")

    def __str__(self) -> str:
        return self.name
