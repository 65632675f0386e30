"""The logs of a case as a page shows them: rows in words, totals, and what this visitor may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.record import Field
from gongjiang.law.standing import Actor
from gongjiang.law.telling import show
from gongjiang.law.terms import SkillLevel
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, LogRow
from gongjiang.office.clerk.facts_gathered import read
from gongjiang.office.clerk.gathering import may_add, may_confirm, may_see
from gongjiang.office.registry.models import SkillCertificate
from gongjiang.office.registry.standing_results import standing
from gongjiang.plans import plan_of

EMPTY = Words("", "")


@dataclass(frozen=True)
class Shown:
    """A log on a page: its heads, its rows in words, their totals, and what this visitor may do."""

    log: Log
    heads: tuple[Words, ...]
    rows: tuple[tuple[LogRow, tuple[Words, ...]], ...]
    totals: tuple[Words, ...]
    adds: bool
    confirms: bool
    since: Mapping[int, tuple[Words, ...]]
    """What the people of the rows have gained since, by row; for logs that are about people."""

    @property
    def summed(self) -> bool:
        """Whether anything in it can be added up: where nothing can, there is no line of sums."""
        return any(total.zh for total in self.totals)


def logs_of(case: Case, me: Actor) -> list[Shown]:
    """Every log of the case's scheme that this visitor may see."""
    kept = [log for log in plan_of(case.scheme)[case.scheme].logs if may_see(case, log, me)]
    if not kept:
        return []
    held = list(case.log_rows.select_related("person", "by", "confirmed_by", "struck_by"))
    return [shown(case, log, [row for row in held if row.log == log.name], me) for log in kept]


def shown(case: Case, log: Log, held: list[LogRow], me: Actor) -> Shown:
    told = [(row, read(log.record, row.told)) for row in held]
    about = [row for row in held if row.person_id] if log.names_person else []
    standing = [values for row, values in told if row.struck_on is None]
    return Shown(
        log=log,
        heads=tuple(fact.said for fact in log.fields.values()),
        rows=tuple((row, tuple(_said(values.get(name)) for name in log.fields)) for row, values in told),
        totals=tuple(
            _total(fact, [values.get(name) for values in standing]) for name, fact in log.fields.items()
        ),
        adds=may_add(case, log, me),
        confirms=may_confirm(case, log, me),
        since=gained(about),
    )


def gained(rows: list[LogRow]) -> dict[int, tuple[Words, ...]]:
    """Certificates and contest results of a row's person from the row's day on: two queries for all."""
    if not rows:
        return {}
    people = {row.person_id for row in rows if row.person_id}
    held: list[tuple[int, date | None, Words]] = [
        (one.person_id, one.issued_on, _certificate(one))
        for one in SkillCertificate.objects.filter(person__in=people).exclude(state="revoked")
    ]
    held += [
        (one.person_id, one.entry.trade.edition.held_on, Words(str(one.entry.trade), str(one.entry.trade)))
        for one in standing(people)
    ]
    return {
        row.pk: tuple(said for person, on, said in held if person == row.person_id and on and on >= row.on)
        for row in rows
    }


def _certificate(held: SkillCertificate) -> Words:
    level = SkillLevel(held.level).said
    return Words(f"{held.occupation}{level.zh}", f"{held.occupation} {level.en}")


def _said(value: object) -> Words:
    return EMPTY if value is None else show(value)


def _total(fact: Field, values: list[int | None]) -> Words:
    """Sums and numbers are added up; days and years are not."""
    if fact.kind not in (int, Money) or fact.name == "year":
        return EMPTY
    total = sum(value for value in values if value is not None)
    return show(Money(total) if fact.kind is Money else total)
