"""A finding says what the rule answered, from which facts, and by which record."""

from datetime import date
from typing import Any

import pytest

from gongjiang.law.compiled import Asking
from gongjiang.law.expression import Misbuilt
from gongjiang.law.rule import Finding, Verdict, rule
from gongjiang.law.telling import Unavailable
from gongjiang.law.terms import Medal, SkillLevel
from gongjiang.law.words import Words
from tests.law.toy import SETTINGS, STRICT, YEARS, Worker, rule_of

DAY = date(2024, 2, 29)


@rule("1.1", terms=("金牌",), assumes=STRICT, zh="获得金牌", en="a gold medal")
def gold(p: Any) -> Any:
    return p.results.any(lambda r: r.medal == Medal.GOLD) & STRICT.now


@rule("1.1", terms=("技师",), zh="技师以上", en="technician or above")
def level(p: Any) -> Any:
    return p.level >= SkillLevel.TECHNICIAN


def found(asked: Any, **facts: Any) -> Finding:
    return asked.about(Worker).find(Worker.row(facts), Asking(DAY, SETTINGS))


def test_a_finding_names_the_record_that_decided_it():
    results = [
        {"contest": "区赛", "medal": Medal.SILVER},
        {"contest": "省赛", "rank": 1, "medal": Medal.GOLD},
    ]

    finding = found(gold, results=results)

    assert finding == Finding(
        "gold", "1.1", Words("获得金牌", "a gold medal"), Verdict.PASS,
        ((Words("竞赛成绩", "results"), Words("2 项", "2 on record")),),
        Words("省赛（名次：1，奖牌：金牌）", "省赛 (rank: 1, medal: gold)"), ("strict",),
    )  # fmt: skip


def test_an_open_finding_names_the_record_that_left_it_open():
    finding = found(gold, results=[{"contest": "市赛", "rank": 4}])

    assert finding.verdict is Verdict.OPEN
    assert finding.record == Words("市赛（名次：4）", "市赛 (rank: 4)")


def test_a_finding_without_records_says_so():
    finding = found(gold)

    assert finding.explain() == Words(
        "不符合：获得金牌［1.1］竞赛成绩：无记录", "not met: a gold medal [1.1] results: none on record"
    )


@pytest.mark.parametrize(
    ("held", "verdict"),
    [
        (SkillLevel.CHIEF_TECHNICIAN, Verdict.PASS),
        (SkillLevel.SENIOR_WORKER, Verdict.FAIL),
        (None, Verdict.FAIL),
        (Unavailable("系统维护"), Verdict.BLOCKED),
    ],
)
def test_the_verdict_follows_from_the_fact(held, verdict):
    assert found(level, level=held).verdict is verdict


def test_a_fact_that_nobody_gave_leaves_the_finding_open():
    assert found(level).verdict is Verdict.OPEN


def test_data_that_cannot_be_had_does_not_block_what_is_settled_without_it():
    either = rule_of("either", lambda p: p.front_line | (p.paid == 0))

    assert found(either, front_line=True, paid=Unavailable()).verdict is Verdict.PASS
    assert found(either, front_line=False, paid=Unavailable()).verdict is Verdict.BLOCKED


def test_a_rule_must_be_a_truth():
    with pytest.raises(Misbuilt, match="^years must be a truth$"):
        _ = rule_of("years", lambda p: p.paid).about(Worker).expr


def test_a_rule_must_be_an_expression():
    with pytest.raises(Misbuilt, match="^plain must be a truth$"):
        _ = rule_of("plain", lambda p: True).about(Worker).expr


def test_a_rule_knows_the_facts_it_reads():
    reads = rule_of("reads", lambda p: p.front_line & p.results.any(lambda r: r.on > p.since))

    assert reads.about(Worker).read == ("front_line", "results", "since")


def test_an_assumption_read_on_the_way_is_named_even_where_the_rule_forgot_it():
    forgot = rule_of("forgot", lambda p: p.front_line | STRICT.now)

    assert found(forgot, front_line=False).assumptions == ("strict",)
    assert found(forgot, front_line=True).assumptions == ()


def test_a_parameter_that_the_plan_states_is_no_assumption():
    enough = rule_of("enough", lambda p: p.paid < YEARS)

    assert found(enough, paid=1).assumptions == ()
