"""竞赛登记簿: contests, their editions with the approved class, trades, entries and withdrawals."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.people import Named, find_or_make
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import (
    Competitor,
    Contest,
    Edition,
    Entry,
    NominatingBody,
    Person,
    Result,
    Trade,
)


@transaction.atomic
def add_contest(name: str, organiser: str, actor: Actor, now: Moment) -> Contest:
    must(actor, "register.keep")
    if not name.strip():
        raise refuse("请填写竞赛名称", "Give the contest a name")
    if Contest.objects.filter(name=name.strip()).exists():
        raise refuse("该竞赛已登记", "This contest is on the register already")
    made = Contest.objects.create(name=name.strip(), organiser=organiser.strip())
    record("contest.add", made.ref, {"name": made.name, "by": actor.user}, now.at)
    return made


@dataclass(frozen=True)
class NewEdition:
    name: str
    klass: str
    approving_document: str
    entries_close_on: date | None = None
    held_on: date | None = None


@transaction.atomic
def add_edition(contest: Contest, new: NewEdition, actor: Actor, now: Moment) -> Edition:
    """The class stands on its approving document: without one there is no edition."""
    must(actor, "register.keep")
    if not new.approving_document.strip():
        raise refuse("竞赛类别须有批准文号", "A contest's class needs its approving document")
    if contest.editions.filter(name=new.name.strip()).exists():
        raise refuse("该届竞赛已登记", "This edition is on the register already")
    if new.entries_close_on and new.held_on and new.entries_close_on > new.held_on:
        raise refuse("报名截止晚于举办日期", "Entries would close after the contest")
    made = Edition.objects.create(contest=contest, **{**asdict(new), "name": new.name.strip()})
    told = {"class": new.klass, "document": new.approving_document, "by": actor.user}
    record("edition.add", made.ref, {"edition": str(made), **told}, now.at)
    return made


@transaction.atomic
def add_trade(edition: Edition, name: str, team_size: int, actor: Actor, now: Moment) -> Trade:
    must(actor, "register.keep")
    if not name.strip() or team_size < 1:
        raise refuse("请填写赛项名称和每队人数", "Give the trade a name, and how many make a team")
    if edition.trades.filter(name=name.strip()).exists():
        raise refuse("该赛项已登记", "This trade is on the register already")
    made = Trade.objects.create(edition=edition, name=name.strip(), team_size=team_size)
    record("trade.add", made.ref, {"name": made.name, "team_size": team_size, "by": actor.user}, now.at)
    return made


@dataclass(frozen=True)
class NewEntry:
    """One competitor, or the members of a team under its name."""

    members: tuple[Named, ...]
    recommended_by: str
    team: str = ""
    delegation: str = ""
    body: NominatingBody | None = None


@transaction.atomic
def enter(trade: Trade, new: NewEntry, actor: Actor, now: Moment) -> Entry:
    """Until entries close; nobody twice in a trade, and no more in a team than make one."""
    must(actor, "register.keep")
    closes = trade.edition.entries_close_on
    if closes and now.day > closes:
        raise refuse(f"报名已于 {closes} 截止", f"Entries closed on {closes}")
    _sized(trade, new)
    people = [find_or_make(member, now) for member in new.members]
    _new_to_the_trade(trade, new.team.strip(), people)
    made = Entry.objects.create(
        trade=trade, team=new.team.strip(), delegation=new.delegation.strip(), body=new.body,
        recommended_by=new.recommended_by, entered_on=now.day,
    )  # fmt: skip
    Competitor.objects.bulk_create(
        Competitor(entry=made, trade=trade, person=person, employer=person.employer) for person in people
    )
    told = {"trade": trade.ref, "people": [person.ref for person in people], "team": made.team}
    record("entry.add", made.ref, {**told, "sent_by": made.recommended_by, "by": actor.user}, now.at)
    return made


def _sized(trade: Trade, new: NewEntry) -> None:
    if not 1 <= len(new.members) <= trade.team_size:
        raise refuse(
            f"本赛项每队至多 {trade.team_size} 人", f"At most {trade.team_size} make a team in this trade"
        )
    if trade.team_size > 1 and not new.team.strip():
        raise refuse("团体赛项请填写队名", "Name the team")


def _new_to_the_trade(trade: Trade, team: str, people: Sequence[Person]) -> None:
    if len({person.pk for person in people}) < len(people):
        raise refuse("同一人在队中出现两次", "Somebody is in the team twice")
    if Competitor.objects.filter(trade=trade, person__in=people, withdrawn=False).exists():
        raise refuse("选手已报名该赛项", "A competitor has entered this trade already")
    if team and trade.entries.filter(team=team, withdrawn_on=None).exists():
        raise refuse("该赛项已有同名参赛队", "A team of this name has entered already")


@transaction.atomic
def withdraw(entry: Entry, reason: str, actor: Actor, now: Moment) -> Entry:
    """退赛: the entry stays on record; whoever has a result cannot withdraw from it."""
    must(actor, "register.keep")
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    if entry.withdrawn_on:
        raise refuse("已经退赛", "The entry is withdrawn already")
    if Result.objects.filter(entry=entry).exists():
        raise refuse("已有成绩，不能退赛", "There is a result: the entry cannot be withdrawn")
    if not reason.strip():
        raise refuse("请填写退赛原因", "Give the reason")
    entry.withdrawn_on, entry.withdrawn_because = now.day, reason.strip()[:200]
    entry.save(update_fields=["withdrawn_on", "withdrawn_because"])
    entry.competitors.update(withdrawn=True)
    record("entry.withdraw", entry.ref, {"because": entry.withdrawn_because, "by": actor.user}, now.at)
    return entry
