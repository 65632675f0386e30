"""专家组: the frozen pool and its draw, the seats drawn, and who stepped aside from whom."""

from django.db import models

from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import Expert, OccupationGroup, User
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.seal import Sealed


class Draw(models.Model):
    """抽取: the pool is frozen and committed to before the public value exists; a redraw keeps the first."""

    class State(models.TextChoices):
        COMMITTED = "committed", "已承诺"
        DRAWN = "drawn", "已抽取"
        VOID = "void", "已作废"

    round = models.ForeignKey(Round, models.PROTECT, related_name="draws", verbose_name="批次")
    attempt = models.PositiveSmallIntegerField("次序", default=1)
    state = models.CharField("状态", max_length=10, choices=State, default=State.COMMITTED)
    pool = models.JSONField("候选池")
    pool_sha256 = models.CharField("候选池摘要", max_length=64)
    commitment = models.CharField("承诺值", max_length=64)
    secret_sealed = models.BinaryField("密值（加密）", null=True)
    source = models.CharField("公开值来源", max_length=160)
    source_time = models.CharField("公开值时间", max_length=60)
    public_value = models.CharField("公开值", max_length=200, blank=True)
    bundle = models.JSONField("抽取记录", null=True)
    substitutions = models.JSONField("递补记录", default=list, help_text="code, leaving, entering, skipped")
    committed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="承诺人")
    committed_at = models.DateTimeField("承诺时间")
    witness = models.CharField("见证人", max_length=60, blank=True)
    drawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="抽取人")
    drawn_at = models.DateTimeField("抽取时间", null=True)
    void_reason = models.CharField("作废理由", max_length=300, blank=True)

    secret = Sealed("secret_sealed", "draw|secret", by="pool_sha256")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "attempt"], name="one_draw_per_attempt"),
            models.UniqueConstraint(
                fields=["round"], condition=~models.Q(state="void"), name="one_standing_draw_per_round"
            ),
            models.CheckConstraint(
                condition=models.Q(drawn_by=None) | ~models.Q(drawn_by=models.F("committed_by")),
                name="another_hand_draws",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.attempt}"


class Panel(models.Model):
    """评审组: by occupation group; every member scores everyone in the group."""

    class State(models.TextChoices):
        SEATED = "seated", "已就位"
        OPEN = "open", "评分中"
        CLOSED = "closed", "已结束"

    round = models.ForeignKey(Round, models.PROTECT, related_name="panels", verbose_name="批次")
    group = models.ForeignKey(OccupationGroup, models.PROTECT, related_name="panels", verbose_name="职业大类")
    state = models.CharField("状态", max_length=8, choices=State, default=State.SEATED)
    closed_at = models.DateTimeField("结束时间", null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "group"], name="one_panel_per_group")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.group_id}"


class Seat(models.Model):
    """席位: a drawn expert, a member or an ordered alternate, under a pseudonym of this round."""

    class Kind(models.TextChoices):
        MEMBER = "member", "正选"
        ALTERNATE = "alternate", "备选"

    class State(models.TextChoices):
        INVITED = "invited", "已邀请"
        ACCEPTED = "accepted", "已接受"
        DECLINED = "declined", "已谢绝"
        WAITING = "waiting", "候补"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    panel = models.ForeignKey(Panel, models.PROTECT, related_name="seats", verbose_name="评审组")
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="seats", verbose_name="专家")
    kind = models.CharField("类型", max_length=10, choices=Kind)
    order = models.PositiveSmallIntegerField("次序")
    state = models.CharField("状态", max_length=10, choices=State)
    reason = models.CharField("谢绝理由", max_length=200, blank=True)
    declared_at = models.DateTimeField("声明时间", null=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["panel", "expert"], name="one_seat_per_expert")]

    def __str__(self) -> str:
        return f"{self.panel_id} {self.order}"


class Recusal(models.Model):
    """回避: derived from the registers or declared by the expert; it removes the case from their desk."""

    class Ground(models.TextChoices):
        SAME_UNIT = "same_unit", "同单位（含三年内）"
        SAME_BODY = "same_body", "同一推荐单位"
        OWN = "own", "本人参评"
        MENTOR = "mentor", "师徒关系"
        DECLARED = "declared", "本人声明"

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name="办件")
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="recusals", verbose_name="专家")
    ground = models.CharField("事由", max_length=10, choices=Ground)
    note = models.CharField("说明", max_length=200, blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "expert"], name="one_recusal_per_pair")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.expert_id}"
