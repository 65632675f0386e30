"""The line of sums of a log: under what is summed, called so, and absent where nothing is."""

import re

import pytest
from django.template.loader import render_to_string

from gongjiang.law.log import Log
from gongjiang.law.money import Money
from gongjiang.law.record import Record, asked
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import LogRow
from gongjiang.office.registry.models import Person
from gongjiang.web.case_logs import EMPTY, Shown


class Said(Record):
    child = True
    what = asked(str, "内容", "what")
    note = asked(str, "说明", "note")


class Spent(Record):
    child = True
    what = asked(str, "用途", "use")
    amount = asked(Money, "金额", "amount")


class Counted(Record):
    child = True
    people = asked(int, "人次", "people")
    what = asked(str, "内容", "what")


def foot(record: type[Record], *totals: Words, person: bool = False) -> list[str] | None:
    """The cells of the line of sums by column; nothing where there is none."""
    log = Log("kept", Words("记录", "log"), record, (Role.EMPLOYER,), (State.RUNNING,), names_person=person)
    heads = tuple(fact.said for fact in log.fields.values())
    held = Shown(
        log,
        heads,
        ((LogRow(pk=1, person=Person(name="王工")), tuple(EMPTY for _ in heads)),),
        totals,
        False,
        False,
        {},
    )
    text = render_to_string("desk/log_rows.html", {"found": held, "acting": False})
    found = re.search(r"<tfoot><tr>(.*?)</tr></tfoot>", text)
    return re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", found[1]) if found else None


def words(text: str) -> Words:
    return Words(text, text)


def test_where_nothing_is_summed_there_is_no_line_of_sums() -> None:
    assert foot(Said, EMPTY, EMPTY) is None
    assert foot(Said, EMPTY, EMPTY, person=True) is None


@pytest.mark.parametrize(
    ("record", "totals", "person", "cells"),
    [
        (Spent, ("", "¥1.00"), False, ["合计", "¥1.00", "", ""]),
        (Spent, ("", "¥1.00"), True, ["合计", "", "¥1.00", "", "", ""]),
        (Counted, ("12", ""), False, ["合计 12", "", "", ""]),
        (Counted, ("12", ""), True, ["合计", "12", "", "", "", ""]),
    ],
)
def test_a_sum_stands_under_its_own_column_and_is_called_so(
    record: type[Record], totals: tuple[str, ...], person: bool, cells: list[str]
) -> None:
    assert foot(record, *map(words, totals), person=person) == cells
