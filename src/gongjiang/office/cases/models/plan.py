"""What the operator enters about a plan: when it was issued, and the answers to what it leaves open."""

from django.db import models


class PlanTerm(models.Model):
    """计划版本: unknown until entered; in force for its years, then closed to new claims."""

    plan = models.CharField("计划", max_length=40)
    version = models.CharField("版本", max_length=40, default="1")
    title = models.CharField("名称", max_length=120)
    document = models.CharField("文号", max_length=80, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    years = models.PositiveSmallIntegerField("有效期（年）", default=5)
    continues = models.JSONField("接续办理的事项", default=list, help_text="留空为全部")
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name="接续计划")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "version"], name="one_term_per_version")]

    def __str__(self) -> str:
        return self.title


class SignedRuling(models.Model):
    """政策口径: an answer with its signer, its day and its basis. Added, never edited."""

    plan = models.CharField("计划", max_length=40)
    key = models.CharField("问题", max_length=60)
    value = models.JSONField("答复")
    since = models.DateField("自")
    signer = models.CharField("签发人", max_length=60)
    basis = models.CharField("依据", max_length=200)
    signed_at = models.DateTimeField("签发时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "key", "since"], name="one_ruling_per_day")]

    def __str__(self) -> str:
        return f"{self.key} {self.since}"
