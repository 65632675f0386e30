"""占用: what can carry one live case only, locked by the database from submission on."""

from django.db import models

from gongjiang.office.cases.models.case import Case


class Hold(models.Model):
    """A key, such as a certificate under a scheme, and the case that holds it. Released, never removed."""

    key = models.CharField("对象", max_length=120)
    case = models.ForeignKey(Case, models.PROTECT, related_name="holds", verbose_name="办件")
    released_on = models.DateField("释放日期", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(released_on=None), name="a_key_carries_one_live_case"
            )
        ]

    def __str__(self) -> str:
        return self.key
