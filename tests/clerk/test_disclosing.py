"""A whole number is read for a reason, so many an hour, and recorded; an emergency takes two people."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.clerk.authority import actor_of
from gongjiang.office.clerk.disclosing import HOURLY, agree_emergency, ask_emergency, disclose
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Disclosure, Emergency, Person, Posting, User
from tests.town import TODAY, Town

pytestmark = pytest.mark.both
WHY = "核对证书信息"


@pytest.fixture
def now(town: Town) -> Moment:
    return town.round().now


@pytest.fixture
def worker(town: Town) -> Person:
    return town.workers(1)[0]


@pytest.fixture
def officer(town: Town) -> Actor:
    return town.actor("officer")


@pytest.fixture
def spent(worker: Person, officer: Actor, now: Moment) -> None:
    Disclosure.objects.bulk_create(
        Disclosure(person=worker, by_id=officer.user or 0, at=now.at, reason=WHY) for _ in range(HOURLY)
    )


def later(now: Moment, minutes: int) -> Moment:
    return replace(now, at=now.at + timedelta(minutes=minutes))


def second_account(town: Town, who: str) -> Actor:
    first = town.cast.users[who]
    user = User.objects.create(username="second", person=first.person)
    Posting.objects.create(user=user, role=Role.OFFICER, since=TODAY)
    return actor_of(user, TODAY)


def test_the_number_is_given_with_a_leaf_that_does_not_hold_it(worker, officer, now) -> None:
    number = disclose(worker, WHY, officer, now)

    leaf = Leaf.objects.get(kind="person.unmask")
    assert (number, leaf.ref, WHY in leaf.body) == (worker.id_number, worker.ref, True)
    assert number not in leaf.body


@pytest.mark.parametrize("reason", ["", "   ", "x"])
def test_no_reason_no_number(reason: str, worker, officer, now) -> None:
    with pytest.raises(Refused, match="事由"):
        disclose(worker, reason, officer, now)


@pytest.mark.parametrize("who", ["supervisor", "maker", "system", "security", "auditadmin", "leader"])
def test_whose_work_does_not_need_it_is_refused(who: str, town: Town, worker, now) -> None:
    with pytest.raises(Refused, match="仅"):
        disclose(worker, WHY, town.actor(who), now)


def test_so_many_an_hour_by_the_person_whatever_their_accounts(spent, town, worker, officer, now) -> None:
    for actor in (officer, second_account(town, "officer")):
        with pytest.raises(Refused, match="30"):
            disclose(worker, WHY, actor, later(now, 59))

    assert disclose(worker, WHY, officer, later(now, 61)) == worker.id_number


def test_an_emergency_of_two_lifts_the_limit_for_an_hour(spent, town, worker, officer, now) -> None:
    asked = ask_emergency("系统故障，需逐一核对", officer, now)
    with pytest.raises(Refused, match="30"):
        disclose(worker, WHY, officer, now)
    agree_emergency(asked, town.actor("supervisor"), now)

    assert disclose(worker, WHY, officer, later(now, 50)) == worker.id_number
    assert Disclosure.objects.filter(emergency=asked).count() == 1
    disclose(worker, WHY, officer, later(now, 60))
    assert Disclosure.objects.filter(emergency=asked).count() == 1


def test_nobody_agrees_to_their_own_emergency(town, officer, now) -> None:
    asked = ask_emergency("系统故障，需逐一核对", officer, now)
    both = replace(officer, posts=town.actor("supervisor").posts)

    for actor in (both, replace(both, user=town.actor("supervisor").user)):
        with pytest.raises(Refused, match="不同人员"):
            agree_emergency(asked, actor, now)
    with pytest.raises(Refused, match="仅"):
        agree_emergency(asked, town.actor("officer2"), now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.update(agreed_by=officer.user, until=now.at)


def test_an_old_asking_is_agreed_to_by_nobody(town, officer, now) -> None:
    asked = ask_emergency("系统故障，需逐一核对", officer, now)

    with pytest.raises(Refused, match="过期"):
        agree_emergency(asked, town.actor("supervisor"), later(now, 61))


def test_what_was_read_is_not_taken_out_of_the_list(worker, officer, now) -> None:
    disclose(worker, WHY, officer, now)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Disclosure.objects.update(reason="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Disclosure.objects.all()._raw_delete("default")
