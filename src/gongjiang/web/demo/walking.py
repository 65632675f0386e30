"""A round being walked by the people who run one, and how it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from gongjiang.law.effect import Confer
from gongjiang.law.plan import Plan
from gongjiang.law.record import Field
from gongjiang.law.scheme import Scheme
from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk import rounds
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import Done, perform_many
from gongjiang.office.registry.models import NominatingBody
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.plans import plan_of
from gongjiang.web.demo.cast import Cast

BEIJING = ZoneInfo("Asia/Shanghai")
QUOTA = 8


@dataclass
class Walk:
    """One round being walked. The day moves on with each act, as it does in an office."""

    round: Round
    cast: Cast
    dice: Random
    day: date

    @property
    def asked(self) -> Mapping[str, Field]:
        """What the scheme of the round asks of a nominee."""
        return plan_of(self.round.scheme)[self.round.scheme].asked

    @property
    def now(self) -> Moment:
        return Moment(self.day, datetime.combine(self.day, time(10), tzinfo=BEIJING))

    def who(self, name: str) -> Actor:
        return self.cast.actor(name, self.day)

    def later(self, workdays: int = 1) -> None:
        self.day = calendar().add_workdays(self.day, workdays, first_day_counts=False)

    def cases(self, *states: State) -> list[Case]:
        return list(
            Case.objects.filter(round=self.round, state__in=states).select_related(
                "person", "body", "round", "employer"
            )
        )

    def step(self, name: str, who: str, cases: Sequence[Case], **sent: object) -> Done:
        return perform_many([case.pk for case in cases], name, self.who(who), self.now, sent)


def main_selection(plan: Plan) -> str:
    """The scheme by which the plan's highest title is selected."""
    competing = [scheme for scheme in plan.schemes if scheme.round_terms.criteria]
    return max(competing, key=_title).slug


def _title(scheme: Scheme) -> int:
    return max((grant.title.rank for grant in scheme.grants if isinstance(grant, Confer)), default=0)


def open_round(
    scheme: str, code: str, title: Words, opens: date, closes: date, places: int, cast: Cast
) -> Round:
    """With the scheme's own terms, and a quota for every body."""
    held = plan_of(scheme)[scheme]
    now = Moment(opens, datetime.combine(opens, time(9), tzinfo=BEIJING))
    opened = rounds.open_round(
        scheme, code, title, opens, closes, places, held.round_terms, cast.actor("officer", opens), now
    )
    for body in NominatingBody.objects.all():
        rounds.set_quota(opened, body, QUOTA, cast.actor("officer", opens), now)
    return opened
