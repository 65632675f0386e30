"""Rows of a log sent as a sheet: its columns are the log's own facts, under their labels. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.dates import parse_day
from gongjiang.law.identity import ResidentId, identity
from gongjiang.law.log import Log
from gongjiang.law.money import Money, fen_of
from gongjiang.law.record import Field
from gongjiang.law.terms import Term
from gongjiang.law.words import Problem, Words, problem
from gongjiang.office.registry.sheets.reading import Column, Sheet, text
from gongjiang.office.registry.sheets.row import Fault, Row, unlost

NAME, NUMBER = "person_name", "person_id_number"
PERSON = (
    Column(NAME, ("姓名", "人员姓名", "name")),
    Column(NUMBER, ("证件号码", "身份证号", "身份证号码", "identity number")),
)
TRUTHS = {"是": True, "有": True, "yes": True, "否": False, "无": False, "no": False}
DIGITS = 9


@dataclass(frozen=True)
class Read:
    """A row's values by the names of their facts, and whom it is about, where it is about somebody."""

    told: Mapping[str, Any]
    name: str = ""
    id_number: str = ""


def columns(log: Log) -> tuple[Column, ...]:
    own = tuple(
        Column(name, (fact.said.zh, fact.said.zh.partition("（")[0], fact.said.en, name), fact.needed)
        for name, fact in log.fields.items()
    )
    return (*PERSON, *own) if log.names_person else own


def rows(log: Log, sheet: Sheet, today: date) -> tuple[list[Read], list[Fault]]:
    """Everything that can be read, and every cell that cannot."""
    read, faults = [], []
    for number, cells in sheet.rows:
        row = Row(number, cells, sheet.headings)
        held = _read(log, row, today)
        if not row.faults:
            read.append(held)
        faults += row.faults
    return read, faults


def _read(log: Log, row: Row, today: date) -> Read:
    told = {name: _cell(row, name, fact) for name, fact in log.fields.items()}
    kept = {name: value for name, value in told.items() if value is not None}
    if not log.names_person:
        return Read(kept)
    holder = row.asked(NUMBER, lambda cell: identity(unlost(cell), today))
    return Read(kept, row.given(NAME), holder.number if isinstance(holder, ResidentId) else "")


def _cell(row: Row, name: str, fact: Field) -> Any:
    cell = row.cells.get(name)
    if not text(cell):
        return row.fault(name, Words("未填写", "not given")) if fact.needed else None
    found = value(fact, cell)
    return row.fault(name, found.said) if isinstance(found, Problem) else found


def value(fact: Field, cell: Any) -> Any | Problem:
    """A cell as a value of the fact's kind: labels for terms, yuan for sums."""
    printed = text(cell)
    if fact.kind is date:
        day = parse_day(cell if isinstance(cell, str | int | float | date) else printed)
        return day if isinstance(day, Problem) else day.day.isoformat()
    if issubclass(fact.kind, Term):
        terms: Any = fact.kind
        named = {label: term.value for term in terms for label in (term.zh, term.en, term.value)}
        return named.get(
            printed, problem(f"“{printed}”不是可选的{fact.said.zh}", f"{printed} is no {fact.said.en}")
        )
    if fact.kind is bool:
        return TRUTHS.get(printed.lower(), problem("应填是或否", "must be yes or no"))
    if fact.kind is Money:
        sum_of = fen_of(printed)
        return (
            problem("金额应为元，至多两位小数", "a sum in yuan, at most two decimals")
            if sum_of is None
            else sum_of
        )
    if fact.kind is int:
        whole = printed.removesuffix(".0")
        right = whole.isascii() and whole.isdigit() and len(whole) <= DIGITS
        return int(whole) if right else problem("应为整数", "must be a whole number")
    return printed[:200]
