"""Skill subsidies in the demo: rosters of made-up people, at each stage from sent to owed."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from gongjiang.law.terms import SkillLevel as L
from gongjiang.office.cases.models import Case, Roster
from gongjiang.office.clerk.deliveries import Sent, take_delivery
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster, take_in
from gongjiang.office.registry.models import Organisation, Person, SkillCertificate
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.web.demo.cast import Cast
from gongjiang.web.demo.people import certificate_number, id_number, name
from gongjiang.web.demo.walking import BEIJING

SHEET = "skill-claims"
GRADES = ((L.SENIOR_TECHNICIAN, 1, 5000), (L.TECHNICIAN, 2, 3500), (L.SENIOR_WORKER, 3, 2000))
LEVELS = {level.zh: level for level, _, _ in GRADES}
OCCUPATIONS = ("焊工", "电工", "车工", "汽车维修工", "数控车工")
ROWS = 24
STEPS = (("verify", "officer"), ("publish", "reviewer"), ("clear", "officer"), ("approve", "reviewer"))
DAYS = (0, 1, 14, 15)
"""Days after the roster came on which each step is taken; the notice runs from the second to the third."""


def claims(cast: Cast, dice: Random, units: Sequence[Organisation], today: date) -> None:
    """Three rosters: owed, on public notice, and one whose rows still wait, with mistakes left in."""
    for place, (age, steps) in enumerate(((40, 4), (4, 2), (1, 0))):
        came, unit = today - timedelta(days=age), units[place]
        rows = [_row(dice, 100 * place + n, unit, came) for n in range(ROWS)]
        _delivered(cast, rows[: ROWS - 4], came)
        if not steps:
            rows[3][13], rows[7][9], rows[11][10] = "9999", rows[6][9], "2025-01-01"
        sent = _sent(cast, unit, rows, came)
        for (step, who), after in zip(STEPS[:steps], DAYS, strict=False):
            _done(cast, sent, step, who, came + timedelta(days=after))
    unclaimed(cast, dice, units, today)


def unclaimed(cast: Cast, dice: Random, units: Sequence[Organisation], today: date) -> None:
    """People with a verified certificate who have not asked for anything."""
    rows = [_row(dice, 400 + n, units[5], today) for n in range(9)]
    for row in rows:
        worker = Person(name=row[1], birth=date(1990, 1, 1), employer=units[5], occupation=row[6])
        worker.put_id_number(row[3])
        worker.save()
        SkillCertificate.objects.create(
            person=worker, number=row[9], family="skill_level", level=LEVELS[row[8]], occupation=row[6],
            issued_on=date.fromisoformat(row[10]),
        )  # fmt: skip
    _delivered(cast, rows[:8], today)


def _row(dice: Random, serial: int, unit: Organisation, came: date) -> list[str]:
    level, grade, yuan = GRADES[serial % 3]
    issued = came - timedelta(days=30 + serial % 200)
    person = id_number(date(1975 + serial % 25, 1 + serial % 12, 1 + serial % 28), 900 + serial % 100)
    by, number = "单位" if serial % 3 else "个人", certificate_number(500_000 + serial, issued.year, grade)
    return [str(serial), name(dice), "居民身份证", person, unit.name,
            unit.credit_code or "", OCCUPATIONS[serial % 5], "", level.zh, number, issued.isoformat(),
            "示例评价中心", str(yuan), str(yuan), by, "示例银行", f"6200{serial:012d}", ""]  # fmt: skip


def _csv(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([headings, *rows])
    return buffer.getvalue().encode()


def _delivered(cast: Cast, rows: Sequence[Sequence[str]], day: date) -> None:
    """The register of certificates knows all but the last few."""
    lines = [(row[9], row[8], row[6], row[10], "有效") for row in rows]
    data = _csv(lines, ("证书编号", "等级", "职业", "发证日期", "状态"))
    sent = Sent("certificates", "示例技能评价中心", f"证书-{day}.csv", data)
    take_delivery(sent, cast.actor("officer", day), _at(day))


def _sent(cast: Cast, unit: Organisation, rows: Sequence[Sequence[str]], day: date) -> Roster:
    data = _csv(rows, [column.headings[0] for column in COLUMNS])
    actor, now = cast.actor("officer", day), _at(day)
    sent = send_roster(scheme_of_sheet(SHEET), data, f"{unit.name}花名册.csv", unit, {}, actor, now)
    for _ in take_in(sent, actor, now):
        pass
    return sent


def _done(cast: Cast, sent: Roster, step: str, who: str, day: date) -> None:
    keys = list(Case.objects.filter(roster=sent).values_list("pk", flat=True))
    perform_many(keys, step, cast.actor(who, day), _at(day), {"document": "示例人社补〔2026〕6号"})


def _at(day: date) -> Moment:
    return Moment(day, datetime.combine(day, time(10), tzinfo=BEIJING))
