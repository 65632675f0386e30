"""Every procedure of every scheme: it can be walked, it ends, and nobody walks it alone."""

from itertools import pairwise

import pytest

from gongjiang.law.effect import Pay, PayBy, Tell
from gongjiang.law.procedure import Dossier, Move, Procedure, Step, decide
from gongjiang.law.procedures.asks import REASON
from gongjiang.law.procedures.follow import grants
from gongjiang.law.procedures.needs import another_hand
from gongjiang.law.standing import Actor, Marks, Notice, Post, Vetoes
from gongjiang.law.terms import EXITS, Fund, Role, State
from tests.law.briefs import DAY, brief, ready
from tests.law.every import PROCEDURES, every_procedure, every_scheme

EXITED = [
    pytest.param(step, id=f"{name}.{step.name}")
    for name, procedure in PROCEDURES.items()
    for step in procedure.steps
    if step.target in EXITS
]
GRANTING = [
    pytest.param(procedure, step, id=f"{name}.{step.name}")
    for name, procedure in PROCEDURES.items()
    for step in procedure.steps
    if grants in step.then
]


def reached(procedure: Procedure) -> set[State]:
    seen, ahead = set(), [State.DRAFT]
    while ahead:
        state = ahead.pop()
        if state not in seen:
            seen.add(state)
            ahead += [step.leads(state) for step in procedure.leaving(state)]
    return seen


@every_procedure
def test_every_state_is_reached_from_the_draft(procedure):
    assert reached(procedure) == procedure.states


@every_procedure
def test_no_state_is_a_dead_end_but_the_goal_and_the_exits(procedure):
    dead = {state for state in procedure.states if not procedure.leaving(state)}

    assert dead - {*EXITS} <= {procedure.main[-1]}


@every_procedure
def test_every_exit_is_an_end(procedure):
    assert [step.name for step in procedure.steps for state in step.sources if state in EXITS] == []


@every_procedure
def test_the_straight_way_can_be_walked(procedure):
    steps = [
        [step for step in procedure.leaving(here) if step.target is there]
        for here, there in pairwise(procedure.main)
    ]

    assert all(steps)
    assert all(len({hand.by for hand in found}) == len(found) for found in steps)


@every_procedure
def test_steps_have_names_of_their_own(procedure):
    names = [step.name for step in procedure.steps]

    assert len(set(names)) == len(names)


@every_procedure
def test_every_step_leads_to_a_known_state_from_known_states(procedure):
    for step in procedure.steps:
        assert step.target is None or isinstance(step.target, State)
        assert step.sources != ()
        assert {type(state) for state in step.sources} == {State}


@every_procedure
def test_every_step_is_said_in_both_languages(procedure):
    assert [step.name for step in procedure.steps if not (step.zh and step.en)] == []


@every_scheme
def test_what_a_scheme_grants_is_granted_by_one_step_alone(plan, scheme):
    granting = [step for step in scheme.procedure.steps if grants in step.then]

    assert len(granting) == bool(scheme.grants)


@every_scheme
def test_what_is_paid_in_parts_has_a_step_for_each_part(plan, scheme):
    parts = {grant.part for grant in scheme.grants if isinstance(grant, PayBy) and grant.part}

    paid = {
        effect.part
        for step in scheme.procedure.steps
        for follow in step.then
        for effect in follow(ready(step.sources[0], grants=tuple(in_part(name) for name in parts)))
        if isinstance(effect, Pay)
    }

    assert paid == parts


@every_scheme
def test_whoever_pays_a_part_did_not_handle_the_case(plan, scheme):
    for step in scheme.procedure.steps:
        brought = [e for follow in step.then for e in follow(ready(step.sources[0], grants=(in_part("p"),)))]
        if any(isinstance(effect, Pay) for effect in brought):
            assert another_hand in step.needs


def in_part(name: str) -> Pay:
    return Pay(1, Fund.TALENT, "1.1", name)


@pytest.mark.parametrize(("procedure", "step"), GRANTING)
def test_grants_come_in_the_last_part_of_the_way(procedure, step):
    place = procedure.main.index(step.target)

    assert place * 2 >= len(procedure.main)
    assert [state for state in step.sources if state not in procedure.main[:place]] == []


@pytest.mark.parametrize(("procedure", "step"), GRANTING)
def test_grants_are_never_given_by_a_hand_that_handled_the_case(procedure, step):
    handled = {earlier.by for earlier in procedure.steps if earlier.target in procedure.main} - {step.by}

    assert another_hand in step.needs
    assert Role.OFFICER in handled


@pytest.mark.parametrize("step", EXITED)
def test_whoever_ends_a_case_gives_a_reason(step):
    assert REASON in step.asks


@pytest.mark.parametrize("step", EXITED)
def test_whoever_did_not_end_their_own_case_is_told(step):
    done = [effect for follow in step.then for effect in follow(brief(sent={"reason": "理由"}))]

    told = [effect for effect in done if isinstance(effect, Tell)]
    assert len(told) == (0 if step.by is Role.NOMINEE else 1)


@every_procedure
def test_nobody_but_the_person_can_act_on_their_own_case(procedure):
    everything = Actor(1, 9, tuple(Post(role) for role in Role))

    done = {step.by for step in procedure.steps if acts(step, step.sources[0], everything)}

    assert done <= {Role.NOMINEE}


def acts(step: Step, state: State, actor: Actor) -> bool:
    return isinstance(decide(step, ready(state), actor), Move)


def test_a_dossier_says_nothing_that_nobody_found():
    empty = Dossier(state=State.DRAFT, person=9, today=DAY)

    assert (empty.vetoes, empty.marks, empty.notice) == (Vetoes(), Marks(), Notice())
