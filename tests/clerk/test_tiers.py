"""The three city tiers: a round ends in the title, the city's sum, and as much again from the employer."""

from datetime import timedelta

import pytest

from gongjiang.law.money import yuan
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.clerk.rounds import warnings
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.models import MatchDue, Payable
from gongjiang.office.registry.models import NominatingBody
from gongjiang.web.demo.journey import walk_to
from gongjiang.web.demo.reviewing import nominate
from gongjiang.web.demo.walking import Walk, open_round
from tests.town import TODAY, Town

SUMS = {"technical-expert": 5_000, "skill-master": 10_000, "chief-technician": 20_000}


@pytest.mark.parametrize("slug", ["chief-technician"])
def test_a_tier_brings_the_title_the_sum_and_the_match(town: Town, slug: str) -> None:
    title = Words("2026 年梯次评选", "Tier 2026")
    held = open_round(slug, "T9", title, TODAY, TODAY + timedelta(days=40), 2, town.cast)
    walk = Walk(held, town.cast, town.dice, TODAY)
    nominate(walk, town.workers(3), list(NominatingBody.objects.all())[:3])

    walk_to(walk, "conferred")

    titled = walk.cases(State.CERTIFIED)
    assert len(titled) == 2
    assert Honour.objects.filter(case__in=titled, title=slug.replace("-", "_")).count() == 2
    owed, matched = Payable.objects.filter(case__in=titled), MatchDue.objects.filter(case__in=titled)
    assert [payable.amount for payable in owed] == [yuan(SUMS[slug])] * 2
    assert [due.amount for due in matched] == [yuan(SUMS[slug])] * 2
    assert {due.employer_id for due in matched} == {case.employer_id for case in titled}


def test_a_tier_is_not_warned_about_twenty_or_two_years(town: Town) -> None:
    held = open_round(
        "skill-master", "T8", Words("梯", "Tier"), TODAY, TODAY + timedelta(days=9), 60, town.cast
    )

    assert warnings(held) == []
