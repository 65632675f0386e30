"""What a decision puts upon the employer, and what it pays in the next year, carried out by the clerk."""

from dataclasses import replace
from datetime import date

import pytest

from gongjiang.law.effect import Match, Pay
from gongjiang.law.money import yuan
from gongjiang.law.terms import Fund, State
from gongjiang.office.clerk.effects import CARRIERS, Act
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger.matches import standing
from gongjiang.office.ledger.models import MatchDue, Payable
from gongjiang.plans import plans
from gongjiang.web.demo.city import account
from gongjiang.web.demo.journey import following
from tests.clerk.by_two import revoke
from tests.town import Town

pytestmark = [pytest.mark.both, pytest.mark.django_db]
CLAUSE = "2.2.2"


@pytest.fixture
def walk(town: Town):
    return town.walked("conferred", 3, places=3)


def act_of(walk, who="government", day=None):
    plan, now = plans()[0], walk.now
    return Act(walk.who(who), day or walk.day, now.at, plan, plan.settings(), {})


def test_the_employer_of_the_decision_owes_as_much_within_half_a_year(walk):
    case = walk.cases(State.CERTIFIED)[0]
    decided = case.resolutions.get()

    for _ in range(2):
        CARRIERS[Match]([(case, Match(yuan(5_000), CLAUSE))], act_of(walk))

    due = MatchDue.objects.get()
    assert (due.employer, due.person, due.amount) == (case.employer, case.person, yuan(5_000))
    assert (due.document, due.decided_on) == (decided.document, decided.on)
    assert (due.due_on.month - decided.on.month) % 12 == 6


def test_who_has_no_employer_is_owed_no_match_and_the_record_says_so(walk):
    case = walk.cases(State.CERTIFIED)[0]
    case.employer = None
    case.save()

    CARRIERS[Match]([(case, Match(yuan(5_000), CLAUSE))], act_of(walk))

    assert not MatchDue.objects.exists()
    assert Leaf.objects.filter(kind="match.none", ref=case.ref).count() == 1


def test_a_revoked_title_asks_no_match_of_the_employer(walk):
    case = walk.cases(State.CERTIFIED)[0]
    CARRIERS[Match]([(case, Match(yuan(5_000), CLAUSE))], act_of(walk))

    revoke(Honour.objects.get(case=case), walk.cast, walk.now)

    assert standing(walk.day).get().state == "exempt"


def test_what_was_reserved_last_year_is_owed_on_last_years_line(walk):
    for case in following(walk):
        account(case.person, walk.now.at, case.pk)
    walk.step("verify", "officer", following(walk))
    case = following(walk)[0]
    act = replace(act_of(walk, "reviewer"), day=date(2027, 1, 10), sent={"document": "示例"})

    CARRIERS[Pay]([(case, Pay(yuan(300_000), Fund.TALENT, "2.3.1"))], act)

    assert Payable.objects.get(case=case).year == 2026
