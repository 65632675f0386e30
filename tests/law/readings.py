"""Both readings of a scheme over the same people, in any engine: what the tests of conformance compare."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl

from gongjiang.law.columns import scan
from gongjiang.law.compiled import Asking
from gongjiang.law.effect import Pay, PayBy
from gongjiang.law.expression import THIS_YEAR, UNSETTLED, years_between
from gongjiang.law.expression import TODAY as THE_DAY
from gongjiang.law.record import Row
from gongjiang.law.scheme import Scheme
from gongjiang.law.settings import Settings
from gongjiang.law.terms import Fund, Medal, SkillLevel
from tests.law.people import KEY, TODAY, frame
from tests.law.toy import STRICT, YEARS, Result, Worker, rule_of, scheme_of

OWN = "own"
ASKED = {
    "equal": lambda p: p.name == "张三",
    "differ": lambda p: p.level != SkillLevel.TECHNICIAN,
    "rank_below": lambda p: p.level < SkillLevel.TECHNICIAN,
    "rank_at_most": lambda p: p.level <= SkillLevel.TECHNICIAN,
    "above": lambda p: p.paid > 1,
    "later": lambda p: p.since >= p.until,
    "between": lambda p: p.since.between(date(2010, 1, 1), THE_DAY),
    "one_of": lambda p: p.name.one_of("张三", "李四"),
    "all": lambda p: p.front_line & (p.paid == 0),
    "some": lambda p: p.front_line | (p.paid == 0),
    "not": lambda p: ~p.front_line,
    "unsettled": lambda p: p.front_line | UNSETTLED,
    "present": lambda p: p.since.present,
    "shifted": lambda p: p.since + 30 >= p.until,
    "shifted_by_parameter": lambda p: p.since - YEARS.now <= p.until,
    "shifted_by_fact": lambda p: p.until - p.paid > p.since + p.best,
    "today_shifted": lambda p: p.since >= THE_DAY - 365,
    "sum": lambda p: p.paid + p.best >= 2,
    "difference": lambda p: p.paid - p.best == 0,
    "twelve_months_later": lambda p: p.since.plus_months(12) >= p.until,
    "months_by_parameter": lambda p: p.since.plus_months(YEARS.now) < THE_DAY,
    "this_year": lambda p: p.paid < THIS_YEAR,
    "served": lambda p: years_between(p.since, THE_DAY) >= YEARS,
    "served_until": lambda p: years_between(p.since, p.until) >= 0,
    "assumed": lambda p: p.front_line | ~STRICT.now,
    "any": lambda p: p.results.any(lambda r: (r.medal == Medal.GOLD) & (r.rank < 3)),
    "any_beside_the_subject": lambda p: p.results.any(lambda r: (r.on > p.since) & (r.level >= p.level)),
    "count": lambda p: p.results.count(lambda r: r.rank == 1) >= 2,
    "count_of_all": lambda p: p.results.count(lambda r: True) == 1,
    "min": lambda p: p.results.min(Result.rank, lambda r: r.medal != Medal.NONE) <= 1,
    "max_of_ranked": lambda p: p.results.max(Result.level, lambda r: True) > p.level,
    "max_of_ranked_is": lambda p: p.results.max(Result.level, lambda r: True) == p.level,
    "first_of_days": lambda p: p.results.min(Result.on, lambda r: True) > p.since,
    "inner": lambda p: p.results.any(lambda r: r.rank == p.results.min(r.rank, lambda q: q.rank > 0)),
}  # fmt: skip

GRANTS = (
    PayBy(YEARS, Fund.EMPLOYMENT, "1.1"),
    PayBy(Worker.paid + 5, Fund.EMPLOYMENT, "1.1", when=Worker.since <= THE_DAY),
    PayBy(
        Worker.results.count(lambda r: r.rank < 3) + 1, Fund.EMPLOYMENT, "1.1", when=Worker.front_line.present
    ),
)
TOY = scheme_of(*[rule_of(name, ask) for name, ask in ASKED.items()], grants=GRANTS)
Frame = Callable[[pl.DataFrame], Any]


def register_of(scheme: Scheme, rows: list[Row], several: bool, frame_of: Frame) -> dict[str, Any]:
    """Rows as frames. With several, every second row is another subject of the person before it."""
    owners = [(place - place % 2 if several else place, row) for place, row in enumerate(rows)]
    subjects = frame(scheme.subject, owners).with_columns(pl.Series(OWN, range(len(rows)), dtype=pl.Int64))
    register = {"subject": frame_of(subjects)}
    for name, listed in scheme.subject.lists.items():
        held = [(place, child) for place, row in owners[:: 1 + several] for child in row.children[name]]
        register[name] = frame_of(frame(listed.record, held))
    return register


def sharing(rows: list[Row]) -> list[Row]:
    """The same rows, every second one with the records of the person before it."""
    return [Row(row.record, row.values, rows[place - place % 2].children) for place, row in enumerate(rows)]


def column_reading(
    scheme: Scheme, rows: list[Row], held: Settings, several: bool, frame_of: Frame, rows_of: Any
) -> dict[str, list[Any]]:
    register = register_of(scheme, rows, several, frame_of)
    found = rows_of(scan(scheme, register, TODAY, held, KEY, own=OWN if several else ""))
    found = found.sort(OWN if several else KEY)
    return found.drop(KEY, OWN, strict=False).to_dict(as_series=False)


def compiled_reading(scheme: Scheme, rows: list[Row], held: Settings) -> dict[str, list[Any]]:
    read = {
        rule.name: [rule.reader(row, None, Asking(TODAY, held)) for row in rows] for rule in scheme.every_rule
    }
    assessed = [scheme.assess(row, TODAY, held) for row in rows]
    return {rule.name: read[rule.name] for rule in scheme.rules} | {
        "priority": [one.priority for one in assessed],
        "amount_fen": [paid(scheme, row, held) for row in rows],
        "outcome": [one.outcome.value for one in assessed],
    }


def paid(scheme: Scheme, row: Row, held: Settings) -> int | None:
    sums = [grant.amount for grant in scheme.grants_on(row, TODAY, held) if isinstance(grant, Pay)]
    return None if None in sums else sum(sums)
