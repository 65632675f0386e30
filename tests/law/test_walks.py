"""Every procedure is walked: straight to its goal, and at random without ever moving on a refusal."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gongjiang.law.procedure import Brief, Move, Step, decide
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from tests.law.briefs import ACTORS, BRIEFS, hand, ready
from tests.law.every import every_procedure


@every_procedure
def test_a_case_that_lacks_nothing_walks_the_straight_way_to_its_goal(procedure):
    walked = [State.DRAFT]
    for here, there in pairwise(procedure.main):
        step = next(step for step in procedure.leaving(here) if step.target is there)
        walked.append(decide(step, ready(here), hand(step.by)).target)

    assert tuple(walked) == procedure.main


@every_procedure
@settings(max_examples=40, deadline=None)
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
        and wears(actor, step.by, considered)
        and all(considered.sent.get(ask.name) for ask in step.asks)
        and not any(need(acting, actor) for need in step.needs)
    )


def wears(actor: Actor, role: Role, considered: Brief) -> bool:
    if actor.person == 9:
        return role is Role.NOMINEE
    worn = {post.role for post in actor.posts} - {Role.EXPERT, Role.INSPECTOR, Role.DEPARTMENT}
    referred = {post.role for post in actor.posts if post.department == considered.referral.department}
    return role in worn | (referred & {Role.DEPARTMENT})
