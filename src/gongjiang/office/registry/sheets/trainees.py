"""学员名单: one trainee a row, with hours and result. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from gongjiang.law.identity import ResidentId, identity
from gongjiang.law.words import Problem, Words, problem
from gongjiang.office.registry.sheets.reading import Column, Sheet, text
from gongjiang.office.registry.sheets.row import Fault, Row, unlost

COLUMNS = (
    Column("name", ("姓名", "学员姓名")),
    Column("id_number", ("证件号码", "身份证号", "身份证号码")),
    Column("hours", ("学时", "实际学时", "培训学时")),
    Column("result", ("成绩", "结果", "考核结果"), required=False),
)
RESULTS = {"合格": True, "通过": True, "及格": True, "不合格": False, "未通过": False, "不及格": False}
MOST_HOURS = 2000
DIGITS = re.compile("[0-9]{1,9}")
"""A number of thousands of digits is none that Python reads."""


@dataclass(frozen=True)
class Listed:
    """A trainee; `passed` is None where no result is given."""

    name: str
    id_number: str
    birth: date | None
    sex: str
    hours: int
    passed: bool | None


def trainees(sheet: Sheet, today: date) -> tuple[list[Listed], list[Fault]]:
    """Everybody on the sheet, and what is wrong with it. The same person twice is a fault."""
    listed: dict[str, Listed] = {}
    faults: list[Fault] = []
    for number, cells in sheet.rows:
        row = Row(number, cells, sheet.headings)
        held = _listed(row, today)
        if held and held.id_number in listed:
            row.fault("id_number", Words("名单中已有此人", "this person is on the roster already"))
        if held and not row.faults:
            listed[held.id_number] = held
        faults += row.faults
    return list(listed.values()), faults


def _listed(row: Row, today: date) -> Listed | None:
    holder = row.asked("id_number", lambda cell: identity(unlost(cell), today))
    name, hours = row.given("name"), row.asked("hours", _hours)
    printed = text(row.cells.get("result"))
    passed = row.asked("result", _result) if printed else None
    if row.faults or not isinstance(holder, ResidentId):
        return None
    return Listed(name, holder.number, holder.birth, holder.sex, int(hours), passed)


def _hours(printed: str) -> str | Problem:
    if DIGITS.fullmatch(printed) and int(printed) <= MOST_HOURS:
        return printed
    return problem(f"学时应为 0 至 {MOST_HOURS} 的整数", f"hours are a whole number up to {MOST_HOURS}")


def _result(printed: str) -> bool | Problem:
    found = RESULTS.get(printed)
    return (
        problem(f"“{printed}”不是合格或不合格", f"{printed} is no pass or fail") if found is None else found
    )
