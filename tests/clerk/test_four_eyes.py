"""Four eyes cannot be folded: who began does not finish, whatever account, role or post they come back in.

Steps of cases are in tests/law/test_four_eyes.py; erasing and emergencies in files of their own.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gongjiang.law.capital import capital
from gongjiang.law.duties import ADMINISTRATORS, INCOMPATIBLE
from gongjiang.law.duty import OrderAct
from gongjiang.law.money import yuan
from gongjiang.law.policy import ACTS, may
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.office.clerk import (
    annulling,
    appointing,
    entering,
    expert_accounts,
    orders,
    paying,
    paying_asks,
    performance,
    results,
    revoking,
    ruling,
    stories,
    succeeding,
)
from gongjiang.office.clerk.drawing import commit_draw, draw_panels
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.objections import close_objection, object_to
from gongjiang.office.clerk.orders import Matter
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.staffing import NewPosting, Owner
from gongjiang.office.clerk.targets import Owner as TargetOwner
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.freezing import freeze
from gongjiang.office.ledger.models import Asked, PendingAct
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import Proposal, Result, ResultRuling, User
from gongjiang.office.review.models import Draw
from gongjiang.plans import plans
from tests.clerk.contest_ground import Ground
from tests.clerk.duty_ground import PLAN, Duties, moment
from tests.clerk.test_expert_accounts import new_expert
from tests.clerk.test_performance import LINE, OVER, goal
from tests.clerk.test_stories import drafted, person_of
from tests.objections import looked_into
from tests.town import Town
from tests.treasury import Treasury

pytestmark = pytest.mark.both
HANDS = re.compile("不同人员|本人|账号未关联自然人")
Second = Callable[[Actor], object]
Act = tuple[Actor, Role, Second]
"""Who began, the role in which it is finished, and finishing it."""


def draw(town: Town) -> Act:
    walk = town.walked("screened", many=3)
    held = commit_draw(walk.round, "双色球下一期", f"{walk.day}T10:01", walk.who("officer"), walk.now)
    after = Moment(walk.day, walk.now.at + timedelta(hours=1))
    finish: Second = lambda actor: draw_panels(held, "3.8.14", "公证员", actor, after)  # noqa: E731
    return walk.who("officer"), Role.SUPERVISOR, finish


def verify_results(town: Town) -> Act:
    ground = Ground(town)
    ground.filed(ground.entered(1), rank=1)
    actor, now = ground.who("officer")
    return actor, Role.REVIEWER, lambda other: results.verify(ground.edition, other, now)


def annul_result(town: Town) -> Act:
    ground = Ground(town)
    result = ground.published(ground.entered(1), medal="gold")
    actor, now = ground.who("officer")
    ruling = annulling.prepare(result, "annul", "违纪", "示例竞撤〔2026〕1号", actor, now)
    return actor, Role.GOVERNMENT, lambda other: annulling.decide(ruling, True, other, now)


def revoke_a_title(town: Town) -> Act:
    walk = town.walked("conferred", many=1, places=1)
    told = ("fraud", "示例撤〔2026〕1号", walk.day, "经核实属实")
    held = revoking.prepare_revocation(Honour.objects.get(), *told, walk.who("officer"), walk.now)
    finish: Second = lambda other: revoking.decide_revocation(held, True, other, walk.now)  # noqa: E731
    return walk.who("officer"), Role.GOVERNMENT, finish


def sign_a_ruling(town: Town) -> Act:
    told = ("long_service", "5", moment().day, "王审定", "示例纪要")
    held = ruling.prepare_ruling(plans()[0], *told, town.actor("officer"), moment())
    return town.actor("officer"), Role.GOVERNMENT, lambda other: ruling.sign(held, True, other, moment())


def enter_the_day_of_issue(town: Town) -> Act:
    told = ("1", moment().day, "示例〔2022〕1号")
    held = entering.prepare_term(plans()[0], *told, town.actor("officer"), moment())
    finish: Second = lambda other: entering.decide_term(held, True, other, moment())  # noqa: E731
    return town.actor("officer"), Role.GOVERNMENT, finish


def let_a_version_follow(town: Town) -> Act:
    told = succeeding.Version("2", "第二期", "示例〔2027〕2号", date(2027, 12, 1), 3)
    held = succeeding.prepare_version(plans()[0], told, town.actor("officer"), moment())
    finish: Second = lambda other: succeeding.decide_version(held, True, other, moment())  # noqa: E731
    return town.actor("officer"), Role.GOVERNMENT, finish


def security(town: Town, held: Proposal) -> Act:
    finish: Second = lambda other: appointing.decide_appointment(held, True, other, moment())  # noqa: E731
    return town.actor("security"), Role.SECURITY_ADMIN, finish


def open_an_account(town: Town) -> Act:
    told = ("leader9", Owner("严示例"), NewPosting(Role.LEADER), "新任领导")
    return security(town, appointing.prepare_account(*told, town.actor("security"), moment()))


def give_an_expert_an_account(town: Town) -> Act:
    held = expert_accounts.prepare_expert(new_expert().person, town.actor("officer"), moment())
    return town.actor("officer"), Role.SECURITY_ADMIN, security(town, held)[2]


def give_a_post(town: Town) -> Act:
    told = (town.cast.users["leader"], NewPosting(Role.NOMINATOR, "420102"), "兼任推荐单位经办")
    return security(town, appointing.prepare_post(*told, town.actor("security"), moment()))


def end_a_post(town: Town) -> Act:
    post = town.cast.users["leader"].postings.get()
    return security(town, appointing.prepare_end(post, "离任该岗位", town.actor("security"), moment()))


def reset_an_account(town: Town) -> Act:
    told = (town.cast.users["leader"], "遗失验证设备")
    return security(town, appointing.prepare_reset(*told, town.actor("security"), moment()))


def close_an_objection(town: Town) -> Act:
    walk = town.walked("noticed", many=2, places=1)
    held = object_to(Entry.objects.all()[0], "person", "请核实。", "实名者", walk.now)
    looked_into(held, walk.who("officer2"), walk.now)
    finish: Second = lambda other: close_objection(held, "rejected", "经查", other, walk.now)  # noqa: E731
    return walk.who("officer2"), Role.REVIEWER, finish


def publish_a_story(town: Town) -> Act:
    walk = town.walked("conferred", many=2, places=2)
    story = drafted(walk)
    stories.consent(story, story.sha256, person_of(walk, story), walk.now)
    return walk.who("officer"), Role.REVIEWER, lambda other: stories.publish(story, other, walk.now)


def confirm_a_goal(town: Town) -> Act:
    made = goal(town, confirmed=False)
    finish: Second = lambda other: performance.confirm_goal(made, other, moment())  # noqa: E731
    return town.actor("maker"), Role.FINANCE_CHECKER, finish


def confirm_an_evaluation(town: Town) -> Act:
    goal(town)
    made = performance.evaluate(LINE, 88, "达到", "keep", town.actor("maker"), moment(OVER))
    finish: Second = lambda other: performance.decide(made, "", other, moment(OVER))  # noqa: E731
    return town.actor("maker"), Role.FINANCE_CHECKER, finish


def close_an_order(town: Town) -> Act:
    Duties(town)
    owner = TargetOwner(department="housing")
    held = orders.issue(PLAN, owner, Matter("2.4.5", "逾期", 5), town.actor("supervisor"), moment())
    for act in (OrderAct.RECEIVE, OrderAct.MEND):
        orders.take(held, act, "已整改", town.actor("dep-housing"), moment())
    finish: Second = lambda other: orders.take(held, OrderAct.CLOSE, "销号", other, moment())  # noqa: E731
    return town.actor("dep-housing"), Role.OFFICER, finish


CLERK = (
    draw, verify_results, annul_result, revoke_a_title, sign_a_ruling, close_an_objection, publish_a_story,
    confirm_a_goal, confirm_an_evaluation, close_an_order, enter_the_day_of_issue, let_a_version_follow,
    open_an_account, give_an_expert_an_account, give_a_post, end_a_post, reset_an_account,
)  # fmt: skip


def again(first: Actor, role: Role, other: int) -> dict[str, Actor]:
    post = Post(role)
    return {
        "the same account with both roles": Actor(first.user, first.person, (*first.posts, post)),
        "a second account of the same person": Actor(other, first.person, (post,)),
        "the same person in a new role": Actor(first.user, first.person, (post,)),
        "an account of nobody": Actor(other, None, (post,)),
    }


def folded(act: Act) -> list[str]:
    """The ways in which one person got through alone."""
    first, role, finish = act
    other = User.objects.get_or_create(username="second-account")[0].pk
    return [how for how, actor in again(first, role, other).items() if not refuses(finish, actor)]


def refuses(finish: Second, actor: Actor) -> bool:
    """For the sake of its hands, and of nothing else."""
    try:
        with transaction.atomic():
            finish(actor)
    except Refused as no:
        return bool(HANDS.search(no.said.zh))
    return False


@pytest.mark.parametrize("prepared", CLERK)
def test_who_began_an_act_of_the_office_does_not_finish_it(
    prepared: Callable[[Town], Act], town: Town
) -> None:
    act = prepared(town)

    assert folded(act) == []
    names = {Role.SUPERVISOR: "supervisor", Role.GOVERNMENT: "government", Role.REVIEWER: "reviewer",
             Role.FINANCE_CHECKER: "checker", Role.OFFICER: "officer",
             Role.SECURITY_ADMIN: "security2"}  # fmt: skip
    act[2](town.actor(names[act[1]]))


@pytest.mark.parametrize("kind", list(Asked))
def test_who_entered_a_matter_of_money_does_not_confirm_it(kind: Asked, town: Town) -> None:
    maker = town.actor("maker")
    held = PendingAct.objects.create(kind=kind, key=f"{kind}:x", maker_id=maker.person, made_at=moment().at)

    assert (
        folded((maker, Role.FINANCE_CHECKER, lambda other: paying_asks.confirm(held, other, moment()))) == []
    )
    assert folded_declines(held, maker)
    with pytest.raises(IntegrityError), transaction.atomic():
        PendingAct.objects.filter(pk=held.pk).update(
            checker_id=maker.person, state="confirmed", decided_at=moment().at
        )


def folded_declines(held: PendingAct, maker: Actor) -> bool:
    alone = Actor(maker.user, maker.person, (Post(Role.FINANCE_CHECKER),))
    return refuses(lambda actor: paying_asks.decline(held, "不符", actor, moment()), alone)


def payer(treasury: Treasury, name: str, *roles: Role) -> Actor:
    person = treasury.person(name)
    user = User.objects.get_or_create(username=f"of-{name}", defaults={"person": person})[0]
    return Actor(user.pk, person.pk, tuple(Post(role) for role in roles))


def test_a_batch_is_checked_and_approved_by_others_and_never_by_its_payee(treasury: Treasury) -> None:
    treasury.fund(yuan(1_000_000))
    batch = freeze(treasury.locked(treasury.owed(2)), "csv", treasury.hand("经办甲"))
    payee = batch.rows.all()[0].payable.person
    now, words = Moment(treasury.day, treasury.hand("经办甲").at), capital(batch.total)
    maker, checker = payer(treasury, "经办甲"), payer(treasury, "复核乙", Role.FINANCE_CHECKER)
    theirs = Actor(checker.user, payee.pk, (Post(Role.FINANCE_CHECKER), Post(Role.FINANCE_APPROVER)))

    def checks(actor: Actor) -> object:
        return paying.check(batch, batch.sha256, actor, now)

    def approves(actor: Actor) -> object:
        return paying.approve(batch, batch.sha256, words, actor, now)

    assert folded((maker, Role.FINANCE_CHECKER, checks)) == []
    assert refuses(checks, theirs)
    checks(checker)
    batch.refresh_from_db()
    assert folded((maker, Role.FINANCE_APPROVER, approves)) == []
    assert folded((checker, Role.FINANCE_APPROVER, approves)) == []
    assert refuses(approves, theirs)
    for who in ("checker", "approver"):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(batch).objects.filter(pk=batch.pk).update(**{who: batch.maker_id})
    approves(payer(treasury, "审批丙", Role.FINANCE_APPROVER))


def test_results_are_held_apart_by_the_database_too(town: Town) -> None:
    ground = Ground(town)
    result = ground.filed(ground.entered(1), rank=1)
    published = ground.published(ground.entered(2), medal="gold")
    ruling = annulling.prepare(published, "annul", "违纪", "示例〔2026〕1号", *ground.who("officer"))

    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.filter(pk=result.pk).update(verified_by=result.filed_by_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResultRuling.objects.filter(pk=ruling.pk).update(decided_by=ruling.prepared_by_id)


TWO_PEOPLE = (
    "another_hand_confirms", "another_hand_confirms_a_row", "another_hand_publishes_a_story",
    "another_hand_draws",
    "another_hand_confirms_a_goal", "another_hand_confirms_an_evaluation", "evidence_takes_two_people",
    "an_exemption_takes_two_people", "a_pending_act_takes_two_people", "batch_checked_by_another",
    "batch_approved_by_another", "a_close_takes_two_people", "transfer_takes_two_people",
    "a_reply_takes_two_people", "an_item_takes_two_people", "another_hand_verifies_a_result",
    "another_hand_decides_on_a_result", "an_emergency_has_two_people", "two_people_erase",
    "a_proposal_takes_two_people",
)  # fmt: skip


def test_the_database_holds_every_pair_of_hands_apart(db: None) -> None:
    """Read from the database itself, not from the models."""
    asked = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'table'",
        "postgresql": "SELECT conname::text FROM pg_constraint WHERE contype = 'c'",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        told = " ".join(str(one) for (one,) in cursor.fetchall())

    assert [name for name in TWO_PEOPLE if name not in told] == []


@pytest.mark.parametrize(("one", "other"), list(product(sorted(ADMINISTRATORS), sorted(Role))))
def test_an_administrator_goes_with_no_other_role(one: Role, other: Role) -> None:
    assert frozenset({one, other}) in INCOMPATIBLE


@pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
def test_an_administrator_may_do_nothing_of_the_business(one: Role) -> None:
    actor = Actor(1, 1, (Post(one),))
    business = {act for act, roles in ACTS.items() if not set(roles) & ADMINISTRATORS}

    assert [act for act in business if may(actor, act)] == []
    assert {act for act in ACTS if may(actor, act)} <= {"account.make", "journal.verify", "disclosure.see"}


def test_where_the_record_cannot_be_written_nothing_is_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, finish = draw(town)

    def broken(*args: object, **kwargs: object) -> None:
        raise DatabaseError("the record is away")

    monkeypatch.setattr("gongjiang.office.clerk.drawing.record", broken)
    with pytest.raises(DatabaseError), transaction.atomic():
        finish(town.actor("supervisor"))
    monkeypatch.undo()

    assert not Draw.objects.filter(state=Draw.State.DRAWN).exists()
    finish(town.actor("supervisor"))
