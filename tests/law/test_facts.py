"""A facts file is read by the declaration alone; what cannot be read is a problem in both languages."""

from datetime import date

import pytest

from gongjiang.law.facts import read_facts
from gongjiang.law.telling import Unavailable
from gongjiang.law.terms import Medal, SkillLevel
from gongjiang.law.words import Problem, Words
from tests.law.toy import rule_of, scheme_of

SCHEME = scheme_of(rule_of("paid", lambda p: p.paid == 0))


def values(raw):
    return read_facts(SCHEME, raw).row.values


def test_every_kind_of_fact_is_read():
    read = values(
        {"name": "张三", "front_line": True, "since": "2014-07-01", "paid": 2, "level": "technician"}
    )

    assert read == {
        "name": "张三", "front_line": True, "since": date(2014, 7, 1), "until": None, "paid": 2, "best": None,
        "level": SkillLevel.TECHNICIAN,
    }  # fmt: skip


def test_a_name_left_out_is_unknown_and_a_null_is_what_absence_means():
    assert values({})["level"] is None
    assert values({"level": None})["level"] is SkillLevel.NONE


def test_a_register_that_could_not_be_asked_is_said_and_not_guessed():
    assert values({"paid": {"unavailable": "系统维护"}})["paid"] == Unavailable("系统维护")


def test_children_are_read_by_their_own_declaration():
    facts = read_facts(SCHEME, {"results": [{"rank": 1, "medal": "gold", "unheard_of": 1}]})

    assert [row.values for row in facts.row.children["results"]] == [
        {"contest": None, "rank": 1, "medal": Medal.GOLD, "level": None, "on": None}
    ]


def test_a_name_that_no_fact_bears_is_handed_back():
    assert read_facts(SCHEME, {"paid": 0, "salary": 1, "age": 2}).strange == ("salary", "age")


LEVELS = ", ".join(level.value for level in SkillLevel)


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [
        ({"paid": "1"}, "次数（paid）应为整数", "times paid (paid) must be a whole number"),
        ({"paid": True}, "次数（paid）应为整数", "times paid (paid) must be a whole number"),
        ({"paid": 1.0}, "次数（paid）应为整数", "times paid (paid) must be a whole number"),
        (
            {"front_line": 1},
            "在一线（front_line）应为是或否（true/false）",
            "on the front line (front_line) must be true or false",
        ),
        ({"name": 7}, "姓名（name）应为文字", "name (name) must be text"),
        (
            {"since": "2014年"},
            "起始日（since）应为日期，如 2010-07-01",
            "since (since) must be a day such as 2010-07-01",
        ),
        (
            {"since": 41821},
            "起始日（since）应为日期，如 2010-07-01",
            "since (since) must be a day such as 2010-07-01",
        ),
        (
            {"level": "高级技师"},
            f"技能等级（level）应为下列之一：{LEVELS}",
            f"skill level (level) must be one of: {LEVELS}",
        ),
        (
            {"level": 1},
            f"技能等级（level）应为下列之一：{LEVELS}",
            f"skill level (level) must be one of: {LEVELS}",
        ),
        ({"results": {}}, "results 应为列表", "results must be a list"),
        ({"results": [3]}, "results 中有一项格式不对：3", "results holds a malformed entry: 3"),
        ({"results": [{"rank": "1"}]}, "名次（rank）应为整数", "rank (rank) must be a whole number"),
    ],
)
def test_what_cannot_be_read_is_a_problem(raw, zh, en):
    assert read_facts(SCHEME, raw) == Problem(Words(zh, en))
