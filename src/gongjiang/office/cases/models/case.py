"""A case, the nominations that carry it, the findings a person made, and its events."""

from collections.abc import Iterable

from django.db import models

from gongjiang.law.rule import Verdict
from gongjiang.law.terms import EXITS, State
from gongjiang.office.cases.models.roster import Roster
from gongjiang.office.cases.models.round import Round
from gongjiang.office.registry.models import NominatingBody, Organisation, PayeeAccount, Person, User
from gongjiang.office.registry.models.reference import new_reference


class Case(models.Model):
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    number = models.CharField("办件号", max_length=20, unique=True)
    scheme = models.CharField("事项", max_length=40, db_index=True)
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="批次"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="cases", verbose_name="人员")
    employer = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="用人单位"
    )
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="推荐单位"
    )
    state = models.CharField(
        "状态", max_length=20, choices=State.choices(), default=State.DRAFT, db_index=True
    )
    answers = models.JSONField("申报内容", default=dict)
    due_on = models.DateField("办理时限", null=True, blank=True)
    stopped_on = models.DateField("停表日期", null=True, blank=True)
    opened_on = models.DateField("开办日期")
    cause = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="consequences", verbose_name="由来"
    )
    roster = models.ForeignKey(
        Roster, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="花名册"
    )
    row = models.PositiveIntegerField("花名册行号", null=True, blank=True)
    account = models.ForeignKey(
        PayeeAccount, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收款账户"
    )
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["scheme", "round", "state"], name="what_waits_is_counted")]
        constraints = [
            models.UniqueConstraint(
                fields=["roster", "row"],
                condition=models.Q(roster__isnull=False),
                name="a_row_makes_one_case",
            ),
            models.UniqueConstraint(
                fields=["round", "person"],
                condition=models.Q(round__isnull=False) & ~models.Q(state__in=EXITS),
                name="one_live_case_per_person_per_round",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def occupation(self) -> str:
        """Which occupation the file is of, and so which experts it falls to: as stated, or the person's."""
        return str(self.answers.get("occupation") or self.person.occupation)


def of_occupations(occupations: Iterable[str]) -> models.Q:
    """Cases of these occupations, by what the file states, or by the person where it states none."""
    named = list(occupations)
    own = models.Q(answers__occupation__isnull=True, person__occupation__in=named)
    return own | models.Q(answers__occupation__in=named)


class Nomination(models.Model):
    """推荐: by a body, with its rank and its sealed letter. The first costs a place, a second is merged."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="nominations", verbose_name="办件")
    body = models.ForeignKey(
        NominatingBody, models.PROTECT, related_name="nominations", verbose_name="推荐单位"
    )
    rank = models.PositiveSmallIntegerField("排序")
    opinion = models.CharField("推荐意见", max_length=400, blank=True)
    merged = models.BooleanField("并入", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="经办人")
    on = models.DateField("日期")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "body"], name="a_body_nominates_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.body_id}"


class Determination(models.Model):
    """人工认定: what a person decided where a rule was open, with the reason and a second hand."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="determinations", verbose_name="办件")
    rule = models.CharField("规则", max_length=40)
    verdict = models.CharField("结论", max_length=8, choices=Verdict.choices())
    reason = models.CharField("理由", max_length=400)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="认定人")
    on = models.DateField("日期")
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复核人"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "rule"], name="a_rule_is_determined_once"),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("confirmed_by")), name="another_hand_confirms"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rule}"


class Event(models.Model):
    """办理记录: added, never edited. `because` holds the findings as they stood."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events", verbose_name="办件")
    step = models.CharField("环节", max_length=30)
    source = models.CharField("原状态", max_length=20, choices=State.choices())
    target = models.CharField("新状态", max_length=20, choices=State.choices())
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="events", verbose_name="经办人")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="自然人")
    note = models.CharField("说明", max_length=1000, blank=True)
    because = models.JSONField("认定依据", default=list)
    sent = models.JSONField("附送内容", default=dict)
    on = models.DateField("日期")
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.step}"
