"""Founding an office: the plan's registers, the calendar, the funds it may use. Run again,
it adds what is missing.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongjiang.law.calendar_seed import seed
from gongjiang.law.clause import HonourEntry
from gongjiang.law.plan import Plan
from gongjiang.law.workdays import YearNotLoaded
from gongjiang.office.cases.models import PlanTerm
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import CalendarYear, HonourName, NominatingBody, OccupationGroup
from gongjiang.office.registry.official_calendar import load_year

FIRST_YEAR = 2018


@transaction.atomic
def found_office(plan: Plan, until: date, by: str, at: datetime) -> None:
    for body in plan.registers.bodies:
        told = {
            "name": body.said.zh,
            "name_en": body.said.en,
            "kind": body.kind,
            "aliases": list(body.aliases),
        }
        NominatingBody.objects.get_or_create(code=body.code, defaults=told)
    for entry in plan.registers.honours:
        HonourName.objects.get_or_create(name=entry.said.zh, defaults=honour(entry))
    for group in plan.registers.groups:
        jobs = {"name": group.said.zh, "name_en": group.said.en, "occupations": list(group.occupations)}
        OccupationGroup.objects.get_or_create(code=group.code, defaults=jobs)
    term = {"title": plan.said.zh, "years": plan.validity.years}
    made, fresh = PlanTerm.objects.get_or_create(plan=plan.slug, version="1", defaults=term)
    if fresh:
        record("term.found", plan.slug, {"by": by} | of_rows(wrote(PlanTerm.objects.filter(pk=made.pk))), at)
    load_calendars(until.year, by)


def honour(entry: HonourEntry) -> dict[str, Any]:
    aliases = list(entry.aliases)
    return {"name_en": entry.said.en, "level": entry.level, "aliases": aliases, "skilled": entry.skilled}


def load_calendars(last: int, by: str) -> list[int]:
    """Every year up to `last` whose notice is known. One already loaded keeps the corrections made to it."""
    held = set(CalendarYear.objects.values_list("year", flat=True))
    loaded = []
    for year in range(FIRST_YEAR, last + 1):
        try:
            days = seed(year)
        except YearNotLoaded:
            break
        if year not in held:
            load_year(year, days, "国务院办公厅节假日安排", by)
            loaded.append(year)
    return loaded
