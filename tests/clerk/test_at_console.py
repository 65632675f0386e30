"""What was done to accounts at the console is told of, until a security administrator has taken note."""

import pytest
from django.db import DatabaseError, transaction

from gongjiang.law.terms import Role
from gongjiang.office.clerk.at_console import (
    account_at_console,
    end_at_console,
    reset_at_console,
    take_note,
)
from gongjiang.office.clerk.staffing import NewPosting, Owner, standing
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import ConsoleAct, User
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
ROOT, LEADER = "root-example", NewPosting(Role.LEADER)
YAN = Owner("严示例")


def test_each_act_is_kept_with_the_user_of_the_operating_system(town: Town) -> None:
    assert account_at_console("yan", YAN, LEADER, ROOT, moment())
    assert account_at_console("yan", YAN, NewPosting(Role.REVIEWER), ROOT, moment()) == ""
    assert reset_at_console("yan", ROOT, moment())
    end_at_console("yan", Role.LEADER, ROOT, moment())

    acts = ConsoleAct.objects.order_by("pk").values_list("act", "role", "os_user", "known_by")
    assert list(acts) == [
        ("account", "leader", ROOT, None),
        ("posting", "reviewer", ROOT, None),
        ("reset", "", ROOT, None),
        ("end", "leader", ROOT, None),
    ]
    leaves = Leaf.objects.filter(ref="yan")
    assert {('"by":"console"' in leaf.body, ROOT in leaf.body) for leaf in leaves} == {(True, True)}
    held = standing(User.objects.get(username="yan"), moment().day)
    assert [post.role for post in held] == [Role.REVIEWER]


def test_note_is_taken_once_by_a_security_administrator_whom_it_is_not_about(town: Town) -> None:
    reset_at_console("security", ROOT, moment())
    held = ConsoleAct.objects.get()
    with refused("仅安全管理员可以办理"):
        take_note(held, town.actor("system"), moment())
    with refused("不能办理本人"):
        take_note(held, town.actor("security"), moment())

    known = take_note(held, town.actor("security2"), moment())

    assert known.known_person == town.cast.users["security2"].person
    assert Leaf.objects.filter(kind="console.known", ref="security").count() == 1
    with refused("已有人知悉"):
        take_note(held, town.actor("security2"), moment())
    with pytest.raises(DatabaseError), transaction.atomic():
        ConsoleAct.objects.update(known_by=town.cast.users["security"])
    with pytest.raises(DatabaseError), transaction.atomic():
        ConsoleAct.objects.update(os_user="nobody")
    with pytest.raises(DatabaseError), transaction.atomic():
        ConsoleAct.objects.all().delete()


def test_what_cannot_be_done_leaves_nothing(town: Town) -> None:
    with refused("没有账号 nobody"):
        reset_at_console("nobody", ROOT, moment())
    with refused("没有这个岗位"):
        end_at_console("leader", Role.OFFICER, ROOT, moment())
    with refused("请填写姓名"):
        account_at_console("yan", Owner(" "), LEADER, ROOT, moment())
    with refused("不能兼任其他角色"):
        account_at_console("security", YAN, LEADER, ROOT, moment())
