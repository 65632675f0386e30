"""场次: what a base, a studio or a course holds for the public; who books, who came."""

import secrets

from django.db import models

from gongjiang.law.session_kinds import SessionKind
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Organisation, Person, User
from gongjiang.office.registry.models.reference import new_reference


def door_code() -> str:
    """What the code at the door carries: nobody signs in who has not seen it."""
    return secrets.token_urlsafe(12)


class Session(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "可预约"
        HELD = "held", "已举办"
        CALLED_OFF = "called_off", "已取消"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.ForeignKey(Case, models.PROTECT, related_name="sessions", verbose_name="办件")
    kind = models.CharField("服务", max_length=12, choices=SessionKind.choices())
    title = models.CharField("名称", max_length=120)
    occupation = models.CharField("职业（工种）", max_length=60, blank=True)
    place = models.CharField("地点", max_length=120)
    on = models.DateField("日期")
    starts = models.TimeField("开始")
    seats = models.PositiveSmallIntegerField("座位")
    code = models.CharField("签到码", max_length=16, default=door_code)
    state = models.CharField("状态", max_length=12, choices=State, default=State.OPEN)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="安排人")

    class Meta:
        ordering = ["on", "starts", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(seats__gt=0), name="a_session_has_seats")]

    def __str__(self) -> str:
        return self.title


class Booking(models.Model):
    """预约: for oneself, or by a unit for so many of its workers. Cancelled, never removed."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="bookings", verbose_name="场次")
    person = models.ForeignKey(Person, models.PROTECT, related_name="bookings", verbose_name="预约人")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="bookings", verbose_name="单位"
    )
    people = models.PositiveSmallIntegerField("人数", default=1)
    at = models.DateTimeField("时间")
    cancelled_on = models.DateField("取消日期", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"],
                condition=models.Q(cancelled_on=None),
                name="a_person_books_a_session_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id}"


class Attendance(models.Model):
    """签到与反馈: who came counts once; what they thought of it, once."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances", verbose_name="场次")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances", verbose_name="学员")
    at = models.DateTimeField("签到时间")
    stars = models.PositiveSmallIntegerField("评价", null=True, blank=True)
    words = models.CharField("意见", max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="who_came_counts_once"),
            models.CheckConstraint(
                condition=models.Q(stars=None) | models.Q(stars__range=(1, 5)), name="one_to_five_stars"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id}"
