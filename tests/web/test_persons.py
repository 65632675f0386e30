"""A person's page: one line of life, what next, for themself and the office; nothing of what is confined."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongjiang.office.honours.models import Certificate
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.straight import Straight
from tests.town import Town

MOST = 90


@pytest.fixture
def walk(town: Town, demo_clock: None) -> Straight:
    day = town.walked("rewarded").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


def page(walk: Straight, town: Town, who: str, language: str = "zh-hans") -> str:
    person = walk.cast.users["craftsman"].person
    assert person is not None
    return town.client(who, language).get(reverse("desk:person", args=[person.ref])).content.decode()


def test_a_craftsman_sees_how_they_came_here(walk: Straight, town: Town) -> None:
    told = page(walk, town, "craftsman")

    for word in ("高级技师", "武汉工匠", "一次性奖励", "下一步", "正高级职称直报"):
        assert word in told


def test_it_is_told_in_english_as_well(walk: Straight, town: Town) -> None:
    assert "What next" in page(walk, town, "officer", "en")


@pytest.mark.parametrize("who", ["unit", "maker", "housing"])
def test_others_do_not_find_it(walk: Straight, town: Town, who: str) -> None:
    person = walk.cast.users["craftsman"].person
    assert person is not None

    assert town.client(who).get(reverse("desk:person", args=[person.ref])).status_code == 404


def test_what_is_confined_is_not_told_to_others(walk: Straight, town: Town) -> None:
    scheme = next(s for s in walkable() if s.procedure.name == "civic")
    case = walk.go(walk.begin(scheme), scheme)

    assert case.number in page(walk, town, "craftsman")
    assert case.number not in page(walk, town, "leader")


def test_a_long_life_takes_no_more_statements_than_a_short_one(walk: Straight, town: Town) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(walk, town, "officer")
        return len(asked)

    counted()
    before = counted()
    for scheme in walkable()[:4]:
        walk.go(walk.begin(scheme), scheme)

    assert counted() <= before
    assert before <= MOST
