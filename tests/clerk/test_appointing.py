"""Accounts and posts take two security administrators; nobody has a hand in what is their own."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.duties import ADMINISTRATORS, INCOMPATIBLE
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.office.clerk import appointing
from gongjiang.office.clerk.appointing import decide_appointment, prepare_account, prepare_end
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.staffing import NewPosting, Owner, standing
from gongjiang.office.clerk.tokens import bearer, make_token
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Person, Posting, Proposal, User
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import Town

WHY = "新任领导，见任职通知"
LEADER = NewPosting(Role.LEADER)
OWN = "不能办理本人"
pytestmark = pytest.mark.both


def first(town: Town) -> Actor:
    return town.actor("security")


def second(town: Town) -> Actor:
    return town.actor("security2")


def account(town: Town, name: str = "严示例", username: str = "yan", **whose: object) -> Proposal:
    return prepare_account(username, Owner(name, **whose), LEADER, WHY, first(town), moment())  # type: ignore[arg-type]


def post(town: Town, who: str, role: Role, by: Actor | None = None) -> Proposal:
    user = town.cast.users[who]
    return appointing.prepare_post(user, NewPosting(role), WHY, by or first(town), moment())


def decided(town: Town, held: Proposal, by: Actor | None = None) -> str:
    return decide_appointment(held, True, by or second(town), moment())


def alone(town: Town) -> None:
    """The second security administrator has left."""
    yesterday = moment().day - timedelta(days=1)
    Posting.objects.filter(user=town.cast.users["security2"]).update(until=yesterday)


def test_an_account_is_made_by_two_given_a_post_reset_and_ended_each_in_a_leaf_of_its_own(town: Town) -> None:
    password = decided(town, account(town))
    user = User.objects.get(username="yan")
    town.cast.users["yan"] = user
    more = decided(town, post(town, "yan", Role.REVIEWER))
    again = decided(town, appointing.prepare_reset(user, "遗失验证设备", first(town), moment()))
    held = Posting.objects.get(user=user, role=Role.LEADER)
    nothing = decided(town, prepare_end(held, "离任该岗位", first(town), moment()))

    user.refresh_from_db()
    assert (more, nothing, password != again, user.check_password(again)) == ("", "", True, True)
    assert [post.role for post in standing(user, moment().day)] == [Role.REVIEWER]
    kinds = list(Leaf.objects.filter(ref="yan").order_by("seq").values_list("kind", flat=True))
    assert kinds == ["account.make", "posting.make", "posting.make", "account.reset", "posting.end"]
    assert all('"alone":false' in leaf.body for leaf in Leaf.objects.filter(ref="yan"))
    assert not Leaf.objects.filter(body__contains=password).exists()
    assert not any(secret in str(one.facts) for one in Proposal.objects.all() for secret in (password, again))


def test_nothing_follows_before_the_second_nor_where_it_is_sent_back(town: Town) -> None:
    held = account(town)
    before = User.objects.filter(username="yan").exists()

    assert decide_appointment(held, False, second(town), moment()) == ""

    assert (before, User.objects.filter(username="yan").exists()) == (False, False)
    with refused("该申请已审定"):
        decided(town, held)


def test_one_waits_for_one_matter(town: Town) -> None:
    account(town)

    with refused("已有待审定的申请"):
        account(town, "另一人")


def test_only_a_security_administrator_has_a_hand_in_it(town: Town) -> None:
    held = account(town, "严示例", "yan2")
    expert = next(name for name in town.cast.users if name.startswith("expert-"))

    for who in ("system", "auditadmin", "officer", "government", "leader", expert):
        with refused("仅安全管理员可以办理"):
            post(town, "leader", Role.REVIEWER, town.actor(who))
        with refused("仅安全管理员可以办理"):
            decided(town, held, town.actor(who))


def test_nobody_prepares_what_is_their_own_in_whatever_account(town: Town) -> None:
    me = town.cast.users["security"].person
    other = User.objects.create(username="security-too", person=me)
    through = Actor(other.pk, me.pk if me else None, (Post(Role.SECURITY_ADMIN),))
    held = town.cast.users["security"].postings.get()

    for actor in (first(town), through):
        with refused(OWN):
            appointing.prepare_reset(town.cast.users["security"], WHY, actor, moment())
        with refused(OWN):
            appointing.prepare_reset(other, WHY, actor, moment())
        with refused(OWN):
            prepare_end(held, WHY, actor, moment())
        with refused(OWN):
            prepare_account("mine", Owner("孙安全", namesake=True), LEADER, WHY, actor, moment())


def test_nobody_decides_what_is_their_own_nor_sends_it_back(town: Town) -> None:
    user, own = town.cast.users["security2"], second(town)
    other = User.objects.create(username="security-too", person=user.person)
    through = Actor(other.pk, own.person, own.posts)
    waiting = (
        appointing.prepare_reset(user, WHY, first(town), moment()),
        prepare_end(user.postings.get(), WHY, first(town), moment()),
        prepare_account("his", Owner("韩安全", namesake=True), LEADER, WHY, first(town), moment()),
    )

    for held in waiting:
        for actor in (own, through):
            with refused(OWN):
                decided(town, held, actor)
            with refused(OWN):
                decide_appointment(held, False, actor, moment())


def test_what_was_prepared_by_who_stands_no_more_or_is_decided_by_such_is_refused(town: Town) -> None:
    held, yesterday = account(town), moment().day - timedelta(days=1)
    Posting.objects.filter(user=town.cast.users["security2"]).update(until=yesterday)
    with refused("仅安全管理员可以办理"):
        decided(town, held)

    Posting.objects.filter(user=town.cast.users["security2"]).update(until=None)
    Posting.objects.filter(user=town.cast.users["security"]).update(until=yesterday)
    with refused("经办人已不在岗"):
        decided(town, held)


def test_a_role_that_goes_with_no_other_is_refused_when_it_is_prepared_and_when_it_is_decided(
    town: Town,
) -> None:
    held = post(town, "leader", Role.REVIEWER)
    Posting.objects.create(user=town.cast.users["leader"], role=Role.AUDITOR, since=moment().day)

    with refused("不能兼任其所监督的岗位"):
        decided(town, held)


def test_no_two_that_do_not_go_together_are_ever_given(town: Town) -> None:
    """Every pair of the table, in both orders, through a second account of the same person."""
    person = Person.objects.create(name="兼任示例")
    one, two = (User.objects.create(username=f"both-{n}", person=person) for n in (1, 2))
    pairs = [(a, b) for pair in INCOMPATIBLE for a, b in ((min(pair), max(pair)), (max(pair), min(pair)))]
    business = [(role, role) for role in (Role.LEADER, Role.REVIEWER)]

    given = [pair for pair in (*pairs, *business) if prepared(town, one, two, *pair)]

    assert {frozenset(pair) for pair in pairs} >= {
        frozenset({administrator, role}) for administrator in ADMINISTRATORS for role in Role
    }
    assert given == business


def prepared(town: Town, one: User, two: User, held: Role, new: Role) -> bool:
    Posting.objects.filter(user=one).delete()
    Posting.objects.create(user=one, role=held, since=moment().day)
    try:
        appointing.prepare_post(two, NewPosting(Role(new)), WHY, first(town), moment())
    except Refused as no:
        return "兼任" not in no.said.zh and "不同人员" not in no.said.zh
    return True


def test_between_an_administrators_post_and_another_lie_thirty_days(town: Town) -> None:
    def given(who: str, role: Role, days_ago: int) -> bool:
        ended = moment().day - timedelta(days=days_ago)
        Posting.objects.filter(user=town.cast.users[who]).update(until=ended)
        try:
            with transaction.atomic():
                post(town, who, role)
        except Refused as no:
            return "须间隔 30 日" not in no.said.zh
        return True

    assert [given("system", Role.OFFICER, days) for days in (1, 30, 31)] == [False, False, True]
    assert [given("officer", Role.AUDIT_ADMIN, days) for days in (1, 30, 31)] == [False, False, True]
    assert [given("auditadmin", Role.AUDIT_ADMIN, 1), given("maker", Role.LEADER, 1)] == [True, True]


def test_a_post_that_ended_is_over_at_the_next_request_and_ends_once(town: Town) -> None:
    user = town.cast.users["officer"]
    held = user.postings.get()
    decided(town, prepare_end(held, "离任该岗位", first(town), moment()))

    assert actor_of(user, moment().day).roles == frozenset()
    with refused("该岗位已终止"):
        prepare_end(held, "离任该岗位", first(town), moment())


def test_an_account_reset_opens_nothing_with_what_it_had(town: Town) -> None:
    user = town.cast.users["officer"]
    _token, secret = make_token("试", ["read:cases"], 9, town.actor("officer"), moment())
    assert bearer(secret, moment()) is not None

    decided(town, appointing.prepare_reset(user, "遗失验证设备", first(town), moment()))

    assert bearer(secret, moment()) is None


def test_the_only_one_decides_alone_and_the_row_and_the_leaves_say_so(town: Town) -> None:
    alone(town)
    held = account(town)

    password = decided(town, held, first(town))

    held.refresh_from_db()
    assert (held.alone, held.granted, bool(password)) == (True, True, True)
    told = Leaf.objects.filter(kind__in=("proposal.decide", "account.make", "posting.make")).order_by("seq")
    assert ['"alone":true' in leaf.body for leaf in told] == [True, True, True]
    with refused(OWN):
        appointing.prepare_reset(town.cast.users["security"], WHY, first(town), moment())


def test_from_the_second_on_it_takes_both(town: Town) -> None:
    alone(town)
    held = account(town)
    Posting.objects.filter(user=town.cast.users["security2"]).update(until=None)

    with refused("须由不同人员完成|Another person must"):
        decided(town, held, first(town))
    assert decided(town, held)


def test_the_database_lets_one_person_decide_alone_on_nothing_else(town: Town) -> None:
    held = account(town)
    row = Proposal.objects.filter(pk=held.pk)
    own = {
        "decided_by": held.prepared_by_id, "decided_person": held.prepared_person_id,
        "decided_at": moment().at, "granted": True,
    }  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(**own, alone=False)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.update(**own, alone=True, kind="ruling")
    row.update(**own, alone=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.update(granted=False)


@pytest.mark.parametrize(
    ("username", "name", "said"),
    [("a b", "严示例", "账号名为"), ("y" * 41, "严示例", "账号名为"), ("officer", "严示例", "已存在"),
     ("yan", " ", "请填写姓名"), ("yan", "吴领导", "吴领导已有账号")],
)  # fmt: skip
def test_what_is_no_account_is_refused_at_once(town: Town, username: str, name: str, said: str) -> None:
    with refused(said):
        account(town, name, username)


def test_why_is_said(town: Town) -> None:
    with refused("请写明事由"):
        prepare_account("yan", Owner("严示例"), LEADER, " ", first(town), moment())


def test_an_account_of_nobody_is_given_no_post(town: Town) -> None:
    town.cast.users["nobody"] = User.objects.create(username="nobody")

    with refused("未关联自然人"):
        post(town, "nobody", Role.LEADER)
