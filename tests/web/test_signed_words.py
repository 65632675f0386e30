"""Once an assumption is signed, what is said of it is what was signed; nothing beside it says otherwise."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from gongjiang.law.money import yuan
from gongjiang.law.setting_words import stated
from gongjiang.law.settings import UNDECIDED, Ruling, Settings
from gongjiang.plans import plans
from gongjiang.web.dossier import assumed

PLAN = plans()[0]
DAY = date(2026, 7, 1)
SUM = next(held for held in PLAN.assumptions if held.money)
FIGURE = next(held for held in PLAN.assumptions if isinstance(held.on(DAY), int) and held.on(DAY) > 1)


def signed(value: Any) -> Ruling:
    return Ruling(value, date(2026, 6, 28), "王审定", "局长办公会纪要")


@pytest.mark.parametrize("held", PLAN.assumptions, ids=lambda held: held.key)
def test_what_is_supposed_for_the_time_does_not_say_that_nobody_has_decided(held: Any) -> None:
    """These words stand on the public page too, before and after somebody signs."""
    assert "尚未由" not in held.said.zh
    assert "has been set" not in held.said.en


def test_a_signed_answer_is_told_and_not_the_default() -> None:
    other = FIGURE.on(DAY) + 7

    told = stated(FIGURE, signed(other))

    assert told.zh == f"{FIGURE.question.zh}{other}"
    assert stated(FIGURE, None) == FIGURE.said


def test_a_signed_sum_is_told_in_yuan_and_one_taken_back_is_open() -> None:
    assert stated(SUM, signed(yuan(500_000))).zh == f"{SUM.question.zh}¥500,000.00"
    assert stated(SUM, signed(UNDECIDED)).zh.endswith("暂不确定，由人认定")


def test_the_page_of_a_case_tells_what_was_signed_and_by_whom() -> None:
    settings = Settings(PLAN.known, {SUM.key: (signed(yuan(500_000)),)})
    brief: Any = SimpleNamespace(findings=(SimpleNamespace(assumptions=(SUM.key, FIGURE.key)),))

    found = assumed(brief, settings, DAY)

    assert [(one.said.zh, one.signer) for one in found] == [
        (f"{SUM.question.zh}¥500,000.00", "王审定"), (FIGURE.said.zh, ""),
    ]  # fmt: skip
