"""What was done to an account at the console, and who of the security administrators took note of it."""

from django.db import models
from django.db.models import Q

from gongjiang.law.terms import Term
from gongjiang.office.registry.models.people import Person
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.models.users import User


class Staffing(Term):
    """账号事项: what is done about accounts and posts."""

    ACCOUNT = "account", "开立账号", "an account made"
    POSTING = "posting", "授予岗位", "a post given"
    END = "end", "终止岗位", "a post ended"
    RESET = "reset", "重置账号", "an account reset"


class ConsoleAct(models.Model):
    """控制台办理: the emergency path of who keeps the machine. Open until a security administrator took note;
    taken note of once, then never changed.
    """

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    act = models.CharField("事项", max_length=12, choices=Staffing.choices())
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="账号")
    role = models.CharField("角色", max_length=20, blank=True)
    os_user = models.CharField("操作系统用户", max_length=80)
    at = models.DateTimeField("时间")
    known_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="知悉账号"
    )
    known_person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="知悉人"
    )
    known_at = models.DateTimeField("知悉时间", null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(known_by=None, known_person=None, known_at=None)
                | Q(known_by__isnull=False, known_person__isnull=False, known_at__isnull=False),
                name="a_console_act_is_known_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.user_id}"
