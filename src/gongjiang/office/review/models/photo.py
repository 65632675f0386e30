"""现场照片: what the inspectors saw, when and brought by whom; kept like a document, never edited."""

from django.db import models

from gongjiang.office.registry.models import User
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.review.models.visit import Visit


class Photo(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="photos", verbose_name="考察")
    caption = models.CharField("说明", max_length=120)
    name = models.CharField("文件名", max_length=160)
    media_type = models.CharField("类型", max_length=80)
    size = models.PositiveIntegerField("字节")
    sha256 = models.CharField("摘要", max_length=64)
    stored = models.CharField("存放", max_length=80)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="拍摄人")
    at = models.DateTimeField("时间")

    def __str__(self) -> str:
        return self.caption
