"""What a case gathers as it goes: rows of its logs, scores, referrals and letters. Added, never edited."""

import secrets

from django.db import models

from gongjiang.law.terms import Department
from gongjiang.office.cases.models.case import Case
from gongjiang.office.registry.models import Person, User
from gongjiang.office.registry.models.reference import new_reference


def check_code() -> str:
    """128 random bits: a letter is checked by this, and found by nobody who guesses."""
    return secrets.token_urlsafe(16)


class LogRow(models.Model):
    """台账行: one row of one of the case's logs. It counts until it is struck, and once it is confirmed."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.ForeignKey(Case, models.PROTECT, related_name="log_rows", verbose_name="办件")
    log = models.CharField("台账", max_length=20)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="log_rows", verbose_name="人员"
    )
    told = models.JSONField("内容", default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    on = models.DateField("登记日期")
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核对人"
    )
    confirmed_on = models.DateField("核对日期", null=True, blank=True)
    struck_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="划去人"
    )
    struck_on = models.DateField("划去日期", null=True, blank=True)
    reason = models.CharField("划去理由", max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["case", "log"], name="rows_of_a_log")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(by=models.F("confirmed_by")), name="another_hand_confirms_a_row"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.log}"


class Grade(models.Model):
    """评分: at a stage of the case, with the sum in fen that was recognised with it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="grades", verbose_name="办件")
    stage = models.CharField("环节", max_length=20)
    score = models.PositiveSmallIntegerField("得分")
    amount = models.BigIntegerField("认定金额（分）", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="评分人")
    on = models.DateField("日期")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(score__lte=100), name="a_score_is_at_most_100")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage} {self.score}"


class Referral(models.Model):
    """转办: to a department until a day, and what it answered. A case lies with one department at a time."""

    class How(models.TextChoices):
        DONE = "done", "已办理"
        DECLINED = "declined", "不予办理"
        BOUNCED = "bounced", "非本部门职责"

    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals", verbose_name="办件")
    department = models.CharField("承办部门", max_length=12, choices=Department.choices())
    referred_on = models.DateField("转办日期")
    due_on = models.DateField("答复期限")
    how = models.CharField("结果", max_length=10, choices=How, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="转办人")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(answered_on=None), name="a_case_lies_with_one_department"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.department}"


class IssuedLetter(models.Model):
    """凭证: a numbered letter of a series, with a code for checking it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="issued_letters", verbose_name="办件")
    number = models.CharField("编号", max_length=30, unique=True)
    code = models.CharField("查验码", max_length=22, unique=True, default=check_code)
    issued_on = models.DateField("出具日期")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.number
