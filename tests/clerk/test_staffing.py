"""Accounts: of one natural person each, with a scope where the role has one; administrators stay apart."""

import json
from datetime import timedelta

import pytest

from gongjiang.law.terms import Role
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.nominee_accounts import give_account_to
from gongjiang.office.clerk.staffing import NewPosting, make_account, post
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Expert, OccupationGroup, Organisation, Person, Posting, User
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
ADMINISTRATORS = [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN]


@pytest.fixture
def now(town: Town) -> Moment:
    return town.round().now


def test_an_account_has_a_person_a_post_and_a_password_that_is_kept_nowhere(now: Moment) -> None:
    password = make_account("wang", "王经办", NewPosting(Role.OFFICER), now)

    user = User.objects.get(username="wang")
    assert (user.person.name, user.check_password(password)) == ("王经办", True)
    assert actor_of(user, now.day).roles == {Role.OFFICER}
    assert Leaf.objects.filter(body__contains=password).count() == 0
    assert Leaf.objects.filter(kind="posting.make", ref="wang").count() == 1


def test_a_name_is_given_once(now: Moment) -> None:
    with refused("账号 officer 已存在"):
        make_account("officer", "另一人", NewPosting(Role.OFFICER), now)


def test_a_second_account_is_the_same_persons_unless_they_only_share_a_name(now: Moment) -> None:
    make_account("wang", "王经办", NewPosting(Role.FINANCE_MAKER), now)
    with refused("王经办已有账号"):
        make_account("wang2", "王经办", NewPosting(Role.FINANCE_CHECKER), now)
    with refused("不属于王经办"):
        make_account("wang2", "王经办", NewPosting(Role.OFFICER), now, same_as="officer")
    with refused("资金的经办、复核、审批须由不同人员担任"):
        make_account("wang2", "王经办", NewPosting(Role.FINANCE_CHECKER), now, same_as="wang")

    make_account("wang2", "王经办", NewPosting(Role.FINANCE_CHECKER), now, namesake=True)
    make_account("wang3", "王经办", NewPosting(Role.FINANCE_MAKER), now, same_as="wang")

    first, second, third = (User.objects.get(username=name).person for name in ("wang", "wang2", "wang3"))
    assert (first == third, first == second) == (True, False)


@pytest.mark.parametrize("administrator", ADMINISTRATORS)
def test_an_administrator_holds_no_other_role(now: Moment, administrator: Role) -> None:
    make_account("admin", "管理员示例", NewPosting(administrator), now)
    user, officer = User.objects.get(username="admin"), User.objects.get(username="officer")

    for role in (Role.OFFICER, Role.LEADER, *ADMINISTRATORS):
        with refused("不能兼任其他角色"):
            post(user, NewPosting(role), now)
    with refused("不能兼任其他角色"):
        post(officer, NewPosting(administrator), now)


def test_a_nominators_post_names_its_body_and_an_employers_its_unit(now: Moment) -> None:
    Organisation.objects.create(name="无代码单位", credit_code=None)
    user, unit = User.objects.get(username="leader"), Organisation.objects.exclude(credit_code=None)[0]
    with refused("请指明推荐单位代码"):
        post(user, NewPosting(Role.NOMINATOR, body="nowhere"), now)
    with refused("请指明已登记单位"):
        post(user, NewPosting(Role.EMPLOYER), now)

    made = post(user, NewPosting(Role.EMPLOYER, organisation=str(unit.credit_code)), now)
    plain = post(user, NewPosting(Role.REVIEWER), now)

    assert (made.organisation, plain.organisation, plain.body) == (unit, None, None)


def test_a_post_that_has_ended_gives_no_power_from_the_next_day(now: Moment) -> None:
    user = User.objects.get(username="officer")
    Posting.objects.filter(user=user).update(until=now.day)

    days = (now.day, now.day + timedelta(days=1))

    assert [actor_of(user, day).roles for day in days] == [{Role.OFFICER}, set()]


def test_a_post_that_has_not_begun_gives_no_power_yet(now: Moment) -> None:
    user = User.objects.get(username="officer")
    Posting.objects.filter(user=user).update(since=now.day)

    assert actor_of(user, now.day - timedelta(days=1)).roles == set()


def test_a_second_account_of_the_same_person_opens_no_second_hand(town: Town, now: Moment) -> None:
    maker = town.cast.users["maker"]
    second = User.objects.create(username="maker-two", person=maker.person)

    with refused("须由不同人员担任"):
        post(second, NewPosting(Role.FINANCE_CHECKER), now)


def test_a_department_is_named_by_its_code(now: Moment) -> None:
    user = User.objects.create(username="police-new", person=Person.objects.create(name="公安经办"))

    with refused("部门代码"):
        post(user, NewPosting(Role.DEPARTMENT), now)
    made = post(user, NewPosting(Role.DEPARTMENT, department="police"), now)

    assert made.department == "police"


def test_an_officer_gives_a_nominee_an_account_with_no_post_though_they_be_an_expert(
    town: Town, now: Moment
) -> None:
    officer = actor_of(User.objects.get(username="officer"), now.day)
    expert = Person.objects.create(name="罗专家")
    Expert.objects.create(
        person=expert, group=OccupationGroup.objects.all()[0], number="E999", since=now.day, until=now.day
    )

    (name, password), (other, _) = (
        give_account_to(one, officer, now) for one in (expert, Person.objects.create(name="许工人"))
    )

    user = User.objects.get(username=name)
    assert (user.person, user.check_password(password), name == other) == (expert, True, False)
    assert not Posting.objects.filter(user__username__in=(name, other)).exists()
    assert json.loads(Leaf.objects.get(kind="account.give", ref=expert.ref).body)["by"] == officer.user
    assert Leaf.objects.filter(body__contains=password).count() == 0


def test_nobody_is_given_a_second_account_and_nobody_but_the_office_gives_one(
    town: Town, now: Moment
) -> None:
    officer = User.objects.get(username="officer")
    held = Person.objects.create(name="许工人")

    with refused("此人已有账号"):
        give_account_to(officer.person, actor_of(officer, now.day), now)
    with refused("仅市局经办、推荐单位经办可以办理"):
        give_account_to(held, actor_of(User.objects.get(username="reviewer"), now.day), now)

    assert not User.objects.filter(person=held).exists()
