"""Who was kept long enough is erased by two people; the record still verifies, and what must stay stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.retention import BY_NAME, RULES
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.retaining import ask_retirement, carry_out, due
from gongjiang.office.journal.exporting import bundle
from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import Person, Retirement
from gongjiang.web.console.journal import verified
from tests.reliability.test_record import whole
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def round_over(town: Town) -> Moment:
    """A round of two nominees and one place, with the reward, three years and a day ago."""
    walk = town.walked("rewarded", many=2, places=1)
    return Moment(walk.day + timedelta(days=3 * 366), walk.now.at + timedelta(days=3 * 366))


@pytest.fixture
def unselected(round_over: Moment) -> Person:
    return Case.objects.get(state=State.NOT_SELECTED).person


@pytest.fixture
def asked(unselected: Person, town: Town, round_over: Moment) -> Retirement:
    return ask_retirement(unselected, "保存期满", town.actor("officer"), round_over)


def test_every_class_says_how_long_on_what_ground_and_whether_that_is_assumed() -> None:
    assert all(one.said.zh and one.ground.zh and one.ground.en for one in RULES)
    assert (BY_NAME["money"].years, BY_NAME["money"].assumed, BY_NAME["ended"].assumed) == (30, False, True)


@pytest.mark.parametrize(("last", "until"), [((2026, 3, 2), (2029, 3, 2)), ((2024, 2, 29), (2027, 3, 1))])
def test_years_end_on_the_same_day(last: tuple[int, int, int], until: tuple[int, int, int]) -> None:
    assert BY_NAME["ended"].ends(date(*last)) == date(*until)
    assert BY_NAME["titled"].ends(date(*last)) is None


def test_only_those_are_due_whose_time_is_up(unselected: Person, round_over: Moment) -> None:
    last = Event.objects.filter(case__person=unselected).latest("pk").on

    assert [person for person, _ in due(round_over.day)] == [unselected]
    assert list(due(last.replace(year=last.year + 3) - timedelta(days=1))) == []


def test_what_was_personal_is_gone_and_the_record_still_verifies(
    asked: Retirement, unselected: Person, town: Town, round_over: Moment
) -> None:
    name, case = unselected.name, Case.objects.get(person=unselected)
    assert Leaf.objects.filter(ref=case.ref).exists()

    carry_out(asked, town.actor("reviewer"), round_over)

    gone = Person.objects.get(pk=unselected.pk)
    assert (gone.id_number, gone.phone, gone.id_index, gone.birth, gone.employer) == (
        "",
        "",
        None,
        None,
        None,
    )
    assert name not in gone.name
    assert Case.objects.get(pk=case.pk).answers == {}
    assert not Leaf.objects.filter(ref__in=[case.ref, unselected.ref]).exists()
    assert first_fault() is None
    assert verified()["whole"] is True
    assert whole(bundle(round_over.at)) == (0, "", "", 0)
    assert list(due(round_over.day)) == []


def test_who_was_paid_is_kept_for_thirty_years(town: Town, round_over: Moment) -> None:
    paid = Payable.objects.all()[0].person

    with pytest.raises(Refused, match="30 年"):
        ask_retirement(paid, "本人要求", town.actor("officer"), round_over)


def test_who_has_a_case_that_is_open_is_kept(town: Town) -> None:
    walk = town.nominated(many=1)

    with pytest.raises(Refused, match="在办"):
        ask_retirement(Case.objects.all()[0].person, "本人要求", town.actor("officer"), walk.now)


def test_one_person_never_erases(asked: Retirement, town: Town, round_over: Moment) -> None:
    officer, reviewer = town.actor("officer"), town.actor("reviewer")

    for actor in (replace(officer, posts=reviewer.posts), replace(reviewer, person=officer.person)):
        with pytest.raises(Refused, match="不同人员"):
            carry_out(asked, actor, round_over)
    with pytest.raises(Refused, match="仅"):
        carry_out(asked, town.actor("officer2"), round_over)
    with pytest.raises(IntegrityError), transaction.atomic():
        Retirement.objects.update(done_by=officer.user, done_at=round_over.at)


def test_it_is_done_once_and_stays_told(asked: Retirement, town: Town, round_over: Moment) -> None:
    carry_out(asked, town.actor("reviewer"), round_over)

    with pytest.raises(Refused, match="已经执行"):
        carry_out(asked, town.actor("reviewer"), round_over)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Retirement.objects.all()._raw_delete("default")
