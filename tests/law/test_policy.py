"""Who may do what: one table, with nobody able to carry a sum or a decision through alone."""

from datetime import date

import pytest

from gongjiang.law.policy import ACTS, SIGHT, Scope, may
from gongjiang.law.procedure import Dossier, hats
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role, State
from tests.law import declared_acts
from tests.law.declared_acts import told

DAY = date(2024, 6, 3)


def actor(*roles: Role) -> Actor:
    return Actor(1, 1, tuple(Post(role) for role in roles))


@pytest.mark.parametrize("act", sorted(ACTS))
def test_an_act_belongs_to_somebody_and_to_nobody_else(act):
    assert {role for role in Role if may(actor(role), act)} == set(ACTS[act])
    assert ACTS[act] != ()


def test_the_table_is_as_it_was_declared_beside_it():
    assert {act: {role.value for role in roles} for act, roles in ACTS.items()} == told(declared_acts.ACTS)
    assert {role.value: {scope.value} for role, scope in SIGHT.items()} == told(declared_acts.SIGHT)


def test_somebody_without_a_post_may_do_nothing():
    assert [act for act in ACTS if may(actor(), act)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("batch.make", "batch.check"),
        ("batch.check", "batch.approve"),
        ("batch.make", "batch.approve"),
        ("objection.take", "objection.close"),
        ("draw.commit", "draw.draw"),
        ("honour.prepare", "honour.revoke"),
        ("ruling.prepare", "ruling.sign"),
        ("account.make", "batch.approve"),
        ("account.make", "journal.verify"),
        ("ruling.sign", "batch.make"),
    ],
)
def test_two_halves_of_one_power_are_never_one_role(one, other):
    assert set(ACTS[one]) & set(ACTS[other]) == set()


def test_administrators_of_the_system_see_no_case():
    unseeing = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.EXPERT, Role.CLOCK)

    assert [role for role in unseeing if role in SIGHT] == []


def test_those_who_answer_for_a_unit_or_a_body_see_only_its_cases():
    assert (SIGHT[Role.EMPLOYER], SIGHT[Role.NOMINATOR], SIGHT[Role.INSPECTOR]) == (
        Scope.UNIT, Scope.BODY, Scope.ASSIGNED,
    )  # fmt: skip


def case(**known):
    held = {"state": State.DRAFT, "person": 7, "today": DAY, "employer": 3, "body": 5}
    return Dossier(**held | known)


@pytest.mark.parametrize(
    ("post", "worn"),
    [
        (Post(Role.EMPLOYER, organisation=3), {Role.EMPLOYER}),
        (Post(Role.EMPLOYER, organisation=4), set()),
        (Post(Role.NOMINATOR, body=5), {Role.NOMINATOR}),
        (Post(Role.NOMINATOR, body=6), set()),
        (Post(Role.OFFICER), {Role.OFFICER}),
        (Post(Role.EXPERT), set()),
        (Post(Role.INSPECTOR), set()),
    ],
)
def test_a_post_is_worn_only_where_its_scope_reaches(post, worn):
    assert hats(Actor(1, 1, (post,)), case()) == worn


def test_an_expert_is_one_only_on_the_case_given_to_them():
    expert = Actor(1, 1, (Post(Role.EXPERT),))

    assert hats(expert, case(assigned=frozenset({(Role.EXPERT, 1)}))) == {Role.EXPERT}


def test_nobody_holds_office_on_their_own_case():
    assert hats(Actor(1, 7, (Post(Role.OFFICER), Post(Role.GOVERNMENT))), case()) == {Role.NOMINEE}
