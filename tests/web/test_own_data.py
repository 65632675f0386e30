"""Everything that is held about oneself, for oneself alone, and nothing of anybody else."""

import json

import pytest
from django.urls import reverse

from gongjiang.office.honours.models import Certificate
from gongjiang.office.journal.models import Leaf
from gongjiang.web.demo.deploying import stand_up
from gongjiang.web.demo.straight import Straight
from tests.town import Town


@pytest.fixture
def walk(town: Town, demo_clock: None) -> Straight:
    day = town.walked("rewarded").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


def test_a_craftsman_takes_all_that_is_held_about_them(walk: Straight, town: Town) -> None:
    person = town.cast.users["craftsman"].person
    assert person is not None

    answer = town.client("craftsman").post(reverse("desk:own_data"))

    told = json.loads(answer.content)
    assert told["person"]["identity_number"] == person.id_number
    assert told["registers"]["titles"][0]["certificate__number"] == walk.certificate
    assert [case["scheme"] for case in told["cases"]] == ["craftsman-selection", "craftsman-reward"]
    assert told["money"]["owed_fen"][0]["amount"] == 30_000_000
    assert answer["Cache-Control"] == "no-store"


def test_that_it_was_taken_stands_in_the_record(walk: Straight, town: Town) -> None:
    town.client("craftsman").post(reverse("desk:own_data"))

    assert Leaf.objects.filter(kind="person.export").count() == 1


def test_no_link_fetches_it(walk: Straight, town: Town) -> None:
    assert town.client("craftsman").get(reverse("desk:own_data")).status_code == 405


def test_nothing_of_anybody_else_is_in_it(walk: Straight, town: Town) -> None:
    person = town.cast.users["craftsman"].person
    assert person is not None
    others = Certificate.objects.exclude(honour__person=person).values_list("name", "number")

    told = town.client("craftsman").post(reverse("desk:own_data")).content.decode()

    assert [number for _, number in others if number in told] == []
    assert "mark" not in told
