"""Every scheme that somebody may ask for is walked from its start to its end, through the door."""

import pytest

from gongjiang.law.scheme import Scheme
from gongjiang.office.cases.models import Case
from gongjiang.office.honours.models import Certificate
from gongjiang.web.demo.deploying import assess, rests_on_studio, stand_up, walkable
from gongjiang.web.demo.straight import Straight
from tests.town import Town

SCHEMES = [pytest.param(scheme, id=scheme.slug) for scheme in walkable()]


@pytest.fixture
def walk(town: Town) -> Straight:
    day = town.walked("conferred").day
    return stand_up(town.cast, Certificate.objects.select_related("honour__person__employer")[0], day)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_is_walked_to_its_goal(walk: Straight, scheme: Scheme) -> None:
    if rests_on_studio(scheme):
        studio = next(one for one in walkable() if one.procedure.name == "studio")
        assess(walk, walk.go(walk.begin(studio), studio), studio)

    case = walk.go(walk.begin(scheme), scheme)

    assert Case.objects.get(pk=case.pk).state == scheme.procedure.main[-1]
