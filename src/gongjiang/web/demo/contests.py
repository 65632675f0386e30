"""Contests of the demo: editions with their classes, and results by every stage. Everything is made up."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from gongjiang.office.clerk import contests, judging, results
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.registry.models import Competitor, Contest, Edition, Entry, Person, Result, Trade
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.walking import BEIJING

CITY = ("示例市职业技能大赛", "city_1")
WORLD = ("示例世界技能大赛", "worldskills")
LOCAL = ("示例江城技能竞赛", "city_2")
MARKS = ("91.5", "88", "88", "84.25", "79", "76.5")


def edition(contest: str, klass: str, name: str, document: str, held_on: date) -> Edition:
    held, _ = Contest.objects.get_or_create(name=contest, defaults={"organiser": "示例组委会"})
    made, _ = Edition.objects.get_or_create(
        contest=held, name=name, defaults={"klass": klass, "approving_document": document, "held_on": held_on}
    )
    return made


def published(held: Edition, trade: str, person: Person, **result: object) -> Result:
    """A result that has stood on the register since the contest was held."""
    of, _ = Trade.objects.get_or_create(edition=held, name=trade)
    entry = Entry.objects.create(trade=of, recommended_by="city_hrss", entered_on=held.held_on)
    Competitor.objects.create(entry=entry, trade=of, person=person, employer=person.employer)
    return Result.objects.create(entry=entry, published_on=held.held_on, **result)


def first_places(people: Sequence[Person], held_on: date) -> None:
    """A city class-1 contest with its approving document: its winners are preferred, not entitled."""
    held = edition(*CITY, "第二十二届", "示例竞字〔2025〕1号", held_on)
    for person in people:
        published(held, person.occupation, person, rank=1)


def local_contest(cast: Cast, people: Sequence[Person], today: date) -> Edition:
    """A trade with its ranks drawn up from marks and published; one whose results wait to be verified."""
    day = today - timedelta(days=12)
    actor, at = cast.actor("officer", day), Moment(day, datetime.combine(day, time(10), tzinfo=BEIJING))
    held = edition(*LOCAL, "第三届", "示例竞字〔2026〕8号", day)
    for name, many in (("焊接", 6), ("机器人系统集成", 0)):
        trade = contests.add_trade(held, name, 1 if many else 2, actor, at)
        entered(trade, people[:6] if many else people[6:10])
        if many:
            drawn_up(trade, cast, at)
            results.verify(held, cast.actor("officer2", day), at)
            results.publish(held, cast.actor("reviewer", day), at)
    judging.draw_up(marked(trade, cast, at), False, actor, at)
    return held


def entered(trade: Trade, people: Sequence[Person]) -> None:
    for place in range(0, len(people), trade.team_size):
        team = people[place : place + trade.team_size]
        name = f"示例{place // 2 + 1}队" if trade.team_size > 1 else ""
        told = {"team": name, "delegation": "示例代表队", "recommended_by": "city_hrss"}
        entry = Entry.objects.create(trade=trade, entered_on=trade.edition.held_on, **told)
        Competitor.objects.bulk_create(
            Competitor(entry=entry, trade=trade, person=p, employer=p.employer) for p in team
        )


def drawn_up(trade: Trade, cast: Cast, at: Moment) -> None:
    actor = cast.actor("officer", at.day)
    for entry, mark in zip(trade.entries.order_by("pk"), MARKS, strict=True):
        results.file_result(entry, results.Outcome(raw=Decimal(mark)), actor, at)
    judging.draw_up(trade, True, actor, at)


def marked(trade: Trade, cast: Cast, at: Moment) -> Trade:
    """Three judges mark each team."""
    for place, entry in enumerate(trade.entries.order_by("pk")):
        scores = [3 - place, 2, 2]
        judging.mark_aspect(entry, "系统联调", Decimal(30), scores, cast.actor("officer", at.day), at)
    return trade
