"""A small town for tests: the demo's own builders, so that tests walk through the door the way people do."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.test import Client

from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import NominatingBody, Organisation, Person
from gongjiang.web.demo import city
from gongjiang.web.demo.build import build
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.journey import walk_to
from gongjiang.web.demo.reviewing import nominate
from gongjiang.web.demo.walking import Walk, open_round
from tests.remembered import remembered

TODAY = date(2026, 3, 2)
SELECTION = "craftsman-selection"


@dataclass
class Town:
    cast: Cast
    dice: Random = field(default_factory=lambda: Random(7))

    def round(self, code: str = "T1", places: int = 4, opens: date = TODAY, days: int = 40) -> Walk:
        held = open_round(
            SELECTION,
            code,
            Words(f"{code} 评选", f"Selection {code}"),
            opens,
            opens + timedelta(days=days),
            places,
            self.cast,
        )
        return Walk(held, self.cast, self.dice, opens)

    def workers(self, many: int) -> list[Person]:
        employers = list(Organisation.objects.filter(kind__in=city.KINDS))
        return [city.worker(self.cast, self.dice, employers, TODAY) for _ in range(many)]

    def nominated(self, many: int = 6, **round: object) -> Walk:
        walk = self.round(**round)  # type: ignore[arg-type]
        nominate(walk, self.workers(many), list(NominatingBody.objects.all()))
        return walk

    def walked(self, stage: str, many: int = 6, **round: object) -> Walk:
        """A round walked to a stage; the second time from the same town, it is laid down as it was."""
        asked = stage, many, sorted(round.items()), self.cast.serial, sorted(self.cast.users)
        name = repr((*asked, self.dice.getstate()))
        walk, self.cast, self.dice = remembered(name, lambda: self._walk(stage, many, **round))
        return walk

    def _walk(self, stage: str, many: int, **round: object) -> tuple[Walk, Cast, Random]:
        walk = self.nominated(many, **round)
        walk_to(walk, stage)
        return walk, self.cast, self.dice

    def actor(self, who: str, day: date = TODAY) -> Actor:
        return self.cast.actor(who, day)

    def client(self, who: str, language: str = "zh-hans") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(self.cast.users[who])
        return client

    def nominee(self, case: Case, username: str = "a-nominee") -> Client:
        """The nominee of a case, signed in."""
        user = self.cast.users.get(username) or self.cast.account(username, case.person.name, case.person)
        client = Client(headers={"accept-language": "zh-hans"})
        client.force_login(user)
        return client


def found_town() -> Town:
    return Town(build(date(2026, 11, 25), past=(), live=(), direct=False))
