"""审定、称号与证书: what the city decided, whom it titled, and the paper that proves it."""

import secrets

from django.db import models

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import Person, User


def check_code() -> str:
    """128 random bits: a certificate is checked by this, and nobody is found by guessing."""
    return secrets.token_urlsafe(16)


class Resolution(models.Model):
    """审定文件: its number, its day, and the list it decided;
    the list's hash must equal the noticed one's.
    """

    scheme = models.CharField("事项", max_length=40)
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, related_name="resolutions", verbose_name="批次"
    )
    document = models.CharField("文号", max_length=80, unique=True)
    on = models.DateField("审定日期")
    signer = models.CharField("签发人", max_length=60)
    meeting = models.CharField("会议", max_length=80, blank=True)
    cases = models.ManyToManyField(Case, related_name="resolutions", verbose_name="名单")
    list_sha256 = models.CharField("名单摘要", max_length=64)
    equal = models.BooleanField("与公示名单一致")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")

    def __str__(self) -> str:
        return self.document


class Honour(models.Model):
    """称号: conferred by a decision, withdrawn only by the same authority; a revoked one never disappears."""

    class Ground(models.TextChoices):
        FRAUD = "fraud", "弄虚作假取得"
        MISCONDUCT = "misconduct", "违法违纪"
        ANNULLED = "annulled", "所依据的成绩或荣誉被取消"

    person = models.ForeignKey(Person, models.PROTECT, related_name="honours", verbose_name="人员")
    case = models.OneToOneField(Case, models.PROTECT, related_name="honour", verbose_name="办件")
    title = models.CharField("称号", max_length=40)
    clause = models.CharField("条款", max_length=12)
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, related_name="honours", verbose_name="审定文件"
    )
    conferred_on = models.DateField("授予日期")
    revoked_on = models.DateField("撤销日期", null=True, blank=True)
    ground = models.CharField("撤销事由", max_length=12, choices=Ground, blank=True)
    revoked_by = models.CharField("撤销文号", max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "title"], condition=models.Q(revoked_on=None), name="a_title_is_held_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.title}"


class Certificate(models.Model):
    """证书: a number on paper, a code for checking, and the hash of the file that was issued."""

    honour = models.OneToOneField(Honour, models.PROTECT, related_name="certificate", verbose_name="称号")
    number = models.CharField("证书编号", max_length=30, unique=True)
    code = models.CharField("查验码", max_length=22, unique=True, default=check_code)
    name = models.CharField("姓名", max_length=60)
    issued_on = models.DateField("颁发日期")
    sha256 = models.CharField("文件摘要", max_length=64, blank=True)

    def __str__(self) -> str:
        return self.number


class IssuingKey(models.Model):
    """签发密钥: the public halves that certificates are signed with since a moment. The last one is today's;
    earlier ones stay, so that what they signed can still be checked.
    """

    key = models.CharField("公钥", max_length=60)
    certificate = models.TextField("签发证书")
    since = models.DateTimeField("启用时间")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key


class CertificateFile(models.Model):
    """证书文件: the bytes first given out. Later prints give these again, whatever the tools of the day."""

    certificate = models.OneToOneField(Certificate, models.PROTECT, related_name="file", verbose_name="证书")
    data = models.BinaryField("文件")

    def __str__(self) -> str:
        return self.certificate.number
