"""访问令牌: lets a programme act for its owner, within scopes, until a day. Its secret is kept as a hash."""

from django.db import models

from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.models.users import User


class Token(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    user = models.ForeignKey(User, models.PROTECT, related_name="tokens", verbose_name="账号")
    name = models.CharField("名称", max_length=60)
    secret_sha256 = models.CharField("密钥摘要", max_length=64, unique=True)
    scopes = models.JSONField("权限范围", default=list)
    made_at = models.DateTimeField("签发时间")
    expires_on = models.DateField("有效期至")
    revoked_at = models.DateTimeField("吊销时间", null=True, blank=True)
    used_at = models.DateTimeField("最近使用", null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class TokenAct(models.Model):
    """What was done by a token under a key of the caller's: asked again, it is answered the same."""

    token = models.ForeignKey(Token, models.PROTECT, related_name="acts", verbose_name="令牌")
    key = models.CharField("幂等键", max_length=80)
    asked_sha256 = models.CharField("请求摘要", max_length=64)
    answer = models.JSONField("答复", default=dict)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="a_key_acts_once")]

    def __str__(self) -> str:
        return f"{self.token_id} {self.key}"
