"""The accounts of the demo: one of each role at least, each of its own natural person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.registry.models import (
    Expert,
    NominatingBody,
    OccupationGroup,
    Organisation,
    Person,
    Posting,
    User,
)
from gongjiang.web.demo.people import born, id_number, name

STAFF = (
    ("officer", Role.OFFICER, "张经办"),
    ("officer2", Role.OFFICER, "何经办"),
    ("reviewer", Role.REVIEWER, "李复核"),
    ("government", Role.GOVERNMENT, "王审定"),
    ("supervisor", Role.SUPERVISOR, "陈监督"),
    ("maker", Role.FINANCE_MAKER, "刘财务"),
    ("checker", Role.FINANCE_CHECKER, "赵复核"),
    ("approver", Role.FINANCE_APPROVER, "周审批"),
    ("leader", Role.LEADER, "吴领导"),
    ("auditor", Role.AUDITOR, "郑审计"),
    ("system", Role.SYSTEM_ADMIN, "钱系统"),
    ("security", Role.SECURITY_ADMIN, "孙安全"),
    ("auditadmin", Role.AUDIT_ADMIN, "冯审管"),
)
INSPECTORS = ("许考察", "邓考察", "曹考察", "袁考察")
SINCE = date(2020, 1, 1)
PER_GROUP = 9


@dataclass
class Cast:
    """Users by name, and the experts by group."""

    users: dict[str, User] = field(default_factory=dict)
    serial: int = 1

    def actor(self, who: str, today: date) -> Actor:
        return actor_of(self.users[who], today)

    def account(self, username: str, shown: str, person: Person) -> User:
        user = User(username=username, first_name=shown, person=person)
        user.set_unusable_password()
        user.save()
        self.users[username] = user
        return user


def staff(cast: Cast, dice: Random) -> None:
    for username, role, shown in STAFF:
        user = cast.account(username, shown, person(cast, dice, shown))
        Posting.objects.create(user=user, role=role, since=SINCE, department=Department.HRSS)
    for place, shown in enumerate(INSPECTORS, start=1):
        user = cast.account(f"inspector{place}", shown, person(cast, dice, shown))
        Posting.objects.create(user=user, role=Role.INSPECTOR, since=SINCE)
    for body in NominatingBody.objects.all():
        user = cast.account(f"body-{body.code}", f"{body.name}经办", person(cast, dice, name(dice)))
        Posting.objects.create(user=user, role=Role.NOMINATOR, body=body, since=SINCE)


def person(
    cast: Cast, dice: Random, shown: str, employer: Organisation | None = None, occupation: str = ""
) -> Person:
    """A made-up person with an identity number of their own."""
    made = Person(name=shown, birth=born(dice, 1990, 1964), employer=employer, occupation=occupation)
    made.put_id_number(id_number(made.birth or SINCE, cast.serial % 1000))
    cast.serial += 1
    made.save()
    return made


def experts(cast: Cast, dice: Random, units: Sequence[Organisation], today: date) -> None:
    """Nine to a group, from institutes that have nobody standing."""
    for group in OccupationGroup.objects.all():
        for place in range(PER_GROUP):
            number = f"E{group.pk:02d}{place + 1:02d}"
            made = person(cast, dice, name(dice), dice.choice(units))
            Expert.objects.create(
                person=made,
                group=group,
                number=number,
                since=SINCE,
                until=today.replace(year=today.year + 2, day=1),
            )
            user = cast.account(f"expert-{number}", f"{made.name}（专家）", made)
            Posting.objects.create(user=user, role=Role.EXPERT, since=SINCE)
