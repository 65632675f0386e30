"""No step that needs another hand is taken by who has handled the case, however they come back to it."""

import pytest

from gongjiang.law.procedure import Move, Refusal, Step, decide
from gongjiang.law.procedures import needs as need
from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role
from gongjiang.plans import plans
from tests.law.briefs import hand, ready

STEPS = sorted(
    {
        (scheme.procedure.name, step.name): step
        for plan in plans()
        for scheme in plan.schemes
        for step in scheme.procedure.steps
        if need.another_hand in step.needs
    }.items()
)
FIRST = 20
EARLIER = Role.OFFICER
AGAIN = {
    "in the same account, with both roles": lambda by: Actor(FIRST, FIRST, (Post(EARLIER), Post(by))),
    "in a second account of the same person": lambda by: Actor(FIRST + 1, FIRST, (Post(by),)),
    "after their role was changed": lambda by: Actor(FIRST, FIRST, (Post(by),)),
    "in an account of nobody": lambda by: Actor(FIRST + 2, None, (Post(by),)),
    "on their own case": lambda by: Actor(9, 9, (Post(by),)),
}
IDS = ["-".join(name) for name, _ in STEPS]


@pytest.mark.parametrize("step", [step for _, step in STEPS], ids=IDS)
def test_who_handled_it_does_not_decide_on_it(step: Step) -> None:
    case = ready(step.sources[0], hands={EARLIER: frozenset({FIRST})})

    taken = [
        how for how, actor in AGAIN.items() if not isinstance(decide(step, case, actor(step.by)), Refusal)
    ]

    assert taken == []


@pytest.mark.parametrize("step", [step for _, step in STEPS], ids=IDS)
def test_another_person_does(step: Step) -> None:
    """The control: the same case goes on in other hands."""
    case = ready(step.sources[0], hands={EARLIER: frozenset({FIRST + 50})})

    assert isinstance(decide(step, case, hand(step.by)), Move)


def test_there_are_many_such_steps() -> None:
    assert len(STEPS) >= 15
