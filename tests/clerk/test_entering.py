"""The day of issue is read off the document by two; by one alone only while the house has nobody else."""

from datetime import date, timedelta

import pytest

from gongjiang.law.terms import Role
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.clerk.entering import decide_term, prepare_term
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.models import Posting, Proposal
from gongjiang.plans import plans
from tests.clerk.duty_ground import moment
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
PLAN = plans()[0]
ISSUED = date(2022, 11, 30)


def entered(town: Town, version: str = "1", document: str = "示例〔2022〕9号") -> Proposal:
    return prepare_term(PLAN, version, ISSUED, document, town.actor("officer"), moment())


def test_it_holds_once_another_has_read_it_too(town: Town) -> None:
    held, before = entered(town), PlanTerm.objects.get().issued_on

    made = decide_term(held, True, town.actor("officer2"), moment())

    assert made is not None
    assert (before != ISSUED, made.issued_on, made.document) == (True, ISSUED, "示例〔2022〕9号")
    assert Leaf.objects.filter(kind="term.enter", body__contains=held.ref).count() == 1


def test_sent_back_nothing_holds(town: Town) -> None:
    before = PlanTerm.objects.get().issued_on

    assert decide_term(entered(town), False, town.actor("government"), moment()) is None
    assert PlanTerm.objects.get().issued_on == before


def test_a_new_version_takes_over_from_the_last(town: Town) -> None:
    made = decide_term(entered(town, "2"), True, town.actor("government"), moment())

    assert PlanTerm.objects.get(version="1").successor == made


def test_who_may_not_and_what_is_wanting_is_refused(town: Town) -> None:
    with refused("请填写版本和文号"):
        entered(town, document=" ")
    held = entered(town)
    with refused("仅审定人、市局经办可以办理"):
        decide_term(held, True, town.actor("leader"), moment())
    with refused("须由不同人员完成"):
        decide_term(held, True, town.actor("officer"), moment())


def test_who_is_alone_in_the_house_enters_it_alone_and_the_record_says_so(town: Town) -> None:
    mine = town.cast.users["officer"]
    others = Posting.objects.filter(role__in=(Role.OFFICER, Role.GOVERNMENT)).exclude(user=mine)
    others.update(until=moment().day - timedelta(days=1))
    held = entered(town)

    assert decide_term(held, True, town.actor("officer"), moment()) is not None

    held.refresh_from_db()
    assert (held.alone, PlanTerm.objects.get().issued_on) == (True, ISSUED)
    assert '"alone":true' in Leaf.objects.get(kind="term.enter").body
