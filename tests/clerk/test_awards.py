"""The catalogue of awards: whom each suits, by the rules of recommendation; the reserve pool beside it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongjiang.law.terms import State
from gongjiang.office.clerk.awards import NewAward, candidates, keep_award, propose
from gongjiang.office.honours.models import Certificate
from gongjiang.office.registry.models import Award, HeldHonour
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import Straight
from gongjiang.web.desk.awards import pooled
from tests.clerk.standing import refused
from tests.town import Town


@pytest.fixture
def walk(town: Town) -> Straight:
    day = town.walked("conferred").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


def new(walk: Straight) -> NewAward:
    window = walk.day - timedelta(days=1), walk.day + timedelta(days=30)
    return NewAward("江城示例奖", "Example Prize", "province", "示例厅", *window, 2, False, "从业满五年")


def kept(walk: Straight, **changes: object) -> Award:
    return keep_award(replace(new(walk), **changes), walk.cast.actor("officer", walk.day), walk.now)


def test_an_open_award_suits_every_craftsman_who_has_not_won_it(walk: Straight) -> None:
    award = kept(walk)
    first = Certificate.objects.select_related("honour")[0]
    HeldHonour.objects.create(person=first.honour.person, printed=award.name)

    found = candidates(award, walk.day)

    assert len(found) == Certificate.objects.count()
    assert [one.certificate.number for one in found if one.against] == [first.number]


def test_an_award_that_is_closed_suits_nobody(walk: Straight) -> None:
    award = kept(walk, closes_on=walk.day - timedelta(days=1), opens_on=walk.day - timedelta(days=9))

    assert all(one.against for one in candidates(award, walk.day))


def test_who_is_matched_is_proposed_with_one_act(walk: Straight) -> None:
    award = kept(walk)
    number = candidates(award, walk.day)[0].certificate.number

    case = propose(award, number, walk.cast.actor("officer", walk.day), walk.now)

    assert (case.state, case.answers["award"]) == (State.DRAFT, award.name)


def test_an_award_is_entered_anew_under_its_name(walk: Straight) -> None:
    kept(walk)
    kept(walk, places=5)

    assert Award.objects.get(name="江城示例奖").places == 5


def test_an_award_that_closes_before_it_opens_is_refused(walk: Straight) -> None:
    with refused("截止日期早于开始日期"):
        kept(walk, closes_on=walk.day - timedelta(days=9))


def test_whom_an_employer_honoured_joins_the_pool_once_filed(walk: Straight) -> None:
    scheme = next(s for s in walkable() if any(log.feeds_pool for log in s.logs))
    case = walk.go(walk.begin(scheme), scheme, until=State.SUBMITTED)
    assert list(pooled("")) == []

    walk.go(case, scheme)

    assert [row.person.name for row in pooled("徒弟")] == ["徒弟示例"]
