"""A contest with its trades, entries and results, made through the clerk as people do."""

from datetime import date
from decimal import Decimal
from random import Random

from django.utils import timezone

from gongjiang.law.standing import Actor
from gongjiang.office.clerk import contests, results
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named
from gongjiang.office.registry.models import Edition, Entry, Person, Result, Trade
from gongjiang.web.demo.people import credit_code, id_number
from tests.town import TODAY, Town

HEADINGS = "赛项,队名,姓名,身份证号,工作单位,统一社会信用代码,代表队,选派渠道,成绩,名次,奖牌"


def somebody(serial: int, name: str = "") -> Named:
    number = id_number(date(1999, 1, 1), serial)
    return Named(name or f"赛示例{serial}", number, "竞赛示例厂", credit_code(880))


def line(serial: int, trade: str = "焊接", team: str = "", **more: object) -> str:
    person = somebody(serial)
    cells = {
        "name": person.name, "id": person.id_number, "code": person.employer_code, "channel": "市人社部门",
        "raw": "", "rank": "", "medal": "", **more,
    }  # fmt: skip
    return (
        f"{trade},{team},{cells['name']},{cells['id']},竞赛示例厂,{cells['code']},示例队,{cells['channel']},"
        f"{cells['raw']},{cells['rank']},{cells['medal']}"
    )


def sheet(*lines: str) -> bytes:
    return "\n".join([HEADINGS, *lines]).encode()


class Ground:
    """An edition, and whoever acts on it."""

    def __init__(self, town: Town, klass: str = "worldskills", day: date = TODAY) -> None:
        self.town, self.day, self.dice = town, day, Random(3)
        held = contests.add_contest(f"示例{klass}竞赛", "示例组委会", *self.who("officer"))
        new = contests.NewEdition("第一届", klass, "示例竞字〔2026〕9号")
        self.edition: Edition = contests.add_edition(held, new, *self.who("officer"))
        self.trade: Trade = contests.add_trade(self.edition, "焊接", 1, *self.who("officer"))

    @property
    def now(self) -> Moment:
        return Moment(self.day, timezone.now())

    def who(self, name: str) -> tuple[Actor, Moment]:
        return self.town.actor(name, self.day), self.now

    def entered(self, *serials: int, trade: Trade | None = None, team: str = "", **more: str) -> Entry:
        told = {"recommended_by": "city_hrss", "team": team, **more}
        new = contests.NewEntry(tuple(somebody(n) for n in serials), **told)
        return contests.enter(trade or self.trade, new, *self.who("officer"))

    def filed(self, entry: Entry, rank: int | None = None, medal: str = "", raw: str = "") -> Result:
        outcome = results.Outcome(rank, medal, Decimal(raw) if raw else None)
        return results.file_result(entry, outcome, *self.who("officer"))[0]

    def published(self, entry: Entry, rank: int | None = None, medal: str = "") -> Result:
        made = self.filed(entry, rank, medal)
        results.verify(self.edition, *self.who("officer2"))
        results.publish(self.edition, *self.who("reviewer"))
        made.refresh_from_db()
        return made

    def person(self, serial: int) -> Person:
        return Person.objects.get(name=f"赛示例{serial}")
