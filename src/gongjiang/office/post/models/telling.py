"""告知方式: how somebody wants to be told, and the addresses they gave; an address counts once confirmed."""

from django.db import models

from gongjiang.office.registry.models import Person
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.seal import Sealed


class Channel(models.TextChoices):
    PAGE = "page", "仅网页"
    EMAIL = "email", "电子邮件"
    SMS = "sms", "短信"


class Preference(models.Model):
    class Language(models.TextChoices):
        CHINESE = "zh", "中文"
        ENGLISH = "en", "English"

    person = models.OneToOneField(Person, models.PROTECT, related_name="preference", verbose_name="人员")
    channel = models.CharField("告知方式", max_length=5, choices=Channel, default=Channel.PAGE)
    language = models.CharField("语言", max_length=2, choices=Language, default=Language.CHINESE)
    digest = models.BooleanField("待办汇总邮件", default=False)

    def __str__(self) -> str:
        return f"{self.person_id} {self.channel}"


class Address(models.Model):
    """地址: encrypted like a telephone number. The newest of its kind that is confirmed is in use."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    person = models.ForeignKey(Person, models.PROTECT, related_name="addresses", verbose_name="人员")
    kind = models.CharField("方式", max_length=5, choices=Channel)
    sealed = models.BinaryField("地址（加密）")
    code_sealed = models.BinaryField("确认码（加密）")
    code_until = models.DateTimeField("确认码有效期")
    tries = models.PositiveSmallIntegerField("已试次数", default=0)
    added_at = models.DateTimeField("登记时间")
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    bounced_at = models.DateTimeField("退信时间", null=True, blank=True)

    value = Sealed("sealed", "address|value")
    code = Sealed("code_sealed", "address|code")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"

    def put(self, value: str, code: str) -> None:
        self.value, self.code = value, code

    @property
    def masked(self) -> str:
        """Enough to be recognised by its owner."""
        if self.kind == Channel.SMS:
            return f"{self.value[:3]}****{self.value[-4:]}"
        name, _, host = self.value.partition("@")
        return f"{name[:1]}***@{host}"
