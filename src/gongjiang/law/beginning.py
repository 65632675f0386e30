"""How a case begins: by which steps a person or a unit puts one forward, and who may take them."""

from gongjiang.law.procedure import Step
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State

ASKING = (Role.NOMINEE, Role.EMPLOYER)


def entries(scheme: Scheme) -> tuple[Step, ...]:
    """The steps by which a person or a unit puts a case of their own forward, or the office one for somebody.
    Where rounds call, nominees are filed and only consent; units ask of their own accord.
    """
    if scheme.opens_on is not None or (scheme.round_terms.criteria and not scheme.of_unit):
        return ()
    leaving = scheme.procedure.leaving(State.DRAFT)
    main = {*scheme.procedure.main} - {State.CONSENTED}
    first = tuple(s for s in leaving if s.target in main)
    asking = tuple(step for step in first if step.by in ASKING)
    return asking or tuple(step for step in first if step.by is Role.OFFICER)


def by_office(scheme: Scheme) -> bool:
    """Whether the office opens the file, for a craftsman whom it names."""
    return {step.by for step in entries(scheme)} == {Role.OFFICER}


def may_apply(scheme: Scheme, actor: Actor) -> bool:
    roles = {step.by for step in entries(scheme)}
    return (Role.NOMINEE in roles and actor.person is not None) or bool(roles & actor.roles)
