"""Filing one nominee by hand: the person and the unit are found or made, then the file is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named, find_or_make
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.clerk.rounds import file_case
from gongjiang.office.ledger.turn import in_turn
from gongjiang.office.registry.models import NominatingBody


@dataclass(frozen=True)
class Told(Named):
    """What the form says of the nominee, and which body nominates."""

    body: str = ""


@in_turn
def file_nominee(held: Round, told: Told, answers: Mapping[str, Any], actor: Actor, now: Moment) -> Case:
    body = NominatingBody.objects.get(code=told.body)
    own = [post.body for post in actor.posts if post.role is Role.NOMINATOR]
    if Role.OFFICER not in actor.roles and Role.NOMINATOR in actor.roles and body.pk not in own:
        raise refuse("只能为本推荐单位登记", "You may file for your own body only")
    stated = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()
    }
    return file_case(held, find_or_make(told, now), body, stated, actor, now)
