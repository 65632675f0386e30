"""Roles that one person never holds together: each pair has its reason, and those that must be are there."""

from itertools import combinations

import pytest

from gongjiang.law.duties import ADMINISTRATORS, INCOMPATIBLE, cooling, incompatible
from gongjiang.law.terms import Role as R


def test_every_pair_has_a_reason_in_both_languages() -> None:
    assert all(1 <= len(pair) <= 2 and said.zh and said.en for pair, said in INCOMPATIBLE.items())


@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
def test_an_administrator_goes_with_nothing(administrator: R) -> None:
    assert [
        other for other in R if other is not administrator and not incompatible([other], administrator)
    ] == []


@pytest.mark.parametrize(
    "pair", list(combinations((R.FINANCE_MAKER, R.FINANCE_CHECKER, R.FINANCE_APPROVER), 2))
)
def test_money_has_three_hands(pair: tuple[R, R]) -> None:
    assert incompatible([pair[0]], pair[1])
    assert incompatible([pair[1]], pair[0])


@pytest.mark.parametrize("watched", [R.OFFICER, R.REVIEWER, R.GOVERNMENT, R.FINANCE_MAKER])
def test_who_watches_holds_none_of_what_they_watch(watched: R) -> None:
    assert incompatible([watched], R.SUPERVISOR)
    assert incompatible([R.AUDITOR], watched)


def test_what_goes_together_goes_together() -> None:
    assert incompatible([R.EMPLOYER], R.NOMINATOR) is None
    assert incompatible([R.EXPERT, R.INSPECTOR], R.LEADER) is None
    assert incompatible([], R.SECURITY_ADMIN) is None


def test_an_administrator_cools_off_on_the_way_in_and_on_the_way_out_and_nobody_else_does() -> None:
    assert cooling({R.OFFICER}, R.SYSTEM_ADMIN) is not None
    assert cooling({R.SYSTEM_ADMIN, R.LEADER}, R.LEADER) is not None
    assert cooling({R.SYSTEM_ADMIN}, R.SYSTEM_ADMIN) is None
    assert cooling({R.OFFICER}, R.FINANCE_MAKER) is None
    assert cooling(set(), R.SECURITY_ADMIN) is None
