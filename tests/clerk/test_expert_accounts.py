"""An expert's account: asked for by who keeps the register, decided by a security administrator."""

import json
from datetime import timedelta

import pytest

from gongjiang.law.terms import Role
from gongjiang.office.clerk.appointing import Asked, decide_appointment, prepare_reset, propose
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.expert_accounts import asked_for, key, prepare_expert
from gongjiang.office.clerk.nominee_accounts import give_account_to
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import (
    Expert,
    OccupationGroup,
    Person,
    Posting,
    Proposal,
    Staffing,
    User,
)
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import TODAY, Town

pytestmark = pytest.mark.both


def new_expert(person: Person | None = None) -> Expert:
    return Expert.objects.create(
        person=person or Person.objects.create(name="罗示例"), group=OccupationGroup.objects.all()[0],
        number="E999", since=TODAY, until=TODAY.replace(year=TODAY.year + 2),
    )  # fmt: skip


def asked(town: Town, expert: Expert, who: str = "officer") -> Proposal:
    return prepare_expert(expert.person, town.actor(who), moment())


def decided(town: Town, held: Proposal, granted: bool = True, who: str = "security") -> str:
    return decide_appointment(held, granted, town.actor(who), moment())


def test_nothing_opens_before_a_security_administrator_has_said_so_and_the_record_names_both(
    town: Town,
) -> None:
    expert = new_expert()
    held = asked(town, expert)
    prepare_reset(town.cast.users["leader"], "遗失验证设备", town.actor("security"), moment())
    before = User.objects.filter(person=expert.person).exists(), asked_for()

    password = decided(town, held)

    user = User.objects.get(person=expert.person)
    assert (before, asked_for()) == ((False, {key(expert.person)}), set())
    assert (user.check_password(password), actor_of(user, TODAY).roles) == (True, {Role.EXPERT})
    told = [json.loads(leaf.body) for leaf in Leaf.objects.filter(ref=user.username).order_by("seq")]
    hands = (town.cast.users["officer"].pk, town.cast.users["security"].pk, False)
    assert [(one["prepared_by"], one["by"], one["alone"]) for one in told] == [hands] * 2
    assert password not in str(held.facts)


def test_who_has_an_account_is_given_the_post_in_it_and_no_second_account(town: Town) -> None:
    expert = new_expert()
    name, _ = give_account_to(expert.person, town.actor("officer"), moment())

    said = decided(town, asked(town, expert))

    user = User.objects.get(person=expert.person)
    assert (said, user.username, actor_of(user, TODAY).roles) == ("", name, {Role.EXPERT})
    with refused("此人已有专家账号"):
        asked(town, expert)


def test_an_account_that_was_given_meanwhile_is_not_joined_by_a_second(town: Town) -> None:
    expert = new_expert()
    held = asked(town, expert)
    give_account_to(expert.person, town.actor("officer"), moment())

    with refused("此人已有账号"):
        decided(town, held)
    decided(town, held, granted=False)
    decided(town, asked(town, expert))

    assert [one.role for one in Posting.objects.filter(user__person=expert.person)] == [Role.EXPERT]


def test_only_who_keeps_the_register_asks_and_only_a_security_administrator_decides(town: Town) -> None:
    expert = new_expert()
    for who in ("reviewer", "security", "system", "body-420102"):
        with refused("仅市局经办可以办理"):
            asked(town, expert, who)
    held = asked(town, expert)

    for who in ("officer", "officer2", "reviewer", "government", "system", "auditadmin"):
        with refused("仅安全管理员可以办理"):
            decided(town, held, who=who)


def test_one_request_waits_and_is_made_anew_when_it_was_sent_back(town: Town) -> None:
    expert = new_expert()
    held = asked(town, expert)
    with refused("已有待审定的申请"):
        asked(town, expert, "officer2")

    decided(town, held, granted=False)

    assert not User.objects.filter(person=expert.person).exists()
    assert decided(town, asked(town, expert, "officer2"))


def test_nobody_asks_for_themself_and_nobody_who_is_not_on_the_register_is_asked_for(town: Town) -> None:
    officer = town.cast.users["officer"].person
    assert officer is not None
    own, nobody = new_expert(officer), Person.objects.create(name="许示例")

    with refused("不能办理本人"):
        asked(town, own)
    with refused("此人不在专家库"):
        prepare_expert(nobody, town.actor("officer"), moment())


def test_what_an_officer_asked_who_has_left_is_asked_anew(town: Town) -> None:
    held = asked(town, new_expert())
    yesterday = TODAY - timedelta(days=1)
    Posting.objects.filter(user=town.cast.users["officer"]).update(until=yesterday)

    with refused("经办人已不在岗"):
        decided(town, held)


def test_an_officer_asks_for_no_other_post_in_this_way(town: Town) -> None:
    """Were it prepared past the door: what gives another post was prepared by nobody who may."""
    told = Asked(Staffing.ACCOUNT, "someone", "罗示例", str(Role.GOVERNMENT))
    held = propose(told, "expert:x", "专家库登记", town.actor("officer"), moment())

    with refused("经办人已不在岗"):
        decided(town, held)


def test_where_there_is_one_security_administrator_two_people_have_a_hand_in_it_still(town: Town) -> None:
    Posting.objects.filter(user=town.cast.users["security2"]).update(until=TODAY - timedelta(days=1))
    held = asked(town, new_expert())

    assert decided(town, held)
    held.refresh_from_db()
    assert held.alone is False
