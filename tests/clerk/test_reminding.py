"""Employers are reminded of matches that are due; what runs under a revoked title stands still."""

from datetime import timedelta

import pytest

from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.reminding import remind_matches
from gongjiang.office.honours.models import Certificate
from gongjiang.office.post.models import Letter
from gongjiang.office.registry.models import Person, Posting
from gongjiang.web.demo.cast import SINCE
from gongjiang.web.demo.deploying import stand_up, walkable
from gongjiang.web.demo.money import matches
from tests.clerk.by_two import revoke
from tests.town import Town

pytestmark = pytest.mark.both


def test_who_owes_a_match_soon_is_reminded_once_a_month(town: Town) -> None:
    walk = town.walked("conferred")
    dues = matches(town.cast, walk.day)
    for unit in {due.employer for due in dues}:
        user = town.cast.account(
            f"clerk-{unit.pk}", "单位经办", Person.objects.create(name="单位经办", employer=unit)
        )
        Posting.objects.create(user=user, role=Role.EMPLOYER, organisation=unit, since=SINCE)
    now = Moment(walk.day, walk.now.at)

    written = remind_matches(now)

    assert written == Letter.objects.filter(subject="单位配套催办").count() > 0
    assert remind_matches(now) == 0
    later = Moment(walk.day + timedelta(days=31), walk.now.at + timedelta(days=31))
    assert remind_matches(later) >= written


def test_a_studio_stands_still_when_the_title_of_its_head_is_revoked(town: Town) -> None:
    day = town.walked("conferred").day
    certificate = Certificate.objects.select_related("honour__person__employer", "honour__case")[0]
    walk = stand_up(town.cast, certificate, day)
    scheme = next(s for s in walkable() if s.procedure.name == "studio")
    case = walk.go(walk.begin(scheme), scheme)

    revoke(certificate.honour, walk.cast, walk.now)

    held = Case.objects.get(pk=case.pk)
    assert held.state == State.SUSPENDED
    assert held.events.last().note == "领办人称号撤销，暂停运行"
