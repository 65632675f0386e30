"""An office with departments and districts that have targets, for the tests of chapter three."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from gongjiang.law.duty import TargetAct
from gongjiang.law.standing import Actor
from gongjiang.law.terms import Department, Role
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.target_acts import take
from gongjiang.office.clerk.targets import Owner, Wanted, set_target
from gongjiang.office.duty.models import Target
from gongjiang.office.registry.models import NominatingBody, Person, Posting
from gongjiang.plans import plans
from gongjiang.web.demo.cast import SINCE
from tests.town import TODAY, Town

PLAN = plans()[0]
SELECTION, HOUSING = "2.2.3", "2.4.5"


def moment(day: date = TODAY) -> Moment:
    return Moment(day, timezone.now())


@dataclass
class Duties:
    town: Town

    def __post_init__(self) -> None:
        self.bodies = list(NominatingBody.objects.filter(kind="district").order_by("pk"))
        for name in (Department.HOUSING, Department.HRSS):
            user = self.town.cast.account(
                f"dep-{name}", f"{name.zh}经办", Person.objects.create(name=name.zh)
            )
            Posting.objects.create(user=user, role=Role.DEPARTMENT, department=name, since=SINCE)

    def who(self, name: str) -> Actor:
        return self.town.actor(name)

    @property
    def owner(self) -> Owner:
        return Owner(body=self.bodies[0])

    @property
    def clerk(self) -> str:
        return f"body-{self.bodies[0].code}"

    def set(self, weight: int = 100, planned: int = 10, indicator: str = "opened", owner: Owner | None = None,
            wording: str = "", clause: str = SELECTION) -> Target:  # fmt: skip
        measure = "filed" if wording else "auto"
        wanted = Wanted(clause, measure, "" if wording else indicator, wording, planned, weight)
        return set_target(PLAN, owner or self.owner, TODAY.year, wanted, self.who("officer"), moment())

    def act(self, target: Target, act: str, who: str, number: int | None = None, text: str = "据实") -> None:
        take(target, TargetAct(act), text, number, self.who(who), moment())

    def scored(self, weight: int = 100, score: int = 90, **more: object) -> Target:
        target = self.set(weight=weight, **more)  # type: ignore[arg-type]
        filed = 7 if more.get("wording") else None
        self.act(target, "report", self.clerk, filed)
        self.act(target, "review", "officer2")
        self.act(target, "score", "reviewer", score)
        target.refresh_from_db()
        return target
