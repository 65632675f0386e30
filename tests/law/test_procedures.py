"""Every procedure of every scheme: it can be walked, it ends, and nobody walks it alone."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.effect import Pay, Tell
from gongjiang.law.procedure import Brief, Dossier, Move, Procedure, Step, decide
from gongjiang.law.procedures.asks import REASON
from gongjiang.law.procedures.follow import grants
from gongjiang.law.procedures.needs import another_hand
from gongjiang.law.rule import Finding, Verdict
from gongjiang.law.standing import (
    Actor,
    Choice,
    Determined,
    Marks,
    Notice,
    Post,
    Quota,
    Resolution,
    Vetoes,
    Visit,
    Window,
)
from gongjiang.law.terms import EXITS, Fund, Role, State
from gongjiang.law.words import Words
from gongjiang.plans import plans

DAY = date(2024, 6, 3)
PROCEDURES = {scheme.procedure.name: scheme.procedure for plan in plans() for scheme in plan.schemes}
every_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES.keys())
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

    assert dead - {*EXITS} == {procedure.main[-1]}


@every_procedure
def test_every_exit_is_an_end(procedure):
    assert [step.name for step in procedure.steps for state in step.sources if state in EXITS] == []


@every_procedure
def test_the_straight_way_can_be_walked(procedure):
    steps = [
        [step.name for step in procedure.leaving(here) if step.target is there]
        for here, there in pairwise(procedure.main)
    ]

    assert [len(found) for found in steps] == [1] * (len(procedure.main) - 1)


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


@every_procedure
def test_something_is_granted_and_once_only(procedure):
    assert len([step for step in procedure.steps if grants in step.then]) == 1


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
    told = [effect for follow in step.then for effect in follow(brief(sent={"reason": "理由"}))]

    assert [type(effect) for effect in told] == ([] if step.by is Role.NOMINEE else [Tell])


@every_procedure
def test_nobody_but_the_person_can_act_on_their_own_case(procedure):
    everything = Actor(1, 9, tuple(Post(role) for role in Role))

    done = {step.by for step in procedure.steps if acts(step, step.sources[0], everything)}

    assert done <= {Role.NOMINEE}


def acts(step: Step, state: State, actor: Actor) -> bool:
    return isinstance(decide(step, ready(state), actor), Move)


def brief(**known) -> Brief:
    held = {"state": State.DRAFT, "person": 9, "today": DAY, "employer": 3, "body": 5}
    return Brief(**held | known)


def ready(state: State, **known) -> Brief:
    """Everything a case may need is there."""
    title_and_sum = (Pay(1, Fund.TALENT, "1.1"),)
    held = {
        "state": state,
        "evidence": frozenset({"letter", "internal_notice", "service"}),
        "quota": Quota(2, 0),
        "marks": Marks(seated=True, closed=True, quorum=True),
        "visit": Visit(inspectors=2, conclusion="pass"),
        "choice": Choice(shortlisted=True, selected=True),
        "notice": Notice(date(2024, 6, 2)),
        "resolution": Resolution("文", DAY, listed=True, equal=True),
        "account": True,
        "grants": title_and_sum,
        "sent": {
            "reason": "理由", "rank": 1, "opinion": "同意", "items": [("a", "b")], "answers": ["已补"],
            "rule": "open", "verdict": "pass",
        },
    }  # fmt: skip
    return brief(**held | known)


@every_procedure
def test_a_case_that_lacks_nothing_walks_the_straight_way_to_its_goal(procedure):
    walked = [State.DRAFT]
    for here, there in pairwise(procedure.main):
        step = next(step for step in procedure.leaving(here) if step.target is there)
        walked.append(decide(step, ready(here), hand(step.by)).target)

    assert tuple(walked) == procedure.main


def hand(role: Role) -> Actor:
    """Somebody who wears just this role on the case."""
    if role is Role.NOMINEE:
        return Actor(9, 9)
    return Actor(20, 20, (Post(role, organisation=3, body=5),))


SAID = Words("情形", "a matter")
FINDINGS = st.lists(
    st.builds(Finding, st.just("open"), st.just("1.1"), st.just(SAID), st.sampled_from(Verdict)), max_size=3
).map(tuple)
COUNT = st.integers(0, 1)
HANDS = st.dictionaries(st.sampled_from(Role), st.frozensets(st.integers(1, 3), max_size=2), max_size=3)
SENT = st.fixed_dictionaries(
    {},
    optional={
        "reason": st.sampled_from(["", "理由"]),
        "rank": COUNT,
        "opinion": st.just("同意"),
        "items": st.just([("a", "b")]),
        "answers": st.just(["已补"]),
        "rule": st.sampled_from(["open", "other"]),
        "verdict": st.just("pass"),
    },
)
BRIEFS = st.builds(
    Brief,
    state=st.sampled_from(State),
    person=st.just(9),
    today=st.just(DAY),
    employer=st.just(3),
    body=st.just(5),
    evidence=st.frozensets(st.sampled_from(["letter", "internal_notice"])),
    hands=HANDS,
    determined=st.lists(
        st.builds(Determined, st.just("open"), st.just("pass"), st.booleans(), COUNT), max_size=2
    ).map(tuple),
    corrections=COUNT,
    rank_taken=st.frozensets(COUNT),
    window=st.none() | st.builds(Window, st.dates(DAY, DAY), st.dates(date(2024, 6, 1), date(2024, 6, 9))),
    quota=st.none() | st.builds(Quota, COUNT, COUNT),
    vetoes=st.builds(Vetoes, COUNT, COUNT, COUNT, st.sampled_from([(), (SAID,)])),
    marks=st.builds(Marks, st.booleans(), st.booleans(), st.booleans()),
    visit=st.builds(Visit, st.integers(0, 3), st.sampled_from(["", "pass", "fail"]), COUNT),
    choice=st.builds(Choice, st.none() | st.booleans(), st.none() | st.booleans()),
    notice=st.builds(
        Notice, st.none() | st.dates(date(2024, 6, 1), date(2024, 6, 5)), st.booleans(), st.booleans()
    ),
    resolution=st.builds(
        Resolution, st.sampled_from(["", "文"]), st.none() | st.just(DAY), st.booleans(), st.booleans()
    ),
    account=st.booleans(),
    missing=st.sampled_from([(), (SAID,)]),
    findings=FINDINGS,
    grants=st.just((Pay(1, Fund.TALENT, "1.1"),)),
    sent=SENT,
)
ACTORS = st.builds(
    Actor,
    st.integers(0, 3),
    st.sampled_from([1, 2, 3, 9, None]),
    st.lists(st.builds(Post, st.sampled_from(Role), st.just(3), st.just(5)), max_size=3).map(tuple),
)


@every_procedure
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_walk_moves_on_a_refusal(procedure, data):
    state = State.DRAFT
    for _ in range(2 * len(procedure.main)):
        step = data.draw(st.sampled_from(procedure.leaving(state) or procedure.steps))
        considered = replace(data.draw(st.just(ready(state)) | BRIEFS), state=state)
        actor = data.draw(st.just(hand(step.by)) | ACTORS)

        verdict = decide(step, considered, actor)

        assert isinstance(verdict, Move) == allowed(step, considered, actor)
        if isinstance(verdict, Move):
            assert verdict.target is step.leads(state)
            assert verdict.findings == considered.findings
            state = verdict.target


def allowed(step: Step, considered: Brief, actor: Actor) -> bool:
    """The same, said another way: nothing in the row refuses."""
    acting = replace(considered, acting=step.by)
    return (
        considered.state in step.sources
        and wears(actor, step.by)
        and all(considered.sent.get(ask.name) for ask in step.asks)
        and not any(need(acting, actor) for need in step.needs)
    )


def wears(actor: Actor, role: Role) -> bool:
    if actor.person == 9:
        return role is Role.NOMINEE
    return role in {post.role for post in actor.posts} - {Role.EXPERT, Role.INSPECTOR}


def test_a_dossier_says_nothing_that_nobody_found():
    empty = Dossier(state=State.DRAFT, person=9, today=DAY)

    assert (empty.vetoes, empty.marks, empty.notice) == (Vetoes(), Marks(), Notice())
